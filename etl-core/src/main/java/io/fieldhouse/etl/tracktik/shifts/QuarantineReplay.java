package io.fieldhouse.etl.tracktik.shifts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading the shifts in quarantine again comes to.
 *
 * @param units the units that would load them, newest first
 * @param withoutUnit how many belong to no unit: their positions have no site as last read, or one of a region that is not
 *     loaded
 * @param withoutKey how many could not even be told apart: nobody knows whether they were loaded since, and they stay
 */
public record QuarantineReplay(List<Waiting> units, long withoutUnit, long withoutKey) {
    public QuarantineReplay {
        units = List.copyOf(units);
    }

    /**
     * A unit, and how many of its shifts wait in quarantine.
     *
     * @param unitId its number in {@code etl.load_units}
     * @param period the label of its period
     * @param lastDay the last day of its period
     * @param regionId TrackTik's id of its sub-region
     * @param region its name, where it is known
     * @param state where the unit stood when it was looked at
     * @param shifts how many
     */
    public record Waiting(
            long unitId,
            String period,
            LocalDate lastDay,
            long regionId,
            @Nullable String region,
            String state,
            long shifts) {
        /** Whether it has to be marked: any other is loaded by the next run anyhow, or at this moment. */
        public boolean isLoaded() {
            return state.equals("loaded");
        }

        /** Whether a worker is at it, who may have read it before something was mended. */
        public boolean isUnderWay() {
            return state.equals("claimed");
        }
    }

    /** How many shifts the units are to load. */
    public long shifts() {
        return units.stream().mapToLong(Waiting::shifts).sum();
    }
}
