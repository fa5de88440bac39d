package io.fieldhouse.cli.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.cli.Typed;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only looks makes no warehouse where somebody has mistyped the folder. */
class MissingWarehouseTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "quality",
                "quarantine list",
                "quarantine show 1",
                "export site_summary",
                "reconcile show 1"
            })
    void whatLooksSaysThatThereIsNone(String command) {
        Typed.Answer answer = Typed.at(home.resolve("mistyped")).run(command.split(" ", -1));

        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(78);
        assertThat(answer.err())
                .startsWith("There is no warehouse in " + home.resolve("mistyped"))
                .contains("--home");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void emptyFolderIsNoFolder() {
        Typed.Answer answer = Typed.at(home).run("status", "--home", "");

        assertThat(answer.exitCode()).isEqualTo(64);
        assertThat(answer.err()).startsWith("--home is empty");
    }
}
