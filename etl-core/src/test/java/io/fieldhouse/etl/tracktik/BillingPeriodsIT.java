package io.fieldhouse.etl.tracktik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.calendar.PeriodCalendar;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.warehouse.WarehouseRoles;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BillingPeriodsIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final PeriodCalendar WEEKS = PeriodCalendar.weeks(LocalDate.of(2025, 5, 30));
    private static final PeriodCalendar MONTHS = PeriodCalendar.months();

    private final Database loader = new Database(warehouse.dataSourceAs(WarehouseRoles.LOADER));
    private final Database reader = new Database(warehouse.dataSourceAs(WarehouseRoles.READER));
    private final List<Period> weeks = WEEKS.between(LocalDate.of(2025, 2, 7), LocalDate.of(2025, 6, 5));

    @BeforeEach
    void enterTwice() {
        warehouse.sql().execute("TRUNCATE tracktik.billing_periods CASCADE");
        new BillingPeriods(loader, WEEKS).enter(weeks);
        new BillingPeriods(loader, WEEKS).enter(weeks);
    }

    @Test
    void periodsAreEnteredOnceAsTheirCalendarHasThem() {
        assertThat(warehouse.sql().fetch("SELECT * FROM tracktik.billing_periods ORDER BY starts_on"))
                .hasSameSizeAs(weeks)
                .first()
                .extracting(row -> List.of(row.get("period_id"), row.get("calendar"), row.get("label")))
                .isEqualTo(List.of(202507, "weeks", "2025-W07"));
        assertThat(warehouse
                        .sql()
                        .fetchValue("SELECT bool_and(period_id = year * 100 + number) FROM tracktik.billing_periods"))
                .isEqualTo(true);
    }

    @Test
    void nothingIsEnteredByAnotherCalendar() {
        assertThatThrownBy(() -> new BillingPeriods(loader, MONTHS).enter(List.of(MONTHS.labelled("2024-M01"))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cut otherwise");
        assertThat(warehouse.sql().fetchCount(DSL.table("tracktik.billing_periods")))
                .isEqualTo(weeks.size());
    }

    @Test
    void readerLearnsWhichPeriodsAreCutOtherwise() {
        BillingPeriods periods = new BillingPeriods(reader, MONTHS);
        List<Period> months = MONTHS.between(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 1));

        assertThatCode(() -> periods.requireCutAlike(List.of())).doesNotThrowAnyException();
        assertThatCode(() -> periods.requireCutAlike(months.subList(0, 1))).doesNotThrowAnyException();
        assertThatThrownBy(() -> periods.requireCutAlike(months.subList(1, 2)))
                .isInstanceOf(Refusal.class)
                .hasMessage("The warehouse's period 202507 is 2025-02-07 to 2025-02-13, not 2025-02-01 to 2025-02-28;"
                        + " use the calendar that it was loaded by.");
        assertThatThrownBy(() -> periods.requireCutAlike(months))
                .hasMessageContaining("not 2025-06-01 to 2025-06-30;")
                .hasMessageNotContaining("2025-07-01 to")
                .hasMessageEndingWith("And 6 more are cut otherwise.");
    }

    @Test
    void periodThatIsNotThereIsNotLoaded() {
        Period there = weeks.get(0);
        assertThat(problem(there)).isEmpty();
        assertThat(problem(WEEKS.previous(there))).contains("The period 2025-W06 has not been loaded; load it first.");
        assertThat(problem(MONTHS.labelled("2025-M03"))).get().asString().contains("not 2025-03-01 to 2025-03-31");
    }

    private Optional<String> problem(Period period) {
        return reader.work("Looking", sql -> BillingPeriods.problem(sql, period));
    }
}
