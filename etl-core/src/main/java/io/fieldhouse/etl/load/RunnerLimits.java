package io.fieldhouse.etl.load;

import java.time.Duration;

/**
 * How a runner goes about its units.
 *
 * @param unitsAtOnce how many are loaded at the same time
 * @param lease how long a claim holds unless it is renewed, which happens three times as often
 * @param tries how often a unit is tried in one run, where trying again can help
 * @param pause how long to wait before a unit is tried again, or looked at that another worker has claimed
 * @param longest how long a claim is renewed: whoever takes longer hangs, and the unit is left to others
 */
public record RunnerLimits(int unitsAtOnce, Duration lease, int tries, Duration pause, Duration longest) {
    /** Two units, a minute, three tries, two seconds, two hours. */
    public static final RunnerLimits DEFAULT = new RunnerLimits(2, Duration.ofMinutes(1), 3, Duration.ofSeconds(2));

    public RunnerLimits {
        if (unitsAtOnce < 1 || tries < 1 || lease.toMillis() < 3 || pause.isNegative() || longest.isNegative()) {
            throw new IllegalArgumentException(
                    "A runner has a unit and a try at least, and a lease of some milliseconds.");
        }
    }

    /** A unit may take two hours. */
    public RunnerLimits(int unitsAtOnce, Duration lease, int tries, Duration pause) {
        this(unitsAtOnce, lease, tries, pause, Duration.ofHours(2));
    }

    /** How many a load needs at once: each worker one for its work and one for the ledger; renewing claims and the log, too. */
    public int connections() {
        return 2 * unitsAtOnce + 2;
    }
}
