package io.fieldhouse.cli.setup;

import io.fieldhouse.cli.failure.ExitCode;
import io.fieldhouse.cli.workplace.Workplace;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        description = "Print a script that completes commands and options in a shell.",
        footer = {
            "",
            "Add the line for your shell to its start file, ~/.bashrc or ~/.zshrc, and open a",
            "new terminal.",
            "",
            "Examples:",
            "  source <(fieldhouse completion bash)",
            "  source <(fieldhouse completion zsh)"
        })
public final class CompletionCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Those that understand the script, which is the same for both. */
    enum Shell {
        bash,
        zsh
    }

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
    private Shell shell = Shell.bash;

    public CompletionCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        CommandLine program = spec.root().commandLine();
        String script = AutoComplete.bash(program.getCommandName(), program);
        return workplace
                .output(spec)
                .result("completion", ExitCode.OK, script, Map.of("shell", shell, "script", script));
    }
}
