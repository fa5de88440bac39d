package io.fieldhouse.cli.load;

import io.fieldhouse.cli.output.Output;
import io.fieldhouse.etl.load.LoadListener;
import io.fieldhouse.etl.load.Step;
import io.fieldhouse.etl.load.Unit;
import io.fieldhouse.etl.load.UnitResult;
import io.fieldhouse.etl.load.UnitResult.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Tells people how a load goes on: a line a unit, with how many are done and how long the rest may take. */
final class LoadProgress implements LoadListener {
    private final Output output;
    private final Clock clock;
    private long units;
    private final Instant begun;
    private long done;
    private long loaded;

    LoadProgress(Output output, Clock clock, long units) {
        this.output = output;
        this.clock = clock;
        this.units = units;
        this.begun = clock.instant();
    }

    @Override
    public synchronized void found(List<Step> steps) {
        units += Doing.cells(steps).count();
    }

    @Override
    public synchronized void begun(Step step, Unit unit) {
        Doing.of(step, unit).ifPresent(output::progress);
    }

    @Override
    public synchronized void waiting(Unit unit) {
        output.progress("Waiting for " + unit.title() + ", which another load has claimed");
    }

    @Override
    public synchronized void ended(UnitResult result) {
        if (result.step() instanceof Step.Cells) {
            done++;
            cellEnded(result);
        } else if (result.outcome() == Outcome.FAILED) {
            output.progress(result.unit().title() + " failed: " + result.error());
        }
    }

    private void cellEnded(UnitResult result) {
        loaded += result.outcome() == Outcome.LOADED ? 1 : 0;
        if (result.outcome() != Outcome.LOADED && result.outcome() != Outcome.FAILED) {
            return;
        }
        output.progress(String.format(
                Locale.ROOT,
                "%4d of %d  %-32s %-11s %s%s",
                done,
                units,
                result.unit().title(),
                result.outcome().name().toLowerCase(Locale.ROOT),
                result.error() == null
                        ? String.format(
                                Locale.ROOT,
                                "%,d new, %,d changed, %,d gone, %,d as before",
                                result.counts().inserted(),
                                result.counts().updated(),
                                result.counts().deleted(),
                                result.counts().unchanged())
                        : result.error(),
                left()));
    }

    /** Units that were loaded before take no time, and say nothing of those that are not. */
    private String left() {
        if (loaded == 0 || done == units) {
            return "";
        }
        Duration took = Duration.between(begun, clock.instant());
        long seconds = took.toSeconds() * (units - done) / loaded;
        return seconds < 5 ? "" : "; " + (seconds < 120 ? seconds + " s" : seconds / 60 + " min") + " left";
    }
}
