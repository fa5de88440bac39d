package io.fieldhouse.etl.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.load.UnitResult.Outcome;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of a load whose steps fail in ways that they should not. */
class LoadRunnerIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private final Database database = new Database(warehouse.dataSource());

    /** What committing a unit does beside, by its feed. */
    private final Map<String, Supplier<List<Step>>> commits = new HashMap<>();

    private LoadLedger ledger;

    @BeforeEach
    void begin() {
        warehouse.sql().execute("TRUNCATE etl.load_units CASCADE");
        ledger = ledger();
    }

    private LoadLedger ledger() {
        return LedgerTrial.ledger(warehouse.dataSource(), "test", Duration.ofHours(1));
    }

    private PlannedUnit planned(String feed) {
        return ledger.view().look(feed);
    }

    private LoadReport run(List<List<Step>> phases) {
        LoadContext context = new LoadContext(
                database,
                ledger,
                LoadLimits.DEFAULT.with(new RunnerLimits(1, Duration.ofHours(1), 1, Duration.ZERO)),
                Clock.systemUTC());
        LoadPlan plan = new LoadPlan("tracktik", "load", UUID.randomUUID(), phases, List.of());
        ledger.enter(plan.units().map(PlannedUnit::unit).toList());
        return new LoadRunner(context, (step, claims) -> new Committed(context), LoadListener.NONE).run(plan);
    }

    private final class Committed implements StepWork.Prepared {
        private final LoadContext context;

        Committed(LoadContext context) {
            this.context = context;
        }

        @Override
        public StepWork.Done commit(Claim claim) {
            Supplier<List<Step>> found = commits.getOrDefault(claim.unit().feed(), List::of);
            if (claim.unit().feed().startsWith("bad ")) {
                assertThat(found.get()).isEmpty();
            }
            return database.transaction("Loading", sql -> {
                ledger.loaded(sql, claim, LoadCounts.NONE, 0, context.now());
                return new StepWork.Done(LoadCounts.NONE, found);
            });
        }

        @Override
        public void close() {}
    }

    private static List<Outcome> outcomes(LoadReport report) {
        return report.results().stream().map(UnitResult::outcome).toList();
    }

    @Test
    void whatComesToLightIsLoadedInTheNextPhase() {
        Step cell = new Step.Cells(List.of(planned("cell")));
        commits.put("changes", () -> List.of(cell));
        LoadReport report =
                run(List.of(List.of(new Step.Follow(planned("changes"))), List.of(new Step.Check(planned("quality")))));

        assertThat(report.results())
                .extracting(result -> result.unit().feed())
                .containsExactlyInAnyOrder("changes", "quality", "cell");
        assertThat(report.planned()).isEqualTo(3);
        assertThat(report.isComplete()).isTrue();
    }

    @Test
    void loadThatDoesNotFindOutWhatCameToLightIsNotComplete() {
        commits.put("changes", () -> {
            throw new LoadException(Kind.TRANSIENT, "Nobody answers.", null);
        });
        LoadReport report = run(List.of(List.of(new Step.Follow(planned("changes"))), List.of()));

        assertThat(outcomes(report)).containsExactly(Outcome.FAILED);
        assertThat(report.isComplete()).isFalse();
        // What it has committed stays.
        assertThat(warehouse.sql().fetchValue("SELECT state FROM etl.load_units"))
                .isEqualTo("loaded");
    }

    @Test
    void dimensionThatDiesWithoutAWordKeepsFactsFromBeginning() {
        commits.put("bad clients", () -> {
            throw new StackOverflowError("Ada Example");
        });
        LoadReport report = run(List.of(
                List.of(new Step.Refresh(planned("bad clients"))), List.of(new Step.Cells(List.of(planned("cell"))))));

        assertThat(outcomes(report)).containsExactly(Outcome.FAILED, Outcome.NOT_BEGUN);
        assertThat(report.results().get(0).error())
                .contains("Unexpected error (StackOverflowError)")
                .doesNotContain("Ada");
        assertThat(warehouse.sql().fetchValue("SELECT state FROM etl.load_units WHERE feed = 'bad clients'"))
                .isEqualTo("failed");
    }

    @Test
    void whatIsAboutTheLoadItselfIsDoneThoughAnotherLoadDidItMeanwhile() {
        PlannedUnit check = ledger.view().always("quality");
        PlannedUnit refresh = ledger.view().look("clients");
        run(List.of(List.of(new Step.Check(check), new Step.Refresh(refresh))));

        ledger = ledger();
        assertThat(outcomes(run(List.of(List.of(new Step.Check(check), new Step.Refresh(refresh))))))
                .containsExactly(Outcome.LOADED, Outcome.SKIPPED);
    }
}
