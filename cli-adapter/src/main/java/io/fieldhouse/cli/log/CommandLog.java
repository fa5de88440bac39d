package io.fieldhouse.cli.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is logged while a command works to logs/fieldhouse.log in the data folder, which is made when there is
 * something to write. Other people's libraries are heard from a warning on; the database driver, which logs addresses with
 * their passwords, never.
 */
public final class CommandLog extends Handler {
    private static final long LIMIT = 2_000_000;

    private final LogLines format = new LogLines();
    private final Supplier<Path> home;
    private final String command;
    private final @Nullable Consumer<String> echo;
    private final Consumer<String> warning;
    // Kept in fields, since the JDK keeps no strong reference: a collected logger loses its level.
    private final Logger ours = Logger.getLogger("io.fieldhouse");
    private final Logger driver = Logger.getLogger("org.postgresql");
    private final Logger migrations = Logger.getLogger("org.flywaydb");
    private @Nullable Path written;
    private boolean failed;

    /** Where the log lies in a data folder. */
    public static Path folder(Path home) {
        return home.resolve("logs");
    }

    /**
     * Takes where lines go.
     *
     * @param home the data folder; asked for only when there is something to write
     * @param command what is at work, such as {@code load}
     * @param echo also takes the lines, debug messages included; null for neither
     * @param warning hears once that the file cannot be written
     */
    public CommandLog(Supplier<Path> home, String command, @Nullable Consumer<String> echo, Consumer<String> warning) {
        this.home = home;
        this.command = command;
        this.echo = echo;
        this.warning = warning;
    }

    /** From here on everything that is logged comes here, and nowhere else. */
    public CommandLog attach() {
        ours.setLevel(echo == null ? Level.INFO : Level.FINE);
        driver.setLevel(Level.OFF);
        // It warns of what PostgreSQL remarks on statements that are meant so.
        migrations.setLevel(Level.SEVERE);
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        for (Handler other : root.getHandlers()) {
            root.removeHandler(other);
        }
        root.addHandler(this);
        return this;
    }

    /** Logs an unexpected error. */
    public void unexpected(Throwable thrown) {
        ours.log(Level.SEVERE, "Unexpected error", thrown);
    }

    /** Logs where a failure comes from whose message people read. */
    public void failed(Throwable thrown) {
        ours.log(Level.FINE, "Failed", thrown);
    }

    /** The file, where everything was written to it that was logged, if anything was. */
    public synchronized Optional<Path> file() {
        return failed ? Optional.empty() : Optional.ofNullable(written);
    }

    @Override
    public synchronized void publish(LogRecord record) {
        String lines = format.format(record);
        if (echo != null) {
            echo.accept(lines);
        }
        try {
            LogFile file = new LogFile(home.get(), LIMIT);
            file.append(written == null ? format.format(begin()) + lines : lines);
            written = file.path();
        } catch (IOException | RuntimeException e) {
            // A command that works goes on without a log.
            if (!failed) {
                failed = true;
                warning.accept("Cannot write the log file (" + e.getMessage() + "). The command continues without it.");
            }
        }
    }

    private LogRecord begin() {
        LogRecord begin = new LogRecord(Level.INFO, "fieldhouse " + command);
        begin.setLoggerName(ours.getName());
        return begin;
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
