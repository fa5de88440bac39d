package io.fieldhouse.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutputTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private Output output(boolean json, boolean quiet) {
        return new Output(new PrintWriter(out), new PrintWriter(err), json, quiet, false);
    }

    private @Nullable Object document() throws IOException {
        return new Moshi.Builder().build().adapter(Object.class).fromJson(out.toString());
    }

    @Test
    void peopleReadTheTextAndItsProgressBesideIt() {
        Output output = output(false, false);
        output.progress("Working");
        int exitCode = output.result("load", 0, "Done.", Map.of("never", "shown"));

        assertThat(exitCode).isZero();
        assertThat(out).hasToString("Done." + System.lineSeparator());
        assertThat(err).hasToString("Working" + System.lineSeparator());
    }

    @Test
    void quietSaysOnlyWhatIsWrong() {
        Output output = output(false, true);
        output.progress("Working");
        output.result("load", 0, "Done.", Map.of());
        assertThat(out.toString() + err).isEmpty();

        output.result("load", 75, "Half done.", Map.of());
        assertThat(out.toString()).contains("Half done.");
        output.failure("load", 75, "load transient", "Why.");
        assertThat(err.toString()).contains("Why.");
    }

    @Test
    void fieldsAreWrittenAlikeWhateverAQueryCallsThem() {
        output(true, false)
                .result("status", 0, "", Map.of("period_id", 1, "loads", List.of(Map.of("of_other_regions", "as_is"))));

        assertThat(out.toString()).contains("\"periodId\": 1", "\"ofOtherRegions\": \"as_is\"");
    }

    @Test
    void machinesReadOneDocumentAndNothingElse() throws IOException {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("text", "a \"quote\", a \\, a line\nbreak, \u0000 \u001b[31m, \u2028 and an \u00e9");
        data.put("nothing", null);
        data.put("flag", true);
        data.put("number", 1.5);
        data.put("list", Arrays.asList(1, null, Map.of("deeper", List.of())));
        Output output = output(true, false);
        output.progress("Working");
        output.result("load", 0, "Not shown.", data);

        Map<String, @Nullable Object> expected = new LinkedHashMap<>(data);
        Map<String, Object> deeper = Map.of("deeper", List.of());
        expected.put("list", Arrays.asList(1.0, null, deeper));
        assertThat(document())
                .isEqualTo(Map.of("fieldhouse", 1.0, "command", "load", "exitCode", 0.0, "data", expected));
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).doesNotContain("\u001b").doesNotContain("\u0000");
    }

    @Test
    void machinesReadWhatFailedLineByLine() throws IOException {
        int exitCode = output(true, true).failure("config show", 78, "configuration", "One.\nTwo.");

        assertThat(exitCode).isEqualTo(78);
        assertThat(document())
                .isEqualTo(Map.of(
                        "fieldhouse",
                        1.0,
                        "command",
                        "config show",
                        "exitCode",
                        78.0,
                        "error",
                        Map.of("kind", "configuration", "messages", List.of("One.", "Two."))));
    }

    @Test
    void whatFailedMovesNobodysCursor() {
        output(false, false).failure("load", 65, "load permanent", "a \u001b[2J\u0007 name\nand a line");

        assertThat(err).hasToString("a  [2J  name" + System.lineSeparator() + "and a line" + System.lineSeparator());
    }
}
