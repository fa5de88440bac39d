package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.calendar.PeriodCalendar;
import io.fieldhouse.etl.calendar.Window;
import io.fieldhouse.etl.sql.NamedSql;
import io.fieldhouse.etl.stage.Workbench;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The billing periods of the warehouse: all of one calendar. Between the periods of two there would be days that are in
 * none, or in two.
 */
final class BillingPeriods {
    private static final int SHOWN = 5;

    private final DataSource warehouse;
    private final PeriodCalendar calendar;

    BillingPeriods(DataSource warehouse, PeriodCalendar calendar) {
        this.warehouse = warehouse;
        this.calendar = calendar;
    }

    /**
     * Sees to it that the warehouse was loaded by this calendar, if it was loaded.
     *
     * @throws IllegalArgumentException if it has periods that are cut otherwise
     */
    void requireAlike() {
        try (Workbench workbench = Workbench.open(warehouse)) {
            workbench.work("Looking at the billing periods", this::requireAlike);
        }
    }

    /**
     * Enters all of the periods, or none where the warehouse was loaded by another calendar.
     *
     * @throws IllegalArgumentException if it has periods that are cut otherwise
     */
    void enter(List<Period> periods) {
        try (Workbench workbench = Workbench.open(warehouse)) {
            workbench.transaction("Entering the billing periods", connection -> {
                // Of two loads that begin together by two calendars, the second one sees what the first has entered.
                new NamedSql(connection, Map.of())
                        .number(
                                "SELECT count(*) FROM pg_advisory_xact_lock("
                                        + "'pg_class'::regclass::oid::integer, 'tracktik.billing_periods'::regclass::oid::integer)");
                for (Period period : periods) {
                    enter(connection, period);
                }
                return requireAlike(connection);
            });
        }
    }

    private void enter(Connection connection, Period period) throws SQLException {
        Map<String, Object> values = Map.of(
                "period_id", period.id(),
                "calendar", calendar.name(),
                "label", period.label(),
                "year", period.year(),
                "number", period.number(),
                "starts_on", period.firstDay(),
                "ends_on", period.lastDay());
        new NamedSql(connection, values).run("""
                INSERT INTO tracktik.billing_periods (period_id, calendar, label, year, number, starts_on, ends_on)
                VALUES (:period_id, :calendar, :label, :year, :number, :starts_on, :ends_on)
                ON CONFLICT DO NOTHING""");
    }

    private List<String> requireAlike(Connection connection) throws SQLException {
        List<String> others = new NamedSql(connection, Map.of())
                        .all(
                                "SELECT calendar, label, starts_on, ends_on FROM tracktik.billing_periods ORDER BY starts_on",
                                this::other)
                        .stream()
                        .flatMap(Optional::stream)
                        .toList();
        if (!others.isEmpty()) {
            throw new IllegalArgumentException("The billing periods in the warehouse are cut otherwise: it has "
                    + String.join("; ", others.subList(0, Math.min(SHOWN, others.size())))
                    + (others.size() > SHOWN ? "; and " + (others.size() - SHOWN) + " more" : "")
                    + ". Use the calendar of what is there, or load into a warehouse of its own.");
        }
        return others;
    }

    /** A period of the warehouse that is none of this calendar. */
    private Optional<String> other(ResultSet row) throws SQLException {
        String there = called(
                row.getString("label"),
                row.getString("calendar"),
                new Window(row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class)));
        Period period = calendar.containing(row.getObject("starts_on", LocalDate.class));
        String here = called(period.label(), calendar.name(), period.days());
        return there.equals(here) ? Optional.empty() : Optional.of(there + " where this load has " + here);
    }

    private static String called(String label, String calendar, Window days) {
        return label + " (" + calendar + ", " + days + ")";
    }
}
