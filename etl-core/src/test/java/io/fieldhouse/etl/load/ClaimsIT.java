package io.fieldhouse.etl.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.calendar.Window;
import io.fieldhouse.etl.load.UnitResult.Outcome;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long a claim holds. */
class ClaimsIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final Unit UNIT = new Unit(
            "shifts",
            Scope.ALL.with("region", 274),
            new Window(LocalDate.of(2025, 5, 30), LocalDate.of(2025, 6, 12)),
            OffsetDateTime.of(2025, 6, 14, 0, 0, 0, 0, ZoneOffset.UTC),
            new Unit.Title("a unit", ""));

    @BeforeEach
    void begin() {
        warehouse.sql().execute("TRUNCATE etl.load_units CASCADE");
    }

    private static LoadLedger ledger(String process, Duration lease) {
        return LedgerTrial.ledger(warehouse.dataSource(), process, lease);
    }

    /** Whether the claim holds for more than half an hour yet. */
    private static boolean holdsLong() {
        return Boolean.TRUE.equals(
                warehouse.sql().fetchValue("SELECT claim_expires_at > now() + interval '30 min' FROM etl.load_units"));
    }

    @Test
    void claimIsRenewedForAsLongAsAUnitMayTakeAndThenLapses() {
        LoadLedger ledger = ledger("one", Duration.ofHours(1));
        PlannedUnit planned = LedgerTrial.entered(ledger, UNIT);
        assertThat(ledger.claim(planned)).isPresent();

        warehouse.sql().execute("UPDATE etl.load_units SET claim_expires_at = now()");
        warehouse.sql().execute("UPDATE etl.etl_run_log SET started_at = now() - interval '119 min'");
        ledger.renew(Duration.ofHours(2));
        assertThat(holdsLong()).isTrue();

        warehouse.sql().execute("UPDATE etl.load_units SET claim_expires_at = now()");
        warehouse.sql().execute("UPDATE etl.etl_run_log SET started_at = now() - interval '121 min'");
        ledger.renew(Duration.ofHours(2));
        assertThat(holdsLong()).isFalse();
        assertThat(ledger("two", Duration.ofHours(1)).claim(planned)).isPresent();
    }

    @Test
    void unitThatWasTakenOverFromAnotherIsRenewed() {
        PlannedUnit planned = LedgerTrial.entered(ledger("one", Duration.ofHours(1)), UNIT);
        assertThat(ledger("one", Duration.ofHours(1)).claim(planned)).isPresent();
        warehouse.sql().execute("UPDATE etl.etl_run_log SET started_at = now() - interval '1 day'");
        warehouse.sql().execute("UPDATE etl.load_units SET claim_expires_at = now()");
        LoadLedger other = ledger("two", Duration.ofHours(1));
        assertThat(other.claim(planned)).isPresent();

        warehouse.sql().execute("UPDATE etl.load_units SET claim_expires_at = now()");
        other.renew(Duration.ofHours(2));
        assertThat(holdsLong()).isTrue();
    }

    @Test
    @Timeout(60)
    void unitOfAWorkerThatHangsIsTakenOverByAnother() throws Exception {
        Duration lease = Duration.ofMillis(90);
        RunnerLimits limits = new RunnerLimits(1, lease, 1, Duration.ZERO, Duration.ofMillis(300));
        LoadLedger ledger = ledger("one", lease);
        PlannedUnit planned = LedgerTrial.entered(ledger, UNIT);
        CountDownLatch goesOn = new CountDownLatch(1);
        StepWork hanging = (step, claims) -> {
            await(goesOn);
            throw new LoadException(Kind.PERMANENT, "It hung.", null);
        };
        ExecutorService runner = Executors.newSingleThreadExecutor();
        Future<LoadReport> running = runner.submit(() -> new LoadRunner(
                        new LoadContext(
                                new Database(warehouse.dataSource()),
                                ledger,
                                LoadLimits.DEFAULT.with(limits),
                                Clock.systemUTC()),
                        hanging,
                        LoadListener.NONE)
                .run(new LoadPlan(
                        "tracktik",
                        "load",
                        UUID.randomUUID(),
                        List.of(List.of(new Step.Cells(List.of(planned)))),
                        List.of())));
        LoadLedger other = ledger("two", Duration.ofHours(1));
        awaitRunning();
        Optional<Claim> taken = Optional.empty();
        while (taken.isEmpty()) {
            taken = other.claim(planned);
        }
        goesOn.countDown();
        runner.shutdown();

        assertThat(running.get().count(Outcome.FAILED)).isOne();
        // Whoever comes late ends nothing that is another's.
        assertThat(warehouse.sql().fetchValue("SELECT state FROM etl.load_units"))
                .isEqualTo("claimed");
        assertThat(holdsLong()).isTrue();
    }

    private static void awaitRunning() {
        while (warehouse
                .sql()
                .fetch("SELECT 1 FROM etl.load_units WHERE state = 'claimed'")
                .isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
