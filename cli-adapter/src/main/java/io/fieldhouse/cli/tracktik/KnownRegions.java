package io.fieldhouse.cli.tracktik;

import io.fieldhouse.cli.config.Nearest;
import io.fieldhouse.cli.output.Rows;
import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.sql.Statements;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The regions as the warehouse last knew them, by what people call them. */
public final class KnownRegions {
    static final String OPTION = "A sub-region, by id, custom id or exact name. Default: all sub-regions.";

    private static final Statements SQL = Statements.of(KnownRegions.class);

    private final List<Region> regions;

    private record Region(
            long id,
            @Nullable String customId,
            @Nullable String name,
            @Nullable Long parentId) {}

    private KnownRegions(List<Region> regions) {
        this.regions = regions;
    }

    public static KnownRegions of(DataSource warehouse) {
        return new KnownRegions(Rows.of(warehouse, SQL.get("all"), Map.of()).stream()
                .map(row -> new Region(
                        (Long) Objects.requireNonNull(row.get("region_id")),
                        (String) row.get("custom_id"),
                        (String) row.get("name"),
                        (Long) row.get("parent_region_id")))
                .toList());
    }

    /**
     * The ids of regions.
     *
     * @param names ids, custom ids or names
     * @throws Refusal that says of each name that is none, or is several regions', what there is
     */
    Set<Long> ids(List<String> names) {
        Set<Long> ids = new LinkedHashSet<>();
        List<String> problems = new ArrayList<>();
        for (String name : names) {
            List<Region> called = called(name.strip());
            if (called.size() == 1) {
                ids.add(called.get(0).id());
            } else {
                problems.add(called.isEmpty() ? unknown(name) : ambiguous(name, called));
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal(String.join(System.lineSeparator(), problems));
        }
        return ids;
    }

    /** The ids of regions and of those below them, however deep. */
    public Set<Long> within(List<String> names) {
        Set<Long> within = new LinkedHashSet<>(ids(names));
        boolean isMore = true;
        while (isMore) {
            isMore = within.addAll(regions.stream()
                    .filter(region -> within.contains(region.parentId()))
                    .map(Region::id)
                    .toList());
        }
        return within;
    }

    /** The ids of a region's sub-regions, however deep; its own if it has none. */
    public Set<Long> below(String name) {
        Set<Long> below = within(List.of(name));
        if (below.size() > 1) {
            below.removeAll(ids(List.of(name)));
        }
        return below;
    }

    /** As a load understands it: a custom id may be a bare number, and be another region's id. */
    private List<Region> called(String name) {
        List<Region> byId = where(region -> Long.toString(region.id()), name);
        List<Region> byCustomId = where(Region::customId, name);
        List<Region> byEither =
                Stream.concat(byId.stream(), byCustomId.stream()).distinct().toList();
        return byEither.isEmpty() ? where(Region::name, name) : byEither;
    }

    private List<Region> where(Function<Region, @Nullable String> field, String value) {
        return regions.stream()
                .filter(region -> value.equals(field.apply(region)))
                .toList();
    }

    private static String ambiguous(String name, List<Region> called) {
        return "Several regions are called '" + name + "': use one of the ids "
                + called.stream().map(region -> Long.toString(region.id())).collect(Collectors.joining(", ")) + ".";
    }

    private String unknown(String name) {
        if (regions.isEmpty()) {
            return "No region is known yet, and so not '" + name + "': load something first.";
        }
        List<String> names = regions.stream()
                .<@Nullable String>flatMap(region -> Stream.of(region.name(), region.customId()))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
        return "No region has the id, custom id or name '" + name + "'."
                + Nearest.to(name, names)
                        .map(near -> " The nearest is " + near + ".")
                        .orElse(" 'fieldhouse export current_regions' lists those that there are.");
    }
}
