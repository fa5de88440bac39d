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
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a plan, phase by phase: takes its steps one after the other, several at once, claims their units, and has them done. A
 * unit that fails does not stop the others, unless its step is one that later steps build on. What another worker has claimed
 * is looked at again until it is loaded or its claim has lapsed. An interrupt ends it: what is under way is given up, and
 * begun anew by the next run. For one run.
 */
final class LoadRunner {
    private static final Logger LOG = LoggerFactory.getLogger(LoadRunner.class);

    private final LoadLedger ledger;
    private final StepWork work;
    private final RunnerLimits limits;
    private final LoadListener listener;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<UnitResult> results = new ArrayList<>();
    private final LinkedBlockingDeque<Turn> waiting = new LinkedBlockingDeque<>();
    private final ConcurrentLinkedQueue<Step> found = new ConcurrentLinkedQueue<>();
    private long planned;

    /** Units that others have, and that were waited for. */
    private final Set<Unit> awaited = ConcurrentHashMap.newKeySet();

    /** What failed tries have read. */
    private final Map<Unit, LoadCounts> readByFailedTries = new ConcurrentHashMap<>();

    /** Units of a step that are still to be loaded, how often that was tried, and when to try again. */
    private record Turn(Step step, List<PlannedUnit> units, int tries, Instant notBefore) {}

    LoadRunner(LoadContext context, StepWork work, LoadListener listener) {
        this.ledger = context.ledger();
        this.work = work;
        this.limits = context.limits().runner();
        this.listener = listener;
        this.clock = context.clock();
    }

