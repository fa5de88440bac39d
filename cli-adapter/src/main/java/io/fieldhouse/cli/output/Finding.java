package io.fieldhouse.cli.output;

import io.fieldhouse.cli.failure.ExitCode;
import io.fieldhouse.cli.failure.Failure;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the doctor found.
 *
 * @param check what was looked at
 * @param says how it is
 * @param advice what to do, where it is not as it should be and that is not said yet
 * @param exitCode how a command would end that needs this
 */
public record Finding(String check, State state, String says, String advice, int exitCode) {
    /** How it is. */
    public enum State {
        OK,
        /** It works, and should be looked at. */
        WARNING,
        FAILED,
        /** Something that failed is in the way. */
        SKIPPED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Finding ok(String check, String says) {
        return new Finding(check, State.OK, says, "", ExitCode.OK);
    }

    public static Finding warning(String check, String says, String advice) {
        return new Finding(check, State.WARNING, says, advice, ExitCode.OK);
    }

    public static Finding failed(String check, int exitCode, String says, String advice) {
        return new Finding(check, State.FAILED, says, advice, exitCode);
    }

    public static Finding failed(String check, Failure failure, String advice) {
        return failed(check, failure.exitCode(), failure.message(), advice);
    }

    public static Finding skipped(String check, String because) {
        return new Finding(check, State.SKIPPED, because, "", ExitCode.OK);
    }

    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("check", check);
        data.put("state", state.word());
        data.put("says", says);
        data.put("advice", advice);
        return data;
    }

    /** A line, and more below it where there is more to say. */
    public String text() {
        String margin = " ".repeat(9);
        String line = System.lineSeparator();
        String all = advice.isEmpty() ? says : says + "\n" + advice;
        return String.format("%-9s%s: ", state.word(), check)
                + all.lines().map(TextTable::text).collect(Collectors.joining(line + margin))
                + line;
    }
}
