package io.fieldhouse.cli.config;

import io.fieldhouse.etl.load.LoadLimits;
import io.fieldhouse.etl.load.MergeLimits;
import io.fieldhouse.etl.load.RunnerLimits;
import io.fieldhouse.etl.load.StageLimits;

/** What a configuration says of loads. */
public final class LoadConfiguration {
    private LoadConfiguration() {}

    /** What a load may take, and what stops it. */
    public static LoadLimits limits(Configuration configuration) {
        StageLimits stage = StageLimits.DEFAULT;
        RunnerLimits runner = RunnerLimits.DEFAULT;
        return new LoadLimits(
                new StageLimits(stage.rows(), stage.bytes(), configuration.get(Settings.LOAD_BAD_SHARE)),
                new MergeLimits(configuration.get(Settings.LOAD_RETIRED_SHARE)),
                configuration.get(Settings.LOAD_VANISHED_SHARE),
                new RunnerLimits(
                        configuration.get(Settings.LOAD_WORKERS),
                        runner.lease(),
                        configuration.get(Settings.LOAD_TRIES),
                        runner.pause()));
    }
}
