package io.fieldhouse.etl.tracktik.reconcile;

import io.fieldhouse.etl.reconcile.Outcome;
import io.fieldhouse.etl.reconcile.Tolerance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a reconciliation should find, by loops over everything that there is. */
final class NaiveReconciliation {
    /** A region or a site; of a region, the region is nothing. */
    record Named(long id, String code, @Nullable Long region) {}

    record Billed(long region, @Nullable Long site, Map<Measure, BigDecimal> figures) {}

    private record Place(
            @Nullable Long region,
            @Nullable Long site,
            @Nullable String unknown) {}

    /** Where a row of the CSV belongs, and why nowhere. */
    private record Lead(@Nullable Place place, @Nullable String remark) {}

    private final List<Named> regions;
    private final List<Named> sites;
    private final List<Billed> billed;
    private final Set<Long> asked;
    private final boolean hasRegions;
    private final Map<Place, Map<Measure, BigDecimal>> here = new HashMap<>();
    private final Map<Place, Map<Measure, BigDecimal>> there = new HashMap<>();
    private final Map<Place, String> remarks = new HashMap<>();
    private long elsewhere;

    NaiveReconciliation(
            List<Named> regions, List<Named> sites, List<Billed> billed, Set<Long> asked, boolean hasRegions) {
        this.regions = regions;
        this.sites = sites;
        this.billed =
                billed.stream().filter(row -> asked.contains(row.region())).toList();
        this.asked = asked;
        this.hasRegions = hasRegions;
        for (Billed row : this.billed) {
            Long region = hasRegions || row.site() == null ? Long.valueOf(row.region()) : home(row.site());
            add(here, new Place(region, row.site(), null), row.figures());
        }
    }

    /** How many rows are of regions that were not asked for. */
    long elsewhere() {
        return elsewhere;
    }

    void see(SiteFigures row) {
        Lead lead = hasRegions ? inRegion(row) : anywhere(row);
        if (lead.place() == null) {
            elsewhere++;
            return;
        }
        add(there, lead.place(), row.figures());
        if (lead.remark() != null) {
            remarks.put(lead.place(), lead.remark());
        }
    }

    private Lead inRegion(SiteFigures row) {
        List<Named> called = regions.stream()
                .filter(region -> region.code().equals(row.region()))
                .toList();
        List<Named> meant =
                called.stream().filter(region -> asked.contains(region.id())).toList();
        if (!called.isEmpty() && meant.isEmpty()) {
            return new Lead(null, null);
        }
        String unknown = row.region() + "/" + row.site();
        if (meant.size() != 1) {
            return new Lead(new Place(null, null, unknown), called.isEmpty() ? "no such region" : "several regions");
        }
        long region = meant.get(0).id();
        List<Named> candidates = nearest(row.site(), Set.of(region));
        return candidates.size() == 1
                ? new Lead(new Place(region, candidates.get(0).id(), null), null)
                : new Lead(new Place(region, null, unknown), remark(candidates));
    }

    private Lead anywhere(SiteFigures row) {
        List<Named> candidates = nearest(row.site(), asked);
        boolean isElsewhere = !candidates.isEmpty()
                && candidates.stream()
                        .allMatch(site -> site.region() != null
                                && !asked.contains(site.region())
                                && billedIn(site.id(), asked).isEmpty());
        if (isElsewhere) {
            return new Lead(null, null);
        }
        return candidates.size() == 1
                ? new Lead(
                        new Place(
                                home(candidates.get(0).id()), candidates.get(0).id(), null),
                        null)
                : new Lead(new Place(null, null, "/" + row.site()), remark(candidates));
    }

    private static String remark(List<Named> candidates) {
        return candidates.isEmpty() ? "no such site" : "several sites";
    }

    /** Those with a figure there, or else those that lie there or have at least a row, or else all. */
    private List<Named> nearest(String code, Set<Long> regions) {
        List<Named> called =
                sites.stream().filter(site -> site.code().equals(code)).toList();
        List<Named> billedThere =
                called.stream().filter(site -> hasFigures(site.id(), regions)).toList();
        if (!billedThere.isEmpty()) {
            return billedThere;
        }
        List<Named> lyingThere = called.stream()
                .filter(site -> (site.region() != null && regions.contains(site.region()))
                        || !billedIn(site.id(), regions).isEmpty())
                .toList();
        return lyingThere.isEmpty() ? called : lyingThere;
    }

