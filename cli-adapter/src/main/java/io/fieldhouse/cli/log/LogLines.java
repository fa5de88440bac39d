package io.fieldhouse.cli.log;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/** A record as lines: when, which process and thread, how bad, who says it, what; and where an exception was thrown. */
final class LogLines extends Formatter {
    private static final String OURS = "io.fieldhouse.";
    private static final DateTimeFormatter WHEN =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);
    private static final int MOST_CAUSES = 8;
    private static final int MOST_FRAMES = 100;

    @Override
    public String format(LogRecord record) {
        StringBuilder lines = new StringBuilder()
                .append(WHEN.format(record.getInstant()))
                .append(" [")
                .append(ProcessHandle.current().pid())
                .append(' ')
                .append(Thread.currentThread().getName())
                .append("] ")
                .append(level(record.getLevel()))
                .append(' ')
                .append(record.getLoggerName())
                .append(": ")
                .append(plain(formatMessage(record)))
                .append('\n');
        Throwable thrown = record.getThrown();
        for (int i = 0; thrown != null && i < MOST_CAUSES; i++) {
            trace(lines, i == 0 ? "" : "Caused by ", thrown);
            thrown = thrown.getCause();
        }
        return lines.toString();
    }

    private static String level(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return "WARN";
        }
        return level.intValue() >= Level.INFO.intValue() ? "INFO" : "DEBUG";
    }

    /** Of an exception only our own words are known to repeat neither a secret nor anybody's data. */
    private static void trace(StringBuilder lines, String before, Throwable thrown) {
        String name = thrown.getClass().getName();
        lines.append("    ").append(before).append(name);
        if (name.startsWith(OURS)) {
            lines.append(": ").append(plain(thrown.getMessage()));
        }
        lines.append('\n');
        StackTraceElement[] frames = thrown.getStackTrace();
        for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
            lines.append("        at ").append(frames[i]).append('\n');
        }
    }

    /** What came from outside begins no line. */
    private static String plain(@Nullable String text) {
        return text == null ? "" : text.replaceAll("\\p{Cc}", " ");
    }
}
