package io.fieldhouse.etl.load;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.load.UnitResult.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a plan: takes its groups one after the other, several at once, claims their units, and has them loaded. A unit that
 * fails does not stop the others. What another worker has claimed is looked at again until it is loaded or its claim has
 * lapsed. An interrupt ends it: what is under way is given up, and begun anew by the next run. For one run.
 */
public final class LoadRunner {
    private static final Logger LOG = LoggerFactory.getLogger(LoadRunner.class);

    private final LoadLedger ledger;
    private final UnitLoader loader;
    private final RunnerLimits limits;
    private final LoadListener listener;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<UnitResult> results = new ArrayList<>();
    private final LinkedBlockingDeque<Group> waiting = new LinkedBlockingDeque<>();

    /** Units that others have, and that were waited for. */
    private final Set<Unit> awaited = ConcurrentHashMap.newKeySet();

    /** What tries that failed have read. */
    private final Map<Unit, LoadCounts> readInVain = new ConcurrentHashMap<>();

    /** Units that are yet to be loaded, how often that was tried, and when to try again. */
    private record Group(List<PlannedUnit> units, int tries, Instant notBefore) {}

    public LoadRunner(LoadLedger ledger, UnitLoader loader, RunnerLimits limits, LoadListener listener, Clock clock) {
        this.ledger = ledger;
        this.loader = loader;
        this.limits = limits;
        this.listener = listener;
        this.clock = clock;
    }

