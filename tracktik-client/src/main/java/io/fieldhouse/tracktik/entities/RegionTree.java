package io.fieldhouse.tracktik.entities;

import io.fieldhouse.tracktik.api.Ref;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Regions as the tree that their parents make them. What belongs to a region is found by that tree alone: neither names nor
 * custom ids of sub-regions need to resemble their parent's. Immutable.
 */
public final class RegionTree {
    private static final int SUGGESTIONS = 5;

    private final Map<Long, Region> byId;
    private final Map<Long, List<Region>> children;
    private final List<Region> roots;

    private RegionTree(Map<Long, Region> byId, Map<Long, List<Region>> children, List<Region> roots) {
        this.byId = byId;
        this.children = children;
        this.roots = roots;
    }

    /**
     * Makes the tree. A region whose parent is not among the regions is a root of its own.
     *
     * @throws IllegalArgumentException if regions are each other's parents
     */
    public static RegionTree of(Collection<Region> regions) {
        Map<Long, Region> byId = new TreeMap<>();
        regions.forEach(region -> byId.put(region.id(), region));
        Map<Long, List<Region>> children = new TreeMap<>();
        List<Region> roots = new ArrayList<>();
        for (Region region : byId.values()) {
            Long parent = Ref.idOf(region.parentRegion());
            if (parent == null || !byId.containsKey(parent)) {
                roots.add(region);
            } else {
                children.computeIfAbsent(parent, id -> new ArrayList<>()).add(region);
            }
        }
        RegionTree tree = new RegionTree(byId, children, roots);
        tree.requireNoCycle();
        return tree;
    }

    private void requireNoCycle() {
        Set<Long> reached = new LinkedHashSet<>();
        roots.forEach(root -> collect(root, reached));
        List<Long> circular = byId.keySet().stream()
                .filter(id -> !reached.contains(id) && isItsOwnAncestor(id))
                .toList();
        if (!circular.isEmpty()) {
            throw new IllegalArgumentException(
                    "Regions " + circular + " are each other's parents: correct them in TrackTik.");
        }
    }

    /** What lies below a cycle cannot be reached either, but is not to blame. */
    private boolean isItsOwnAncestor(Long id) {
        Set<Long> passed = new HashSet<>();
        Long above = id;
        while (above != null && passed.add(above)) {
            Region region = byId.get(above);
            above = region == null ? null : Ref.idOf(region.parentRegion());
        }
        return id.equals(above);
    }

    private void collect(Region region, Set<Long> reached) {
        reached.add(region.id());
        childrenOf(region).forEach(child -> collect(child, reached));
    }

    /**
     * The region of an id or a custom id, or else of an exact name.
     *
     * @throws NoSuchElementException if there is none, naming what is near, or if there are several
     */
    public Region find(String idOrCustomIdOrName) {
        String wanted = idOrCustomIdOrName.strip();
        if (wanted.isEmpty()) {
            throw new NoSuchElementException("No region has no name: give an id, a custom id or a name.");
        }
        List<Region> found = matching(wanted);
        if (found.size() > 1) {
            throw new NoSuchElementException("Several regions are called '" + wanted + "': use one of the ids "
                    + found.stream().map(region -> Long.toString(region.id())).collect(Collectors.joining(", ")) + ".");
        }
        if (found.isEmpty()) {
            throw new NoSuchElementException(
                    "No region has the id, custom id or name '" + wanted + "'." + nearest(wanted));
        }
        return found.get(0);
    }

    private List<Region> matching(String wanted) {
        Optional<Region> byItsId = byId.values().stream()
                .filter(region -> Long.toString(region.id()).equals(wanted))
                .findFirst();
        List<Region> byCustomId = where(Region::customId, wanted);
        if (byItsId.isPresent() && !byCustomId.isEmpty() && !byCustomId.equals(List.of(byItsId.get()))) {
            // A custom id may be a bare number, and be another region's id.
            List<Region> both = new ArrayList<>(List.of(byItsId.get()));
            both.addAll(byCustomId);
            return both;
        }
        if (byItsId.isPresent()) {
            return List.of(byItsId.get());
        }
        return byCustomId.isEmpty() ? where(Region::name, wanted) : byCustomId;
    }

    private List<Region> where(Function<Region, @Nullable String> field, String wanted) {
        return byId.values().stream()
                .filter(region -> wanted.equals(field.apply(region)))
                .toList();
    }

    /** What somebody meant who mistyped it, if most of it is right. */
    private String nearest(String wanted) {
        Map<String, Integer> distances = new LinkedHashMap<>();
        for (Region region : byId.values()) {
            for (String called : new @Nullable String[] {region.name(), region.customId()}) {
                if (called != null && !called.isEmpty()) {
                    distances.put(called, distance(called.toLowerCase(Locale.ROOT), wanted.toLowerCase(Locale.ROOT)));
                }
            }
        }
        int far = Math.max(2, wanted.length() / 3);
        List<String> near = distances.entrySet().stream()
                .filter(called -> called.getValue() <= far)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Comparator.comparing(Map.Entry::getKey)))
                .limit(SUGGESTIONS)
                .map(Map.Entry::getKey)
                .toList();
        return near.isEmpty()
                ? ""
                : (near.size() == 1 ? " The nearest is " : " The nearest are ") + String.join(", ", near) + ".";
    }

    /** How many letters have to change, by Levenshtein. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }

    /** The regions right below one. */
    public List<Region> childrenOf(Region region) {
        return List.copyOf(children.getOrDefault(region.id(), List.of()));
    }

    /** All regions below one, at any depth, itself not among them. */
    public List<Region> descendantsOf(Region region) {
        Set<Long> below = new LinkedHashSet<>();
        collect(region, below);
        below.remove(region.id());
        return below.stream().map(this::require).toList();
    }

    /** What a region consists of: all regions below it; itself where there are none. */
    public List<Region> partsOf(Region region) {
        List<Region> below = descendantsOf(region);
        return below.isEmpty() ? List.of(region) : below;
    }

    private Region require(Long id) {
        return Objects.requireNonNull(byId.get(id));
    }

    /** All regions, by id. */
    public List<Region> all() {
        return List.copyOf(byId.values());
    }

    /** The tree as a drawing: ids, names and custom ids. */
    @Override
    public String toString() {
        StringBuilder drawing = new StringBuilder();
        roots.forEach(root -> draw(root, "", "", drawing));
        return drawing.toString();
    }

    private void draw(Region region, String branch, String below, StringBuilder drawing) {
        drawing.append(branch).append(region.name()).append(" (id ").append(region.id());
        if (region.customId() != null && !region.customId().isEmpty()) {
            drawing.append(", ").append(region.customId());
        }
        drawing.append(")\n");
        List<Region> children = childrenOf(region);
        for (int i = 0; i < children.size(); i++) {
            boolean last = i == children.size() - 1;
            draw(children.get(i), below + (last ? "`- " : "|- "), below + (last ? "   " : "|  "), drawing);
        }
    }
}
