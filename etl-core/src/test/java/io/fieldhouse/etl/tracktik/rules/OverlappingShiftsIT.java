package io.fieldhouse.etl.tracktik.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.etl.quality.QualityCheck;
import io.fieldhouse.etl.quality.QualityRule;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an employee is planned for at the same time, here and elsewhere. */
class OverlappingShiftsIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private Cells cells;

    @BeforeEach
    void begin() throws SQLException {
        cells = new Cells(warehouse);
    }

    @AfterEach
    void end() throws SQLException {
        cells.close();
    }

    private List<String> found() {
        return cells.found("overlapping shifts");
    }

    private List<String> othersOf(long shift) {
        return cells.issues("details ->> 'shifts'", "closed_at IS NULL AND entity_key = '" + shift + "'");
    }

    private void shift(long id, String start, String end) {
        cells.shift(id, start, end, "status = 'ACTIVE'");
    }

    @Test
    void shiftsThatTouchDoNotOverlap() {
        shift(1, "2025-06-02 00:00-07", "2025-06-02 08:00-07");
        shift(2, "2025-06-02 08:00-07", "2025-06-02 16:00-07");
        shift(3, "2025-06-02 15:59-07", "2025-06-02 23:00-07");
        shift(4, "2025-06-02 23:00-07", "2025-06-02 23:00-07");
        shift(5, "2025-06-02 04:00-07", "2025-06-02 04:00-07");

        assertThat(found()).containsExactly("2", "3");
        assertThat(othersOf(2)).containsExactly("[3]");
        assertThat(othersOf(3)).containsExactly("[2]");
    }

    @Test
    void onlyShiftsOfOneEmployeeThatAreNotCancelledOverlap() {
        cells.shift(1, "employee_id = 1");
        cells.shift(2, "employee_id = 2, status = 'CANCELLED'");
        cells.shift(3, "employee_id = 2");
        cells.shift(4, "employee_id = NULL");
        cells.shift(5, "employee_id = NULL");
        cells.shift(6, "employee_id = 6, status = NULL");
        cells.shift(7, "employee_id = 6");

        assertThat(found()).containsExactly("6", "7");
    }

    @Test
    void shiftsOfOtherRegionsAreFoundWhereTheyOverlapOneOfThisCell() {
        cells.shift(1, "status = 'ACTIVE'");
        cells.shift(2, "2025-06-02 15:00-07", "2025-06-02 23:00-07", "region_id = 275");
        cells.shift(3, "2025-06-04 15:00-07", "2025-06-04 23:00-07", "region_id = 275");
        cells.shift(4, "2025-06-04 16:00-07", "2025-06-04 17:00-07", "region_id = 275");

        assertThat(found()).containsExactly("1", "2");
        assertThat(othersOf(1)).containsExactly("[2]");
        assertThat(othersOf(2)).containsExactly("[1]");
    }

    @Test
    void shiftsOfTheNeighbouringPeriodsAreFoundToo() {
        cells.shift(1, "2025-05-29 22:00-07", "2025-05-30 06:00-07", "period_id = 202511");
        cells.shift(2, "2025-05-30 05:00-07", "2025-05-30 13:00-07", "status = 'ACTIVE'");
        cells.shift(3, "2025-06-12 20:00-07", "2025-06-13 04:00-07", "status = 'ACTIVE'");
        cells.shift(4, "2025-06-13 03:30-07", "2025-06-13 11:30-07", "period_id = 202513");

        assertThat(found()).containsExactly("1", "2", "3", "4");
        assertThat(othersOf(2)).containsExactly("[1]");
        assertThat(othersOf(3)).containsExactly("[4]");
    }

    @Test
    void shiftsOfTheYearBeforeAreFoundToo() {
        warehouse.sql().fetch("SELECT tracktik.ensure_fact_partitions(2024)");
        cells.shift(1, "2024-12-26 22:00-08", "2024-12-27 06:00-08", "period_id = 202426");
        cells.shift(2, "2024-12-27 05:00-08", "2024-12-27 13:00-08", "status = 'ACTIVE'");

        assertThat(found()).containsExactly("1", "2");
        assertThat(othersOf(2)).containsExactly("[1]");
    }

    @Test
    void longShiftOverlapsAllThatBeginWithinItEvenBehindShortOnes() {
        shift(1, "2025-06-02 00:00-07", "2025-06-04 00:00-07");
        shift(2, "2025-06-02 01:00-07", "2025-06-02 02:00-07");
        shift(3, "2025-06-03 01:00-07", "2025-06-03 02:00-07");
        shift(4, "2025-06-04 00:00-07", "2025-06-04 01:00-07");

        assertThat(found()).containsExactly("1", "2", "3");
        assertThat(othersOf(1)).containsExactly("[3, 2]");
        assertThat(othersOf(3)).containsExactly("[1]");
    }

    @Test
    void nightOnWhichTheClocksArePutBackIsNoOverlap() {
        shift(1, "2025-11-01 22:00-07", "2025-11-02 01:30-07");
        shift(2, "2025-11-02 01:00-08", "2025-11-02 06:00-08");
        shift(3, "2025-11-02 01:15-07", "2025-11-02 01:45-07");

        assertThat(found()).containsExactly("1", "3");
    }

    @Test
    void someOfManyOthersAreNamed() {
        for (int id = 1; id <= 40; id++) {
            shift(id, "2025-06-02 08:00-07", "2025-06-02 16:00-07");
        }
        assertThat(found()).hasSize(40);
        assertThat(cells.issues("jsonb_array_length(details -> 'shifts')", "closed_at IS NULL"))
                .containsOnly("10");
    }

    @Test
    void issueClosesWithTheLastOfManyOthersThoughItIsNotNamed() {
        cells.shift(1, "2025-06-02 08:00-07", "2025-06-02 16:00-07", "period_id = 202511");
        cells.shift(2, "2025-06-02 09:00-07", "2025-06-02 16:00-07", "status = 'ACTIVE'");
        for (int id = 11; id <= 20; id++) {
            cells.shift(id, "2025-06-02 10:00-07", "2025-06-02 16:00-07", "period_id = 202513");
        }
        for (int period : List.of(202511, 202513, 202512)) {
            cells.found("overlapping shifts", period);
        }
        assertThat(othersOf(2)).containsExactly("[11, 12, 13, 14, 15, 16, 17, 18, 19, 20]");

        cells.execute("DELETE FROM tracktik.fact_shifts WHERE period_id = 202513");
        assertThat(cells.found("overlapping shifts", 202513)).containsExactly("1", "2");
        cells.execute("DELETE FROM tracktik.fact_shifts WHERE period_id = 202511");
        assertThat(cells.found("overlapping shifts", 202511)).isEmpty();
    }

    @Test
    void ofWhatStopsAUnitNothingIsKeptForAnother() throws SQLException {
        long other = Objects.requireNonNull(cells.attempt(Cells.PERIOD, 275).unitId());
        cells.shift(1, "status = 'ACTIVE'");
        cells.shift(2, "2025-06-02 15:00-07", "2025-06-02 23:00-07", "region_id = 275");
        QualityRule rule = Cells.rule("overlapping shifts", HourLimits.DEFAULT);
        QualityCheck check = QualityCheck.ofUnit(
                cells.attempt("shifts"), Map.of("period_id", Cells.PERIOD, "region_id", Cells.REGION), Set.of(rule));
        try (Connection connection = cells.connect()) {
            Sql sql = Sql.on(connection, "Checking");
            assertThatThrownBy(() -> check.run(sql, List.of(rule))).hasMessageContaining("finds 2");
            connection.rollback();
            check.keepWhatStopped(sql);
            connection.commit();
        }

        assertThat(cells.issues("entity_key", "true")).containsExactly("1");
        assertThat(found()).containsExactly("1", "2");
        assertThat(cells.issues("unit_id", "entity_key = '2'")).containsExactly(String.valueOf(other));
    }
}
