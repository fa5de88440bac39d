package io.fieldhouse.etl.tracktik.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.quality.QualityCheck;
import io.fieldhouse.etl.quality.QualityRule;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sequences of loads of several cells, with shifts that overlap across them, move, change and vanish. */
class OverlapHistoryIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final List<QualityRule> RULE = List.of(Cells.rule("overlapping shifts", HourLimits.DEFAULT));

    /** A period of a region, and its first moment. */
    private record Cell(int period, long region, Instant begin) {}

    private static final List<Cell> CELLS = List.of(
            new Cell(202511, 274, Instant.parse("2025-05-16T07:00:00Z")),
            new Cell(202512, 274, Instant.parse("2025-05-30T07:00:00Z")),
            new Cell(202512, 275, Instant.parse("2025-05-30T07:00:00Z")),
            new Cell(202513, 274, Instant.parse("2025-06-13T07:00:00Z")));

    private record Shift(Cell cell, long employee, Instant start, Instant end, boolean cancelled) {
        boolean overlaps(Shift other) {
            return employee == other.employee
                    && !cancelled
                    && !other.cancelled
                    && start.isBefore(end)
                    && other.start.isBefore(other.end)
                    && start.isBefore(other.end)
                    && other.start.isBefore(end);
        }
    }

    /** How many shifts there are at most in a cell and in all, and of how many employees: such as three in a chain. */
    @ParameterizedTest
    @CsvSource({
        "1, 4, 14, 2",
        "2, 4, 14, 2",
        "3, 4, 14, 2",
        "4, 4, 14, 2",
        "5, 4, 14, 2",
        "6, 4, 14, 2",
        "7, 1, 3, 1",
        "8, 1, 3, 1",
        "9, 1, 3, 1",
        "10, 2, 3, 1",
        "11, 16, 40, 1",
        "12, 16, 40, 1",
        "13, 24, 60, 1"
    })
    void openIssuesAreTheShiftsThatOverlapInWhateverOrderCellsAreLoaded(long seed, int most, int ids, int employees)
            throws SQLException {
        Random random = new Random(seed);
        Map<Long, Shift> shifts = new TreeMap<>();
        try (Cells cells = new Cells(warehouse);
                Connection connection = cells.connect()) {
            for (int step = 0; step < 40; step++) {
                Cell cell = CELLS.get(random.nextInt(CELLS.size()));
                load(cells, cell, shifts, random, most, ids, employees);
                QualityCheck.ofUnit(
                                cells.attempt(cell.period, cell.region),
                                Map.of("period_id", cell.period, "region_id", cell.region),
                                Set.of())
                        .run(Sql.on(connection, "Checking"), RULE);
                connection.commit();
                assertThat(cells.issues("entity_key", "closed_at IS NULL"))
                        .as("seed %d, step %d: %s", seed, step, shifts)
                        .containsExactlyElementsOf(overlapping(shifts));
            }
        }
    }

    /** Makes a cell what an extract shows: some shifts, which may have been in other cells before. */
    private static void load(
            Cells cells, Cell cell, Map<Long, Shift> shifts, Random random, int most, int ids, int employees) {
        shifts.values().removeIf(shift -> shift.cell.equals(cell));
        for (int count = random.nextInt(most + 1); count > 0; count--) {
            // Most begin at the edges of the period, where they meet those of the next one and the one before.
            int hour = random.nextInt(3) > 0 ? random.nextInt(8) : 14 * 24 - 1 - random.nextInt(8);
            Instant start = cell.begin.plus(hour, ChronoUnit.HOURS);
            Instant end = start.plus(random.nextInt(12), ChronoUnit.HOURS);
            Shift shift = new Shift(cell, 1L + random.nextInt(employees), start, end, random.nextInt(6) == 0);
            // A shift that moves, moves to another region.
            shifts.merge(1L + random.nextInt(ids), shift, (was, is) -> was.cell.period == is.cell.period ? is : was);
        }
        cells.execute("DELETE FROM tracktik.fact_attendance; DELETE FROM tracktik.fact_shifts");
        shifts.forEach((id, shift) -> cells.shift(
                id,
                shift.start.toString(),
                shift.end.toString(),
                "period_id = %d, region_id = %d, employee_id = %d, status = '%s'"
                        .formatted(
                                shift.cell.period,
                                shift.cell.region,
                                shift.employee,
                                shift.cancelled ? "CANCELLED" : "ACTIVE")));
    }

    private static List<String> overlapping(Map<Long, Shift> shifts) {
        return shifts.entrySet().stream()
                .filter(one -> shifts.entrySet().stream()
                        .anyMatch(other -> !other.getKey().equals(one.getKey())
                                && one.getValue().overlaps(other.getValue())))
                .map(one -> String.valueOf(one.getKey()))
                .toList();
    }
}
