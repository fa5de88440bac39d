package io.fieldhouse.cli;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.fieldhouse.cli.source.Connector;
import io.fieldhouse.cli.workplace.Prompt;
import io.fieldhouse.cli.workplace.Workplace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine;

/** A command as somebody types it, in an environment and with a data folder of its own; immutable. */
public record Typed(
        Map<String, String> environment,
        Clock clock,
        @Nullable Prompt prompt,
        Function<Workplace, List<Connector>> connectors) {
    public Typed(Map<String, String> environment, Clock clock, @Nullable Prompt prompt) {
        this(environment, clock, prompt, Fieldhouse::connectors);
    }

    /** What it answered. */
    public record Answer(int exitCode, String out, String err) {
        /** The one document on the standard output, as maps and lists; fails where it is anything else. */
        @SuppressWarnings("unchecked")
        public Map<String, Object> json() throws IOException {
            JsonAdapter<Object> strict = new Moshi.Builder().build().adapter(Object.class);
            return (Map<String, Object>) Objects.requireNonNull(strict.fromJson(out));
        }
    }

    public static Typed at(Path home) {
        return new Typed(Map.of("FIELDHOUSE_HOME", home.toString()), Clock.systemUTC(), null);
    }

    public Typed with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Typed(more, clock, prompt, connectors);
    }

    /** On a database, with its login. */
    public Typed on(PGSimpleDataSource database) {
        return with("FIELDHOUSE_WAREHOUSE_URL", database.getUrl())
                .with("FIELDHOUSE_WAREHOUSE_USER", Objects.requireNonNullElse(database.getUser(), ""))
                .with("FIELDHOUSE_WAREHOUSE_PASSWORD", Objects.requireNonNullElse(database.getPassword(), ""));
    }

    public Typed by(Clock other) {
        return new Typed(environment, other, prompt, connectors);
    }

    public Typed asking(@Nullable Prompt somebody) {
        return new Typed(environment, clock, somebody, connectors);
    }

    /** The command, if it knew other sources. */
    public Typed knowing(Function<Workplace, List<Connector>> others) {
        return new Typed(environment, clock, prompt, others);
    }

    public Answer run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Fieldhouse.commandLine(environment, clock, prompt, connectors);
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        return new Answer(command.execute(args), out.toString(), err.toString());
    }
}
