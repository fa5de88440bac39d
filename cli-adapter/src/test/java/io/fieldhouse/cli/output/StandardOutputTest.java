package io.fieldhouse.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.cli.CommandRun;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of answers outside of the process. */
class StandardOutputTest {
    private Map<String, String> environment = Map.of();

    @BeforeEach
    void at(@TempDir Path home) throws IOException {
        Files.writeString(home.resolve("fieldhouse.yaml"), "tracktik: {region: Mānoa}");
        environment = Map.of("FIELDHOUSE_HOME", home.toString(), "LC_ALL", "C");
    }

    @ParameterizedTest
    @ValueSource(strings = {"config show", "config show --json", "completion bash", "--help"})
    @EnabledOnOs(OS.LINUX)
    void answerThatAFullDiskDoesNotTakeIsAFailure(String line) throws Exception {
        Process process = CommandRun.process(environment, line.split(" "))
                .redirectOutput(new File("/dev/full"))
                .start();

        assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8).strip())
                .isEqualTo("Writing to the standard output failed. Look whether its disk is full.");
        assertThat(process.waitFor()).isEqualTo(74);
    }

    @Test
    void readerThatHasGoneEndsItQuietly() throws Exception {
        Process process = CommandRun.start(environment, "config", "show");
        process.getInputStream().close();

        assertThat(process.getErrorStream().readAllBytes()).isEmpty();
        assertThat(process.waitFor()).isEqualTo(141);
    }

    @ParameterizedTest
    @ValueSource(strings = {"config show", "config show --json"})
    void answersAreUtf8InAnyLocale(String line) throws Exception {
        Process process = CommandRun.start(environment, line.split(" "));

        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).contains("Mānoa");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void failuresAreUtf8InAnyLocale(@TempDir Path home) throws Exception {
        Path other = Files.writeString(home.resolve("other.yaml"), "tracktik: {regiön: x}");
        Process process = CommandRun.start(environment, "config", "show", "--config", other.toString());

        assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8)).contains("tracktik.regiön");
        assertThat(process.waitFor()).isEqualTo(78);
    }
}
