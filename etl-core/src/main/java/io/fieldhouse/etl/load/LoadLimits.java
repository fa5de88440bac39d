package io.fieldhouse.etl.load;

/**
 * What a load may take, and what stops it.
 *
 * @param stage how much is held in memory, and which share of the records may be bad
 * @param merge which share of a dimension may be retired at once
 * @param vanishedShare which share of a unit's facts may vanish at once, 0 to 1
 * @param runner how many units are loaded at once, and how often they are tried
 */
public record LoadLimits(StageLimits stage, MergeLimits merge, double vanishedShare, RunnerLimits runner) {
    /** Those of each, and half of a unit's facts. */
    public static final LoadLimits DEFAULT =
            new LoadLimits(StageLimits.DEFAULT, MergeLimits.DEFAULT, 0.5, RunnerLimits.DEFAULT);

    public LoadLimits {
        if (!(vanishedShare >= 0 && vanishedShare <= 1)) {
            throw new IllegalArgumentException("A share is 0 to 1, not " + vanishedShare + ".");
        }
    }

    public LoadLimits with(StageLimits other) {
        return new LoadLimits(other, merge, vanishedShare, runner);
    }

    public LoadLimits with(MergeLimits other) {
        return new LoadLimits(stage, other, vanishedShare, runner);
    }

    public LoadLimits withVanishedShare(double other) {
        return new LoadLimits(stage, merge, other, runner);
    }

    public LoadLimits with(RunnerLimits other) {
        return new LoadLimits(stage, merge, vanishedShare, other);
    }
}
