package io.fieldhouse.cli.tracktik;

import io.fieldhouse.cli.output.Rows;
import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.Statements;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Periods and sub-regions that nothing is loaded of: figures of them are missing, which the others do not show. */
public record Unloaded(List<Cell> cells) {
    private static final Statements SQL = Statements.of(Unloaded.class);
    private static final int SHOWN = 10;

    /**
     * One of them; a period that the warehouse has never heard of is missing as a whole.
     *
     * @param ofRegions how many sub-regions were looked at
     */
    public record Cell(
            int periodId,
            String period,
            @Nullable Long regionId,
            @Nullable String region,
            long ofRegions) {}

    /**
     * Looks for them.
     *
     * @param periods none for all that the warehouse has
     * @param regions TrackTik's ids; none for all that anything was loaded of
     */
    public static Unloaded of(DataSource warehouse, Collection<Period> periods, Set<Long> regions) {
        return Rows.by(warehouse, sql -> of(sql, periods, regions));
    }

    private static Unloaded of(Sql warehouse, Collection<Period> periods, Set<Long> regions) {
        Set<Object> known = Rows.of(warehouse, SQL.get("known-periods"), Map.of()).stream()
                .map(row -> Objects.requireNonNull(row.get("period_id")))
                .collect(Collectors.toCollection(HashSet::new));
        List<Cell> cells = new ArrayList<>();
        periods.stream()
                .filter(period -> !known.contains(period.id()))
                .forEach(period -> cells.add(new Cell(period.id(), period.label(), null, null, 0)));
        Rows.of(warehouse, SQL.get("cells"), asked(periods, regions))
                .forEach(row -> cells.add(new Cell(
                        (Integer) Objects.requireNonNull(row.get("period_id")),
                        String.valueOf(row.get("label")),
                        (Long) row.get("region_id"),
                        (String) row.get("region"),
                        (Long) Objects.requireNonNull(row.get("of_regions")))));
        return new Unloaded(cells);
    }

    /** Whether the warehouse has never heard of one of the periods. */
    boolean isOfUnknownPeriod() {
        return cells.stream().anyMatch(cell -> cell.regionId() == null);
    }

    /** What to tell people, if there is any. */
    public Optional<String> warning() {
        List<String> names = new ArrayList<>();
        Map<String, List<Cell>> periods =
                cells.stream().collect(Collectors.groupingBy(Cell::period, LinkedHashMap::new, Collectors.toList()));
        periods.forEach((period, missing) -> {
            boolean isAll =
                    missing.size() > 1 && missing.size() == missing.get(0).ofRegions();
            if (isAll || missing.get(0).region() == null) {
                names.add(period);
            } else {
                missing.forEach(cell -> names.add(period + " " + cell.region()));
            }
        });
        int more = names.size() - SHOWN;
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("Nothing is loaded of "
                        + String.join(", ", names.subList(0, Math.min(SHOWN, names.size())))
                        + (more > 0 ? ", and of " + more + " more" : "") + ".");
    }

    public List<Map<String, @Nullable Object>> data() {
        List<Map<String, @Nullable Object>> data = new ArrayList<>();
        for (Cell cell : cells) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("periodId", cell.periodId());
            one.put("period", cell.period());
            one.put("regionId", cell.regionId());
            one.put("region", cell.region());
            data.add(one);
        }
        return data;
    }

    /** What was asked for, as statements have it: nothing named is everything. */
    static Map<String, Object> asked(Collection<Period> periods, Set<Long> regions) {
        return Map.of(
                "every_region",
                regions.isEmpty(),
                "regions",
                List.copyOf(regions),
                "every_period",
                periods.isEmpty(),
                "periods",
                periods.stream().map(period -> (long) period.id()).toList());
    }
}
