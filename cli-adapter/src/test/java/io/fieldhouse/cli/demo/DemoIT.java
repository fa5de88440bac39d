package io.fieldhouse.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.cli.CommandProcess;
import io.fieldhouse.cli.Typed;
import io.fieldhouse.cli.Typed.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {
    private static final Pattern EXPORT = Pattern.compile("export (\\w+)='?([^']*?)'?");

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-08-08T20:00:00Z"), ZoneOffset.UTC);

    /** Once: it makes a database. */
    @Test
    void demoLoadsTwiceAndWhatItSaysNextCanBeTyped(@TempDir Path folder) throws IOException {
        Path home = folder.resolve("Ada's data");
        Typed typed = Typed.at(home).by(CLOCK);
        Answer text = typed.run("demo");
        Answer json = typed.run("demo", "--json");

        assertThat(text.exitCode()).as(text.err()).isZero();
        String quoted = "'" + home.resolve("demo").toString().replace("'", "'\\''") + "'";
        assertThat(text.out())
                .contains("First load:  27 of 27 units", "Second load: 9 of 9 units")
                .contains("fieldhouse status --home " + quoted, "fieldhouse database --home " + quoted)
                .contains("PGPASSFILE='" + folder + "/Ada'\\''s data/demo/postgres/pgpass' psql");
        Map<?, ?> data = (Map<?, ?>) Objects.requireNonNull(json.json().get("data"));
        assertThat(data.get("address")).asString().startsWith("jdbc:postgresql://localhost:");
        assertThat((List<?>) data.get("loads"))
                .extracting(load -> (Object) ((Map<?, ?>) load).get("skipped"))
                .containsExactly(27.0, 0.0);
    }

    @Test
    void demoThatStaysIsLoadedFromByWhatItPrints(@TempDir Path home) throws Exception {
        try (CommandProcess demo = CommandProcess.start(Map.of("FIELDHOUSE_HOME", home.toString()), "demo", "--stay")) {
            demo.awaitLine("Load from the invented TrackTik.");
            demo.awaitLine("unset FIELDHOUSE_HOME $(env ");
            Typed typed = Typed.at(home);
            Matcher set = EXPORT.matcher(demo.awaitLine("export "));
            while (set.matches()) {
                typed = typed.with(set.group(1), set.group(2));
                set = EXPORT.matcher(demo.awaitLine(""));
            }
            Answer again = typed.run("tracktik", "load", "last");
            Answer sync = typed.run("sync", "daily");

            assertThat(again.out()).startsWith("tracktik load: 0 of 9 units loaded, 9 were loaded already");
            assertThat(sync.exitCode()).as(sync.err()).isZero();
            assertThat(sync.out()).containsPattern("Rows: [1-9]");
            demo.signal("TERM");
            assertThat(demo.awaitEnd()).endsWith("Stopping the invented TrackTik.");
            assertThat(demo.exitCode()).isZero();
        }
    }
}