    /** Runs the plan to its end, or until the thread is interrupted. */
    public LoadReport run(LoadPlan plan) {
        plan.groups().forEach(units -> waiting.add(new Group(units, 0, Instant.MIN)));
        ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "claims"));
        long beat = limits.lease().toMillis() / 3;
        Future<?> beating = heart.scheduleWithFixedDelay(this::renew, beat, beat, TimeUnit.MILLISECONDS);
        ExecutorService workers = Executors.newFixedThreadPool(limits.unitsAtOnce(), task -> daemon(task, "units"));
        try {
            for (int i = 0; i < limits.unitsAtOnce(); i++) {
                workers.execute(this::work);
            }
            workers.shutdown();
            awaitEnd(workers);
        } finally {
            beating.cancel(true);
            heart.shutdownNow();
        }
        for (Group group : waiting) {
            group.units().forEach(unit -> end(unit, Outcome.INTERRUPTED, LoadCounts.NONE, Duration.ZERO, null));
        }
        synchronized (results) {
            return new LoadReport(plan.kind(), plan.units().count(), LoadCounts.NONE, results, plan.failure());
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Waits for the workers; when interrupted itself, it interrupts them, and waits until they have let go. */
    private void awaitEnd(ExecutorService workers) {
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = workers.awaitTermination(1, TimeUnit.HOURS);
            } catch (InterruptedException e) {
                interrupted = true;
                stopped.countDown();
                workers.shutdownNow();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A claim that could not be renewed may lapse; its unit then is not committed, and nothing is lost. */
    private void renew() {
        try {
            ledger.renew(limits.longest());
        } catch (RuntimeException e) {
            LOG.warn("The claims could not be renewed: {}", e.getMessage());
        }
    }

    private void work() {
        Group group = waiting.poll();
        while (group != null) {
            try {
                if (!isDue(group)) {
                    waiting.addFirst(group);
                    return;
                }
                load(group);
            } catch (RuntimeException | Error e) {
                // The report misses its units, and so is not complete.
                LOG.error("A worker failed in a way that nobody thought of", e);
            }
            group = waiting.poll();
        }
    }

    /** Waits for a group's time to come; it does not where the run is stopped before. */
    private boolean isDue(Group group) {
        long wait = group.notBefore().equals(Instant.MIN)
                ? 0
                : Duration.between(clock.instant(), group.notBefore()).toMillis();
        if (wait > 0 && group.tries() == 0) {
            group.units().stream().map(PlannedUnit::unit).filter(awaited::add).forEach(listener::waiting);
        }
        try {
            return stopped.getCount() > 0 && !(wait > 0 && stopped.await(wait, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void load(Group group) {
        List<Claim> claims = new ArrayList<>();
        List<PlannedUnit> busy = new ArrayList<>();
        List<PlannedUnit> again = new ArrayList<>();
        Instant begun = clock.instant();
        for (PlannedUnit unit : group.units()) {
            try {
                Optional<Claim> claim = ledger.claim(unit);
                if (claim.isPresent()) {
                    listener.begun(unit.unit());
                    claims.add(claim.get());
                } else if (ledger.isLoaded(unit)) {
                    end(unit, Outcome.SKIPPED, LoadCounts.NONE, Duration.ZERO, null);
                } else {
                    busy.add(unit);
                }
            } catch (LoadException e) {
                failed(unit, e, group, begun, again);
            }
        }
        if (!claims.isEmpty()) {
            load(claims, group, begun, again);
        }
        putBack(again, group.tries() + 1);
        putBack(busy, group.tries());
    }

    private void putBack(List<PlannedUnit> units, int tries) {
        if (!units.isEmpty()) {
            waiting.add(new Group(units, tries, clock.instant().plus(limits.pause())));
        }
    }

    private void load(List<Claim> claims, Group group, Instant begun, List<PlannedUnit> again) {
        List<Claim> open = new ArrayList<>(claims);
        try (UnitLoader.Fetched fetched = loader.fetch(claims)) {
            for (Claim claim : claims) {
                try {
                    LoadCounts counts = fetched.commit(claim);
                    open.remove(claim);
                    end(claim.planned(), Outcome.LOADED, counts, Duration.between(begun, clock.instant()), null);
                } catch (LoadException e) {
                    open.remove(claim);
                    giveUp(claim, e, group, begun, again);
                }
            }
        } catch (LoadException e) {
            LOG.warn("Loading failed: {}", e.getMessage());
            open.forEach(claim -> giveUp(claim, e, group, begun, again));
        } catch (RuntimeException e) {
            LOG.error("A unit failed in a way that nobody thought of", e);
            LoadException unforeseen = new LoadException(
                    Kind.PERMANENT,
                    "It failed in a way that nobody thought of (" + e.getClass().getSimpleName() + "): see the log.",
                    e);
            open.forEach(claim -> giveUp(claim, unforeseen, group, begun, again));
        }
    }

    private void giveUp(Claim claim, LoadException failure, Group group, Instant begun, List<PlannedUnit> again) {
        try {
            LoadCounts read = ledger.failed(claim, failure);
            readInVain.merge(claim.unit(), read, LoadCounts::plus);
        } catch (LoadException e) {
            LOG.warn("{} failed, and that could not be noted: {}", claim.unit().title(), e.getMessage());
        }
        failed(claim.planned(), failure, group, begun, again);
    }

    private void failed(PlannedUnit unit, LoadException failure, Group group, Instant begun, List<PlannedUnit> again) {
        if (failure.kind() == Kind.TRANSIENT && group.tries() + 1 < limits.tries()) {
            LOG.warn("{} failed and is tried again: {}", unit.unit().title(), failure.getMessage());
            again.add(unit);
            return;
        }
        Outcome outcome = failure.kind() == Kind.INTERRUPTED ? Outcome.INTERRUPTED : Outcome.FAILED;
        end(unit, outcome, LoadCounts.NONE, Duration.between(begun, clock.instant()), failure);
    }

    private void end(
            PlannedUnit unit, Outcome outcome, LoadCounts counts, Duration took, @Nullable LoadException failure) {
        LoadCounts all = counts.plus(readInVain.getOrDefault(unit.unit(), LoadCounts.NONE));
        UnitResult result = new UnitResult(unit.unit(), outcome, all, took, failure);
        synchronized (results) {
            results.add(result);
        }
        listener.ended(result);
    }
}
