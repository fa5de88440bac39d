package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.calendar.PeriodCalendar;
import io.fieldhouse.etl.calendar.Window;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The billing periods of the warehouse: all of one calendar. Between the periods of two there would be days that are in
 * none, or in two. Each is known by its year and number alone, which another calendar may give to other days.
 */
public final class BillingPeriods {
    private static final Statements SQL = Statements.of(BillingPeriods.class);
    private static final int SHOWN = 5;

    private final Database warehouse;
    private final PeriodCalendar calendar;

    public BillingPeriods(Database warehouse, PeriodCalendar calendar) {
        this.warehouse = warehouse;
        this.calendar = calendar;
    }

    /**
     * Requires that all periods of the warehouse are of this calendar, before a load.
     *
     * @throws Refusal if some are cut otherwise
     */
    void requireAlike() {
        warehouse.work("Looking at the billing periods", this::requireAlike);
    }

    /**
     * Enters all of the periods, or none where the warehouse was loaded by another calendar.
     *
     * @throws Refusal if it has periods that are cut otherwise
     */
    void enter(List<Period> periods) {
        warehouse.transaction("Entering the billing periods", sql -> {
            // Of two loads that begin together by two calendars, the second one sees what the first has entered.
            sql.takeTurn("tracktik.billing_periods");
            with(sql, periods).with("calendar", calendar.name()).run(SQL.get("enter"));
            return requireAlike(sql);
        });
    }

    private List<String> requireAlike(Sql sql) {
        List<String> others = sql.all(SQL.get("all"), this::other).stream()
                .flatMap(Optional::stream)
                .toList();
        if (!others.isEmpty()) {
            throw new Refusal("The billing periods in the warehouse are cut otherwise: it has "
                    + String.join("; ", others.subList(0, Math.min(SHOWN, others.size())))
                    + (others.size() > SHOWN ? "; and " + (others.size() - SHOWN) + " more" : "")
                    + ". Use the calendar of what is there, or load into a warehouse of its own.");
        }
        return others;
    }

    /** A period of the warehouse that is none of this calendar. */
    private Optional<String> other(ResultSet row) throws SQLException {
        Window days = window(row, "starts_on", "ends_on");
        String there = called(row.getString("label"), row.getString("calendar"), days);
        Period period = calendar.containing(days.from());
        String here = called(period.label(), calendar.name(), period.days());
        return there.equals(here) ? Optional.empty() : Optional.of(there + " where this load has " + here);
    }

    private static String called(String label, String calendar, Window days) {
        return label + " (" + calendar + ", " + days + ")";
    }

    /**
     * Requires that the warehouse has none of these periods cut otherwise; it may lack them. The reader role may look.
     *
     * @throws Refusal that names those that are
     */
    public void requireCutAlike(Collection<Period> periods) {
        List<String> problems = warehouse.work("Looking for periods", sql -> problems(sql, periods));
        if (!problems.isEmpty()) {
            String more = problems.size() > SHOWN
                    ? System.lineSeparator() + "And " + (problems.size() - SHOWN) + " more are cut otherwise."
                    : "";
            throw new Refusal(String.join(System.lineSeparator(), problems.subList(0, Math.min(SHOWN, problems.size())))
                    + more);
        }
    }

    /** Returns why a period cannot be compared: the warehouse's are cut otherwise, or it lacks this one. */
    public static Optional<String> problem(Sql sql, Period period) {
        return problems(sql, List.of(period)).stream()
                .findFirst()
                .or(() -> sql.with("period_id", period.id()).holds(SQL.get("has"))
                        ? Optional.empty()
                        : Optional.of("The period " + period.label() + " has not been loaded; load it first."));
    }

    private static List<String> problems(Sql sql, Collection<Period> periods) {
        return with(sql, periods)
                .all(
                        SQL.get("cut-otherwise"),
                        row -> "The warehouse's period " + row.getInt("period_id") + " is "
                                + window(row, "starts_on", "ends_on") + ", not " + window(row, "first_day", "last_day")
                                + "; use the calendar that it was loaded by.");
    }

    private static Window window(ResultSet row, String from, String to) throws SQLException {
        return new Window(row.getObject(from, LocalDate.class), row.getObject(to, LocalDate.class));
    }

    private static Sql with(Sql sql, Collection<Period> periods) {
        return sql.with(Map.of(
                "period_ids", periods.stream().map(Period::id).toList(),
                "labels", periods.stream().map(Period::label).toList(),
                "first_days", periods.stream().map(Period::firstDay).toList(),
                "last_days", periods.stream().map(Period::lastDay).toList()));
    }
}
