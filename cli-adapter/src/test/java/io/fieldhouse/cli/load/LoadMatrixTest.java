package io.fieldhouse.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.calendar.Window;
import io.fieldhouse.etl.load.LoadCounts;
import io.fieldhouse.etl.load.LoadPlan;
import io.fieldhouse.etl.load.PlannedUnit;
import io.fieldhouse.etl.load.Scope;
import io.fieldhouse.etl.load.Step;
import io.fieldhouse.etl.load.Unit;
import io.fieldhouse.etl.load.UnitResult;
import io.fieldhouse.etl.load.UnitResult.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LoadMatrixTest {
    private static final List<String> REGIONS = List.of("N California", "Hawaii");
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private static Unit unit(int period, String region) {
        LocalDate day = LocalDate.of(2025, 1, 1);
        return new Unit(
                "shifts",
                Scope.ALL.with("period", period).with("region", region),
                new Window(day, day),
                OffsetDateTime.MIN,
                new Unit.Title(String.format("2025-P%02d", period), region));
    }

    private static Step step(Unit unit) {
        return new Step.Cells(List.of(new PlannedUnit(unit, OffsetDateTime.MIN, "pending", null)));
    }

    private static LoadMatrix matrix(int periods) {
        List<Step> steps = new ArrayList<>();
        for (int period = periods; period > 0; period--) {
            for (String region : REGIONS) {
                steps.add(step(unit(period, region)));
            }
        }
        return new LoadMatrix(new LoadPlan("tracktik", "backfill", new UUID(0, 1), List.of(steps), List.of()), CLOCK);
    }

    private static void begin(LoadMatrix matrix, Unit unit) {
        matrix.begun(step(unit), unit);
    }

    private static void end(LoadMatrix matrix, Unit unit, Outcome outcome) {
        matrix.ended(new UnitResult(step(unit), unit, outcome, LoadCounts.read(700, 0, 1, 1), Duration.ZERO, null));
    }

    @Test
    void eachUnitHasItsSign() {
        LoadMatrix matrix = matrix(2);
        begin(matrix, unit(2, "N California"));
        end(matrix, unit(2, "N California"), Outcome.LOADED);
        end(matrix, unit(2, "Hawaii"), Outcome.FAILED);
        end(matrix, unit(1, "N California"), Outcome.SKIPPED);
        begin(matrix, unit(1, "Hawaii"));

        assertThat(matrix.lines(80, 24))
                .startsWith("2025-P02  # x", "2025-P01  = ~", "from left: N California, Hawaii")
                .last()
                .isEqualTo("3 of 4 units, 1 failed, 2,100 records/s, 0 s left");
    }

    @Test
    void unitThatAnotherLoadHasIsSeen() {
        LoadMatrix matrix = matrix(1);
        matrix.waiting(unit(1, "Hawaii"));
        assertThat(matrix.lines(80, 24))
                .startsWith("2025-P01  . o")
                .contains("# loaded  = before  ~ loading  x failed  . waiting  o another load has it");

        end(matrix, unit(1, "Hawaii"), Outcome.SKIPPED);
        assertThat(matrix.lines(80, 24)).startsWith("2025-P01  . =");
    }

    @Test
    void periodsThatDoNotFitAreThoseThatAreDone() {
        LoadMatrix matrix = matrix(26);
        for (int period = 26; period > 20; period--) {
            for (String region : REGIONS) {
                end(matrix, unit(period, region), Outcome.LOADED);
            }
        }

        assertThat(matrix.lines(80, 14)).hasSizeLessThanOrEqualTo(14).first().isEqualTo("2025-P20  . .");
    }

    @Test
    void pictureFitsAnyTerminal() {
        LoadMatrix matrix = matrix(26);
        for (int width = 20; width < 200; width += 7) {
            for (int height = 5; height < 60; height += 3) {
                int most = width;
                assertThat(matrix.lines(width, height))
                        .hasSizeLessThan(height)
                        .allSatisfy(line -> assertThat(line.length()).isLessThan(most));
            }
        }
    }

    @Test
    void everyColumnHasItsNameOnANarrowTerminal() {
        assertThat(matrix(1).lines(28, 24)).containsSubsequence("from left: N California,", "           Hawaii");
    }

    @Test
    void untilTheFirstUnitBeginsItSaysWhatIsRead() {
        LoadMatrix matrix = matrix(1);
        Unit employees = Unit.of("employees");
        PlannedUnit planned = new PlannedUnit(employees, OffsetDateTime.MIN, "pending", null);
        matrix.begun(new Step.Refresh(planned), employees);

        assertThat(matrix.lines(80, 24)).last().isEqualTo("Reading employees");
    }

    @Test
    void unitThatComesToLightHasItsPlace() {
        LoadMatrix matrix = matrix(1);
        matrix.found(List.of(step(unit(3, "Hawaii"))));

        assertThat(matrix.lines(80, 24)).startsWith("2025-P01  . .", "2025-P03    .");
    }
}
