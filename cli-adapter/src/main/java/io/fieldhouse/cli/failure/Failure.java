package io.fieldhouse.cli.failure;

import io.fieldhouse.cli.config.ConfigurationException;
import io.fieldhouse.cli.database.DatabaseException;
import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.Refusal;
import io.fieldhouse.tracktik.api.TrackTikException;
import io.fieldhouse.warehouse.WarehouseException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a command failed, as people and machines are told.
 *
 * @param kind the heading under which docs/troubleshooting.md says what to do
 */
public record Failure(int exitCode, String kind, String message) {
    private static final String STOPPED = "Stopped. What is loaded stays; run the same command again for the rest.";

    public static Failure of(Exception thrown) {
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
            return of(load, message);
        }
        if (thrown instanceof Refusal refusal) {
            return refusal.isOfConfiguration()
                    ? new Failure(ExitCode.CONFIGURATION, "configuration", message)
                    : new Failure(ExitCode.USAGE, "refused", message);
        }
        return unexpected(thrown, null);
    }

    /**
     * An unexpected error: where it happened, but not its words, which may repeat anything.
     *
     * @param log the file that has the details, if there is one
     */
    public static Failure unexpected(Throwable thrown, @Nullable Path log) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return new Failure(
                ExitCode.DEFECT,
                "defect",
                "Unexpected error (" + thrown.getClass().getSimpleName() + ")"
                        + (log != null ? ". Details: " + log : trace.length == 0 ? "" : " at " + trace[0]) + ".");
    }

    /** What TrackTik refused is the same whoever asked; what was stopped goes on, whatever it was at. */
    private static Failure of(LoadException load, String message) {
        String kind = "load " + words(load.kind());
        if (!(load.getCause() instanceof TrackTikException tracktik)) {
            return new Failure(ExitCode.of(load.kind()), kind, message);
        }
        return load.kind() == LoadException.Kind.INTERRUPTED
                ? new Failure(ExitCode.INTERRUPTED, kind, STOPPED)
                : new Failure(
                        tracktik.kind() == TrackTikException.Kind.BAD_ANSWER
                                ? ExitCode.of(load.kind())
                                : ExitCode.of(tracktik.kind()),
                        "tracktik " + words(tracktik.kind()),
                        message);
    }

    static String words(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
