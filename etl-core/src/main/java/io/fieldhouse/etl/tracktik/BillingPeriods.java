package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.calendar.PeriodCalendar;
import io.fieldhouse.etl.sql.NamedSql;
import io.fieldhouse.etl.stage.Workbench;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The billing periods of the warehouse, beside those of a calendar. */
final class BillingPeriods {
    private static final int SHOWN = 5;

    private final DataSource warehouse;
    private final PeriodCalendar calendar;

    BillingPeriods(DataSource warehouse, PeriodCalendar calendar) {
        this.warehouse = warehouse;
        this.calendar = calendar;
    }

    /**
     * Sees to it that periods can be entered.
     *
     * @throws IllegalArgumentException if the warehouse has periods that are cut otherwise
     */
    void requireAlike(List<Period> periods) {
        try (Workbench workbench = Workbench.open(warehouse)) {
            workbench.work("Looking at the billing periods", connection -> requireAlike(connection, periods));
        }
    }

    /**
     * Enters all of the periods, or none where one of them is not as it is in the warehouse.
     *
     * @throws IllegalArgumentException if the warehouse has periods that are cut otherwise
     */
    void enter(List<Period> periods) {
        try (Workbench workbench = Workbench.open(warehouse)) {
            workbench.transaction("Entering the billing periods", connection -> {
                // Loads that enter the same ones in the same order do not wait for each other in a circle.
                for (Period period : inOrder(periods)) {
                    sql(connection, period).run("""
                            INSERT INTO tracktik.billing_periods
                                (period_id, calendar, label, year, number, starts_on, ends_on)
                            VALUES (:period_id, :calendar, :label, :year, :number, :starts_on, :ends_on)
                            ON CONFLICT DO NOTHING""");
                }
                return requireAlike(connection, periods);
            });
        }
    }

    private List<Period> requireAlike(Connection connection, List<Period> periods) throws SQLException {
        List<String> others = new ArrayList<>();
        for (Period period : inOrder(periods)) {
            others.addAll(others(connection, period));
        }
        if (!others.isEmpty()) {
            throw new IllegalArgumentException("The billing periods in the warehouse are cut otherwise: it has "
                    + String.join("; ", others.subList(0, Math.min(SHOWN, others.size())))
                    + (others.size() > SHOWN ? "; and " + (others.size() - SHOWN) + " more" : "")
                    + ". Use the calendar of what is there, or load into a warehouse of its own.");
        }
        return periods;
    }

    private static List<Period> inOrder(List<Period> periods) {
        return periods.stream().sorted(Comparator.comparing(Period::firstDay)).toList();
    }

    /** The periods of the warehouse that are in a period's way. */
    private List<String> others(Connection connection, Period period) throws SQLException {
        return sql(connection, period).texts("""
                SELECT concat(label, ' (', calendar, ', ', starts_on, ' to ', ends_on, ') where this load has ',
                              :label, ' (', :calendar, ', ', :starts_on, ' to ', :ends_on, ')')
                FROM tracktik.billing_periods
                WHERE (period_id = :period_id OR label = :label
                       OR daterange(starts_on, ends_on, '[]') && daterange(:starts_on, :ends_on, '[]'))
                  AND (period_id, calendar, starts_on, ends_on) <> (:period_id, :calendar, :starts_on, :ends_on)
                ORDER BY starts_on""");
    }

    private NamedSql sql(Connection connection, Period period) {
        return new NamedSql(
                connection,
                Map.of(
                        "period_id", period.id(),
                        "calendar", calendar.name(),
                        "label", period.label(),
                        "year", period.year(),
                        "number", period.number(),
                        "starts_on", period.firstDay(),
                        "ends_on", period.lastDay()));
    }
}
