package io.fieldhouse.etl.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.calendar.Window;
import io.fieldhouse.etl.sql.Database;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Some workers at the same units, of whom one at a time does something by chance; the model does it as well. */
final class LedgerTrial {
    private static final List<String> UNITS = List.of("a", "b", "c");
    private static final OffsetDateTime LONG_AGO = OffsetDateTime.parse("2020-01-01T00:00:00Z");
    private static final OffsetDateTime ONE_DAY = OffsetDateTime.parse("2999-01-01T00:00:00Z");
    private static final int EVER = -1;

    /** Processes may have the same name; what they load is told apart all the same. */
    private record Worker(String process, LoadLedger ledger, List<Claim> claims) {
        @Override
        public String toString() {
            return process;
        }
    }

    /** A unit, as it was planned; the step since which it has to have been loaded. */
    private record Plan(PlannedUnit unit, int since) {}

    private final Database warehouse;
    private final DSLContext sql;
    private final Random random;
    private final NaiveLedger model = new NaiveLedger();
    private final List<Worker> workers = new ArrayList<>();
    private final Map<String, List<Plan>> plans = new HashMap<>();
    private int now;

    LedgerTrial(DataSource warehouse, Random random) {
        this.warehouse = new Database(warehouse);
        this.sql = DSL.using(warehouse, SQLDialect.POSTGRES);
        this.random = random;
        for (String process : List.of("one", "two", "two")) {
            workers.add(new Worker(process, ledger(warehouse, process), new ArrayList<>()));
        }
        UNITS.forEach(unit -> enter(workers.get(0), unit));
    }

    /** No claim lapses of itself. */
    static LoadLedger ledger(DataSource warehouse, String process) {
        return ledger(warehouse, process, Duration.ofHours(1));
    }

    static LoadLedger ledger(DataSource warehouse, String process, Duration lease) {
        LoadPlan plan = new LoadPlan("tracktik", "load", new UUID(1, 2), List.of(), List.of());
        return LoadLedger.open(new Database(warehouse), plan, process, lease);
    }

    private static Unit unit(String name, OffsetDateTime settledAt) {
        Window days = new Window(LocalDate.of(2025, 5, 30), LocalDate.of(2025, 6, 12));
        return new Unit(name, Scope.ALL, days, settledAt, new Unit.Title(name, ""));
    }

    static PlannedUnit entered(LoadLedger ledger, Unit unit) {
        ledger.enter(List.of(unit));
        return ledger.view().look(List.of(unit), false).get(0);
    }

    static Unit settledUnit(String name) {
        return unit(name, LONG_AGO);
    }