    /** Runs the plan to its end, or until the thread is interrupted. */
    LoadReport run(LoadPlan plan) {
        ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "claims"));
        long beat = limits.lease().toMillis() / 3;
        Future<?> beating = heart.scheduleWithFixedDelay(this::renew, beat, beat, TimeUnit.MILLISECONDS);
        List<Step> before = new ArrayList<>();
        try {
            for (List<Step> phase : plan.phases()) {
                List<Step> steps = new ArrayList<>(phase);
                steps.addAll(takeFound());
                planned += phase.stream().mapToLong(step -> step.units().size()).sum();
                run(steps, areRefreshed(before));
                before.addAll(phase);
            }
        } finally {
            beating.cancel(true);
            heart.shutdownNow();
        }
        synchronized (results) {
            return new LoadReport(plan.source(), plan.kind(), planned, LoadCounts.NONE, results);
        }
    }

    private List<Step> takeFound() {
        List<Step> steps = new ArrayList<>();
        for (Step step = found.poll(); step != null; step = found.poll()) {
            steps.add(step);
        }
        List<PlannedUnit> units =
                steps.stream().flatMap(step -> step.units().stream()).toList();
        if (units.isEmpty()) {
            return steps;
        }
        planned += units.size();
        listener.found(steps);
        if (isStopped()) {
            return steps;
        }
        try {
            ledger.enter(units.stream().map(PlannedUnit::unit).toList());
            return steps;
        } catch (LoadException e) {
            steps.forEach(step ->
                    step.units().forEach(unit -> end(step, unit, outcome(e), LoadCounts.NONE, Duration.ZERO, e)));
            return List.of();
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void run(List<Step> steps, boolean mayBegin) {
        steps.forEach(step -> waiting.add(new Turn(step, step.units(), 0, Instant.MIN)));
        if (mayBegin && !isStopped()) {
            ExecutorService workers = Executors.newFixedThreadPool(limits.unitsAtOnce(), task -> daemon(task, "units"));
            for (int i = 0; i < limits.unitsAtOnce(); i++) {
                workers.execute(this::work);
            }
            workers.shutdown();
            awaitEnd(workers);
        }
        Outcome left = isStopped() ? Outcome.INTERRUPTED : Outcome.NOT_BEGUN;
        for (Turn turn = waiting.poll(); turn != null; turn = waiting.poll()) {
            Step step = turn.step();
            turn.units().forEach(unit -> end(step, unit, left, LoadCounts.NONE, Duration.ZERO, null));
        }
    }

    /** Whether all dimensions of some steps are up to date: what points to others would be wrong without a sign of it. */
    private boolean areRefreshed(List<Step> steps) {
        synchronized (results) {
            Set<Unit> done = results.stream()
                    .filter(result -> result.outcome() == Outcome.LOADED || result.outcome() == Outcome.SKIPPED)
                    .map(UnitResult::unit)
                    .collect(Collectors.toSet());
            return steps.stream()
                    .filter(Step.Refresh.class::isInstance)
                    .flatMap(step -> step.units().stream())
                    .allMatch(unit -> done.contains(unit.unit()));
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
        } catch (LoadException e) {
            LOG.warn("The claims could not be renewed: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Renewing the claims failed unexpectedly", e);
        }
    }

    private void work() {
        Turn turn = waiting.poll();
        while (turn != null) {
            try {
                if (!isDue(turn)) {
                    waiting.addFirst(turn);
                    return;
                }
                load(turn);
            } catch (RuntimeException | Error e) {
                LOG.error("A worker failed unexpectedly", e);
                endTheRest(turn, unexpected(e));
            }
            turn = waiting.poll();
        }
    }

    /** Waits for a turn's time to come; returns false where the run is stopped before. */
    private boolean isDue(Turn turn) {
        long wait = turn.notBefore().equals(Instant.MIN)
                ? 0
                : Duration.between(clock.instant(), turn.notBefore()).toMillis();
        if (wait > 0 && turn.tries() == 0) {
            turn.units().stream().map(PlannedUnit::unit).filter(awaited::add).forEach(listener::waiting);
        }
        try {
            return !isStopped() && !(wait > 0 && stopped.await(wait, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void load(Turn turn) {
        List<Claim> claims = new ArrayList<>();
        List<PlannedUnit> busy = new ArrayList<>();
        List<PlannedUnit> again = new ArrayList<>();
        Instant begun = clock.instant();
        for (PlannedUnit unit : turn.units()) {
            try {
                Optional<Claim> claim = ledger.claim(unit);
                if (claim.isPresent()) {
                    listener.begun(turn.step(), unit.unit());
                    claims.add(claim.get());
                } else if (ledger.isLoaded(unit)) {
                    end(turn.step(), unit, Outcome.SKIPPED, LoadCounts.NONE, Duration.ZERO, null);
                } else {
                    busy.add(unit);
                }
            } catch (LoadException e) {
                failed(unit, e, turn, begun, again);
            }
        }
        if (!claims.isEmpty()) {
            load(claims, turn, begun, again);
        }
        putBack(turn.step(), again, turn.tries() + 1);
        putBack(turn.step(), busy, turn.tries());
    }

    private void putBack(Step step, List<PlannedUnit> units, int tries) {
        if (!units.isEmpty()) {
            waiting.add(new Turn(step, units, tries, clock.instant().plus(limits.pause())));
        }
    }

    private void load(List<Claim> claims, Turn turn, Instant begun, List<PlannedUnit> again) {
        List<Claim> open = new ArrayList<>(claims);
        try (StepWork.Prepared prepared = work.prepare(turn.step(), claims)) {
            for (Claim claim : claims) {
                try {
                    StepWork.Done done = prepared.commit(claim);
                    open.remove(claim);
                    loaded(turn.step(), claim, done, begun);
                } catch (LoadException e) {
                    open.remove(claim);
                    giveUp(claim, e, turn, begun, again);
                }
            }
        } catch (LoadException e) {
            LOG.warn("Loading failed: {}", e.getMessage());
            open.forEach(claim -> giveUp(claim, e, turn, begun, again));
        } catch (RuntimeException | Error e) {
            LOG.error("A unit failed unexpectedly", e);
            open.forEach(claim -> giveUp(claim, unexpected(e), turn, begun, again));
        }
    }

    private static LoadException unexpected(Throwable thrown) {
        return new LoadException(
                Kind.PERMANENT,
                "Unexpected error (" + thrown.getClass().getSimpleName() + "). Details: the log.",
                thrown);
    }

    /** Ends a unit that is committed. Where it cannot be found out what came to light, that is left to the next load. */
    private void loaded(Step step, Claim claim, StepWork.Done done, Instant begun) {
        LoadException failure = null;
        try {
            found.addAll(done.found().get());
        } catch (LoadException e) {
            LOG.warn(
                    "What {} brought to light is left to the next load: {}",
                    claim.unit().title(),
                    e.getMessage());
            failure = e;
        } catch (RuntimeException e) {
            LOG.error("What came to light could not be found out", e);
            failure = unexpected(e);
        }
        Outcome outcome = failure == null ? Outcome.LOADED : outcome(failure);
        end(step, claim.planned(), outcome, done.counts(), Duration.between(begun, clock.instant()), failure);
    }

    private void endTheRest(Turn turn, LoadException failure) {
        Set<Unit> ended;
        synchronized (results) {
            ended = results.stream().map(UnitResult::unit).collect(Collectors.toSet());
        }
        turn.units().stream()
                .filter(unit -> !ended.contains(unit.unit()))
                .forEach(unit -> end(turn.step(), unit, Outcome.FAILED, LoadCounts.NONE, Duration.ZERO, failure));
    }

    private void giveUp(Claim claim, LoadException failure, Turn turn, Instant begun, List<PlannedUnit> again) {
        try {
            LoadCounts read = ledger.failed(claim, failure);
            readByFailedTries.merge(claim.unit(), read, LoadCounts::plus);
        } catch (LoadException e) {
            LOG.warn("{} failed, and that could not be noted: {}", claim.unit().title(), e.getMessage());
        }
        failed(claim.planned(), failure, turn, begun, again);
    }

    private void failed(PlannedUnit unit, LoadException failure, Turn turn, Instant begun, List<PlannedUnit> again) {
        if (failure.kind() == Kind.TRANSIENT && turn.tries() + 1 < limits.tries()) {
            LOG.warn("{} failed and is tried again: {}", unit.unit().title(), failure.getMessage());
            again.add(unit);
            return;
        }
        end(turn.step(), unit, outcome(failure), LoadCounts.NONE, Duration.between(begun, clock.instant()), failure);
    }

    private static Outcome outcome(LoadException failure) {
        return failure.kind() == Kind.INTERRUPTED ? Outcome.INTERRUPTED : Outcome.FAILED;
    }

    private void end(
            Step step,
            PlannedUnit unit,
            Outcome outcome,
            LoadCounts counts,
            Duration took,
            @Nullable LoadException failure) {
        LoadCounts all = counts.plus(readByFailedTries.getOrDefault(unit.unit(), LoadCounts.NONE));
        UnitResult result = new UnitResult(step, unit.unit(), outcome, all, took, failure);
        synchronized (results) {
            results.add(result);
        }
        listener.ended(result);
    }
}
