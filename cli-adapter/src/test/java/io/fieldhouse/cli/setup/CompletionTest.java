package io.fieldhouse.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fieldhouse.cli.Typed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {
    @TempDir
    private Path home = Path.of("");

    @ParameterizedTest
    @CsvSource({"migr, migrate", "config sh, show", "tracktik load --dry, --dry-run", "completion z, zsh"})
    void bashCompletesByIt(String typed, String completed) throws Exception {
        Path bash = Path.of("/bin/bash");
        assumeTrue(Files.isExecutable(bash), "there is no bash");
        Path script = Files.writeString(
                home.resolve("script"), Typed.at(home).run("completion", "bash").out());
        int words = typed.split(" ").length;
        Process process = new ProcessBuilder(
                        bash.toString(),
                        "-c",
                        // What the shell has only while somebody presses the tab key.
                        "compopt() { :; }; source " + script + "; COMP_WORDS=(fieldhouse " + typed + "); COMP_CWORD="
                                + words + "; _complete_fieldhouse; echo \"${COMPREPLY[@]}\"")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said.strip()).isEqualTo(completed);
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void zshIsToldHowToUseIt() throws IOException {
        assertThat(Typed.at(home).run("completion", "zsh").out())
                .contains("bashcompinit", "complete -F _complete_fieldhouse");
        assertThat(Typed.at(home).run("completion", "zsh", "--json").json())
                .extractingByKey("data")
                .asString()
                .contains("zsh");
    }

    @Test
    void otherShellsAreRefused() {
        assertThat(Typed.at(home).run("completion", "fish").exitCode()).isEqualTo(64);
        assertThat(Typed.at(home).run("completion", "fish").err()).startsWith("SHELL is one of bash, zsh, not 'fish'.");
        assertThat(Typed.at(home).run("completion").exitCode()).isEqualTo(64);
    }

    @Test
    void helpSaysHowItIsUsed() {
        assertThat(Typed.at(home).run("completion", "--help").out())
                .contains("source <(fieldhouse completion bash)", "~/.zshrc");
    }
}