    private boolean hasFigures(long site, Set<Long> regions) {
        Map<Measure, BigDecimal> sums = new EnumMap<>(Measure.class);
        billedIn(site, regions)
                .forEach(row ->
                        row.figures().forEach((measure, figure) -> sums.merge(measure, figure, BigDecimal::add)));
        return sums.values().stream().anyMatch(sum -> sum.signum() != 0);
    }

    private List<Billed> billedIn(long site, Set<Long> regions) {
        return billed.stream()
                .filter(row -> Objects.equals(row.site(), site) && regions.contains(row.region()))
                .toList();
    }

    /** Where a site counts, if the CSV does not say: where it lies if it worked there, or else where it worked. */
    private @Nullable Long home(long id) {
        Long own = sites.stream()
                .filter(site -> site.id() == id)
                .findFirst()
                .map(Named::region)
                .orElse(null);
        TreeSet<Long> worked = new TreeSet<>();
        billed.stream().filter(row -> Objects.equals(row.site(), id)).forEach(row -> worked.add(row.region()));
        if (worked.isEmpty()) {
            return own != null && asked.contains(own) ? own : null;
        }
        return own != null && worked.contains(own) ? own : worked.first();
    }

    private static void add(Map<Place, Map<Measure, BigDecimal>> sums, Place place, Map<Measure, BigDecimal> figures) {
        Map<Measure, BigDecimal> sum = sums.computeIfAbsent(place, any -> new EnumMap<>(Measure.class));
        figures.forEach((measure, figure) -> sum.merge(measure, figure, BigDecimal::add));
    }

    /** One line a figure. */
    List<String> rows(Set<Measure> measures, Tolerance tolerance) {
        Set<Place> places = new LinkedHashSet<>(here.keySet());
        places.addAll(there.keySet());
        List<String> rows = new ArrayList<>();
        for (Place place : places) {
            for (Measure measure : measures) {
                BigDecimal mine = here.getOrDefault(place, Map.of()).get(measure);
                BigDecimal theirs = there.getOrDefault(place, Map.of()).get(measure);
                if (mine != null || theirs != null) {
                    rows.add(line(
                            place.region(),
                            place.site(),
                            measure,
                            mine,
                            theirs,
                            outcome(place, measure, mine, theirs, tolerance),
                            remarks.get(place)));
                }
            }
        }
        return rows;
    }

    private Outcome outcome(
            Place place, Measure measure, @Nullable BigDecimal mine, @Nullable BigDecimal theirs, Tolerance tolerance) {
        if (!here.containsKey(place) || !there.containsKey(place)) {
            return here.containsKey(place) ? Outcome.ONLY_HERE : Outcome.ONLY_THERE;
        }
        double a = mine == null ? 0 : mine.doubleValue();
        double b = theirs == null ? 0 : theirs.doubleValue();
        double apart = Math.round(Math.abs(a - b) * 1e6) / 1e6;
        if (apart <= (measure.isAmount() ? tolerance.amounts() : tolerance.hours()).doubleValue()
                || apart <= tolerance.relative().doubleValue() * Math.max(Math.abs(a), Math.abs(b)) + 1e-9) {
            return Outcome.MATCH;
        }
        return mine == null ? Outcome.ONLY_THERE : theirs == null ? Outcome.ONLY_HERE : Outcome.DIFFERENCE;
    }

    static String line(
            @Nullable Long region,
            @Nullable Long site,
            Measure measure,
            @Nullable BigDecimal mine,
            @Nullable BigDecimal theirs,
            Outcome outcome,
            @Nullable String remark) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("region", region);
        line.put("site", site);
        line.put("measure", measure);
        line.put("here", mine == null ? null : mine.stripTrailingZeros().toPlainString());
        line.put("there", theirs == null ? null : theirs.stripTrailingZeros().toPlainString());
        line.put("outcome", outcome);
        line.put("remark", remark);
        return line.toString();
    }
}
