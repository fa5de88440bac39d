package io.fieldhouse.cli;

import io.fieldhouse.cli.config.ConfigurationException;
import io.fieldhouse.cli.database.DatabaseException;
import io.fieldhouse.etl.LoadException;
import io.fieldhouse.tracktik.api.TrackTikException;
import io.fieldhouse.warehouse.WarehouseException;
import java.util.Locale;

/**
 * How a command failed, as people and machines are told.
 *
 * @param kind the heading under which docs/operating.md says what to do
 */
record Failure(int exitCode, String kind, String message) {
    static Failure of(Exception thrown) {
        String message = String.valueOf(thrown.getMessage());
        if (thrown instanceof CommandException refused) {
            return new Failure(refused.exitCode(), "file", message);
        }
        if (thrown instanceof ConfigurationException) {
            return new Failure(ExitCode.CONFIGURATION, "configuration", message);
        }
        if (thrown instanceof DatabaseException) {
            return new Failure(ExitCode.UNAVAILABLE, "embedded database", message);
        }
        if (thrown instanceof WarehouseException warehouse) {
            return new Failure(ExitCode.of(warehouse.kind()), "warehouse " + words(warehouse.kind()), message);
        }
        if (thrown instanceof TrackTikException tracktik) {
            return new Failure(ExitCode.of(tracktik.kind()), "tracktik " + words(tracktik.kind()), message);
        }
        if (thrown instanceof LoadException load) {
            return new Failure(ExitCode.of(load.kind()), "load " + words(load.kind()), message);
        }
        if (thrown instanceof IllegalArgumentException && !(thrown instanceof NumberFormatException)) {
            return new Failure(ExitCode.USAGE, "refused", message);
        }
        // Where it happened, but not its words: nobody knows what they repeat.
        StackTraceElement[] trace = thrown.getStackTrace();
        return new Failure(
                ExitCode.DEFECT,
                "defect",
                "This is a defect of fieldhouse, please report it: "
                        + thrown.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]));
    }

    static String words(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
