package io.fieldhouse.etl.calendar;

import io.fieldhouse.etl.sql.NamedSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * TrackTik's billing periods as a warehouse has them. It knows each by its year and number alone, which another calendar
 * may give to other days.
 */
public final class WarehousePeriods {
    private static final int SHOWN = 5;

    private final Map<Integer, Window> days;

    private WarehousePeriods(Map<Integer, Window> days) {
        this.days = days;
    }

    /** Reads them; the reader role may. */
    public static WarehousePeriods of(Connection warehouse) throws SQLException {
        Map<Integer, Window> days = new TreeMap<>();
        new NamedSql(warehouse, Map.of())
                .all(
                        "SELECT period_id, starts_on, ends_on FROM tracktik.billing_periods",
                        row -> days.put(
                                row.getInt(1),
                                new Window(row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class))));
        return new WarehousePeriods(days);
    }

    /** Whether it is there, with whatever days. */
    public boolean has(Period period) {
        return days.containsKey(period.id());
    }

    /** What is wrong with a period where the warehouse's are cut otherwise. */
    public Optional<String> problem(Period period) {
        Window same = days.get(period.id());
        Optional<Map.Entry<Integer, Window>> other = same != null
                ? Optional.of(Map.entry(period.id(), same))
                        .filter(one -> !one.getValue().equals(period.days()))
                : days.entrySet().stream()
                        .filter(one -> !one.getValue().from().isAfter(period.lastDay())
                                && !one.getValue().to().isBefore(period.firstDay()))
                        .findFirst();
        return other.map(one -> "The warehouse's period " + one.getKey() + " is "
                + one.getValue().from() + " to " + one.getValue().to() + ", not " + period.days()
                + "; use the calendar that it was loaded by.");
    }

    /**
     * Refuses periods that are cut otherwise.
     *
     * @throws IllegalArgumentException that says which
     */
    public void requireCutAlike(Collection<Period> periods) {
        List<String> problems =
                periods.stream().flatMap(period -> problem(period).stream()).toList();
        if (!problems.isEmpty()) {
            List<String> lines = new ArrayList<>(problems.subList(0, Math.min(SHOWN, problems.size())));
            if (problems.size() > SHOWN) {
                lines.add("And " + (problems.size() - SHOWN) + " more are cut otherwise.");
            }
            throw new IllegalArgumentException(String.join(System.lineSeparator(), lines));
        }
    }
}