    static void lapse(DSLContext sql, String unit) {
        sql.execute(
                "UPDATE etl.load_units SET claim_expires_at = now() - interval '1 second' WHERE feed = ? AND state = 'claimed'",
                unit);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** One of the latest: what is long past is not all that is tried. */
    private <T> T recent(List<T> list) {
        return any(list.subList(Math.max(0, list.size() - 4), list.size()));
    }

    void step() {
        now++;
        Worker worker = any(workers);
        String unit = any(UNITS);
        int chance = random.nextInt(100);
        if (chance < 8) {
            enter(worker, unit);
        } else if (chance < 45) {
            claim(worker, unit);
        } else if (chance < 53) {
            worker.ledger().renew(Duration.ofHours(1));
            model.renew(worker, "none");
        } else if (chance < 63) {
            lapse(sql, unit);
            model.lapse(unit);
        } else if (chance < 67) {
            assertOneMayCommit(unit);
        } else if (!worker.claims().isEmpty()) {
            Claim claim = recent(worker.claims());
            if (chance < 75) {
                fail(worker, claim);
            } else {
                commit(worker, claim);
            }
        }
        assertThat(standings()).as("step %d", now).isEqualTo(model.standings());
    }

    private void enter(Worker worker, String unit) {
        boolean force = random.nextInt(3) == 0;
        boolean isSettled = random.nextInt(4) > 0;
        List<Unit> units = List.of(unit(unit, isSettled ? LONG_AGO : ONE_DAY));
        PlannedUnit planned = worker.ledger().view().look(units, force).get(0);
        worker.ledger().enter(units);
        Plan plan = new Plan(planned, force || !isSettled ? now : EVER);
        model.enter(unit);
        plans.computeIfAbsent(unit, any -> new ArrayList<>()).add(plan);
        assertThat(planned.isDue()).isEqualTo(!model.isLoaded(unit, plan.since()));
    }

    private void claim(Worker worker, String unit) {
        Plan plan = recent(plans.getOrDefault(unit, List.of()));
        Optional<Claim> claim = worker.ledger().claim(plan.unit());
        assertThat(claim.isPresent()).as("step %d", now).isEqualTo(model.claim(unit, worker, plan.since(), now));
        claim.ifPresent(worker.claims()::add);
        assertThat(worker.ledger().isLoaded(plan.unit())).isEqualTo(model.isLoaded(unit, plan.since()));
    }

    private void fail(Worker worker, Claim claim) {
        boolean interrupted = random.nextBoolean();
        worker.ledger()
                .failed(claim, new LoadException(interrupted ? Kind.INTERRUPTED : Kind.PERMANENT, "It failed.", null));
        model.fail(claim.unit().feed(), worker, claim.turn(), interrupted);
    }

    private void commit(Worker worker, Claim claim) {
        String unit = claim.unit().feed();
        boolean forGood = random.nextInt(4) > 0;
        boolean renewing = random.nextInt(4) == 0;
        boolean expected = model.mayCommit(unit, worker, claim.turn());
        Runnable meanwhile = () -> {
            if (renewing) {
                worker.ledger().renew(Duration.ofHours(1));
                model.renew(worker, unit);
            }
        };
        assertThat(end(worker, claim, forGood, meanwhile)).as("step %d", now).isEqualTo(expected);
        if (expected && forGood) {
            model.commit(unit);
        }
    }

    /** Ends a claim as loaded, and says whether that could be; it is undone afterwards unless it is for good. */
    private boolean end(Worker worker, Claim claim, boolean forGood, Runnable meanwhile) {
        try {
            warehouse.transaction("Committing", sql -> {
                worker.ledger().loaded(sql, claim, LoadCounts.NONE, 0, LONG_AGO);
                meanwhile.run();
                if (!forGood) {
                    throw new Undone();
                }
                return claim;
            });
            return true;
        } catch (Undone e) {
            return true;
        } catch (LoadException e) {
            assertThat(e.kind()).isEqualTo(Kind.TRANSIENT);
            assertThat(e).hasMessageContaining("was not committed: its claim lapsed");
            return false;
        }
    }

    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Whoever has ever claimed the unit: nobody but who holds it may commit it. */
    private void assertOneMayCommit(String unit) {
        List<Claim> able = new ArrayList<>();
        List<Claim> expected = new ArrayList<>();
        for (Worker worker : workers) {
            for (Claim claim : worker.claims()) {
                if (!claim.unit().feed().equals(unit)) {
                    continue;
                }
                if (end(worker, claim, false, () -> {})) {
                    able.add(claim);
                }
                if (model.mayCommit(unit, worker, claim.turn())) {
                    expected.add(claim);
                }
            }
        }
        assertThat(able).as("step %d", now).hasSizeLessThanOrEqualTo(1).isEqualTo(expected);
    }

    private List<String> standings() {
        return sql.fetch("""
                SELECT concat_ws(' ', feed, state, attempts, split_part(claimed_by, ' ', 1),
                                 CASE WHEN claim_expires_at < now() THEN 'lapsed' END)
                FROM etl.load_units ORDER BY feed""").getValues(0, String.class);
    }

    void assertAttempts() {
        assertThat(sql.fetch("""
                        SELECT concat_ws(' ', u.feed, row_number() OVER (PARTITION BY unit_id ORDER BY run_id), r.state)
                        FROM etl.etl_run_log r JOIN etl.load_units u USING (unit_id)
                        ORDER BY u.feed, run_id""").getValues(0, String.class)).isEqualTo(model.attempts());
    }
}
