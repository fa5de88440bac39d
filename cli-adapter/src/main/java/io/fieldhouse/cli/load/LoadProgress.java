package io.fieldhouse.cli.load;

import io.fieldhouse.cli.output.Output;
import io.fieldhouse.etl.load.LoadListener;
import io.fieldhouse.etl.load.Unit;
import io.fieldhouse.etl.load.UnitResult;
import io.fieldhouse.etl.load.UnitResult.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Tells people how a load goes on: a line a unit, with how many are done and how long the rest may take. */
final class LoadProgress implements LoadListener {
    private final Output output;
    private final Clock clock;
    private final long units;
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
    public synchronized void preparing(String what) {
        output.progress("Reading " + what);
    }

    @Override
    public synchronized void waiting(Unit unit) {
        output.progress("Waiting for " + unit.title() + ", which another load has claimed");
    }

    @Override
    public synchronized void ended(UnitResult result) {
        done++;
        loaded += result.outcome() == Outcome.LOADED ? 1 : 0;
        if (result.outcome() == Outcome.SKIPPED || result.outcome() == Outcome.INTERRUPTED) {
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
