package io.fieldhouse.cli.output;

import com.squareup.moshi.JsonWriter;
import io.fieldhouse.cli.failure.ExitCode;
import io.fieldhouse.cli.failure.Misuse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import okio.Buffer;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * What a command says: to people its text on the standard output and its progress on the standard error; to machines, with
 * {@code --json}, one document on the standard output and nothing else.
 */
public final class Output {
    /** Counts up when a field of the document changes its meaning or goes. */
    private static final int JSON_VERSION = 1;

    private static final Pattern WORD = Pattern.compile("_(\\w)");

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final boolean quiet;
    private final boolean atTerminal;

    public Output(PrintWriter out, PrintWriter err, boolean json, boolean quiet, boolean atTerminal) {
        this.out = out;
        this.err = err;
        this.json = json;
        this.quiet = quiet;
        this.atTerminal = atTerminal;
    }

    /** Whether there may be a terminal to draw progress on. */
    public boolean mayDraw() {
        return atTerminal && showsProgress();
    }

    public boolean isForMachines() {
        return json;
    }

    /** Whether progress is to be shown. */
    boolean showsProgress() {
        return !json && !quiet;
    }

    /** What is going on, for people who wait. */
    public void progress(String line) {
        if (showsProgress()) {
            err.println(line);
            err.flush();
        }
    }

    /** What makes an answer worth less than it looks. Machines find it in the data. */
    public void warning(String line) {
        if (!json) {
            err.println(TextTable.text(line));
            err.flush();
        }
    }

    /** What is JSON already. */
    public record Json(String text) {}

    /** How it went, at a command's end: the text for people, the data for machines. Returns the exit code. */
    public int result(String command, int exitCode, String text, Map<String, ?> data) {
        if (json) {
            document(command, exitCode, data, null, List.of());
        } else if (!quiet || exitCode != ExitCode.OK) {
            out.print(text);
            if (!text.endsWith("\n")) {
                out.println();
            }
        }
        out.flush();
        return exitCode;
    }

    /** Why a command failed. Returns the exit code. */
    public int failure(String command, int exitCode, String kind, String message) {
        if (json) {
            document(command, exitCode, null, kind, message.lines().toList());
        } else {
            message.lines().map(TextTable::text).forEach(err::println);
        }
        out.flush();
        err.flush();
        return exitCode;
    }

    /** Without a command of its own there is nothing to do but to say what there is. Returns the exit code. */
    public int help(CommandLine command) {
        if (json) {
            Set<String> commands = command.getSubcommands().keySet();
            return failure(
                    Misuse.name(command),
                    ExitCode.USAGE,
                    "refused",
                    (commands.size() == 1 ? "Name its command: " : "Name one of its commands: ")
                            + String.join(", ", commands) + ".");
        }
        command.usage(err);
        return ExitCode.USAGE;
    }

    private void document(
            String command, int exitCode, @Nullable Map<String, ?> data, @Nullable String kind, List<String> messages) {
        Buffer text = new Buffer();
        try (JsonWriter writer = JsonWriter.of(text)) {
            writer.setIndent("  ");
            writer.setSerializeNulls(true);
            writer.beginObject();
            writer.name("fieldhouse").value(JSON_VERSION);
            writer.name("command").value(command);
            writer.name("exitCode").value(exitCode);
            if (data != null) {
                writer.name("data");
                write(writer, data);
            }
            if (kind != null) {
                writer.name("error").beginObject().name("kind").value(kind).name("messages");
                write(writer, messages);
                writer.endObject();
            }
            writer.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println(text.readUtf8());
    }

    /** What is called records_read in SQL is recordsRead in JSON. */
    private static String field(String name) {
        return WORD.matcher(name).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
    }

    private static void write(JsonWriter writer, @Nullable Object value) throws IOException {
        if (value == null) {
            writer.nullValue();
        } else if (value instanceof Json json) {
            try (BufferedSink sink = writer.valueSink()) {
                sink.writeUtf8(json.text());
            }
        } else if (value instanceof Map<?, ?> object) {
            writer.beginObject();
            for (Map.Entry<?, ?> entry : object.entrySet()) {
                writer.name(field(String.valueOf(entry.getKey())));
                write(writer, entry.getValue());
            }
            writer.endObject();
        } else if (value instanceof Collection<?> list) {
            writer.beginArray();
            for (Object item : list) {
                write(writer, item);
            }
            writer.endArray();
        } else if (value instanceof Number number) {
            writer.value(number);
        } else if (value instanceof Boolean flag) {
            writer.value(flag);
        } else {
            writer.value(value.toString());
        }
    }
}
