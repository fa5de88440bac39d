package io.fieldhouse.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.LoadException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogLinesTest {
    private static String lines(Level level, String message, @Nullable Throwable thrown) {
        LogRecord record = new LogRecord(level, message);
        record.setInstant(Instant.parse("2025-08-08T20:00:00Z"));
        record.setLoggerName("io.fieldhouse.etl.load.LoadRunner");
        record.setThrown(thrown);
        return new LogLines().format(record);
    }

    @Test
    void lineSaysWhenWhichProcessHowBadAndWhoSaysIt() {
        assertThat(lines(Level.WARNING, "Loading failed", null))
                .isEqualTo(
                        "2025-08-08T20:00:00.000Z [" + ProcessHandle.current().pid() + " "
                                + Thread.currentThread().getName()
                                + "] WARN io.fieldhouse.etl.load.LoadRunner: Loading failed\n");
        assertThat(lines(Level.FINE, "x", null)).contains("] DEBUG ");
        assertThat(lines(Level.INFO, "x", null)).contains("] INFO ");
        assertThat(lines(Level.SEVERE, "x", null)).contains("] ERROR ");
    }

    @Test
    void exceptionHasItsFramesAndOnlyOurOwnWords() {
        Throwable thrown = new LoadException(
                LoadException.Kind.PERMANENT, "Staging failed.", new SQLException("Key (name)=(Ada Example) exists"));

        assertThat(lines(Level.SEVERE, "A unit failed", thrown))
                .contains("    io.fieldhouse.etl.LoadException: Staging failed.\n        at "
                        + getClass().getName())
                .contains("    Caused by java.sql.SQLException\n        at ")
                .doesNotContain("Ada Example");
    }

    @Test
    void exceptionThatCausesItselfEnds() {
        Exception first = new IllegalStateException();
        first.initCause(new IllegalStateException(first));

        assertThat(lines(Level.SEVERE, "x", first))
                .hasLineCount(lines(Level.SEVERE, "x", first).split("\n").length);
    }

    @Test
    void whatCameFromOutsideBeginsNoLine() {
        assertThat(lines(Level.WARNING, "a\n2025-08-08 b\u001b[2J", null))
                .hasLineCount(1)
                .doesNotContain("\u001b");
    }
}
