package io.fieldhouse.cli;

import io.fieldhouse.cli.config.Setting;
import io.fieldhouse.cli.config.Settings;
import io.fieldhouse.cli.failure.ExitCode;
import io.fieldhouse.cli.output.Output;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** docs/commands.md: what every command says of itself, and what holds for all of them. */
final class CommandsPage {
    private final CommandLine program;
    private final StringBuilder page = new StringBuilder();

    CommandsPage(CommandLine program) {
        this.program = program;
    }

    String markdown() {
        page.append("""
                # Commands

                Every command of `fieldhouse`, with its options and examples, and what applies to all of them. The test
                `CommandsPageTest` generates this page with `-Dfieldhouse.regenerate`, and fails if it differs from the commands.

                """);
        contents(program, "");
        command(program, "##");
        for (CommandLine command : program.getSubcommands().values()) {
            withParts(command);
        }
        exitCodes();
        json();
        settings();
        proxy();
        return page.toString().stripTrailing() + "\n";
    }

    private void contents(CommandLine command, String margin) {
        command.getSubcommands().values().forEach(below -> {
            String name = name(below);
            page.append(margin)
                    .append("- [`" + name + "`](#" + name.replace(' ', '-') + "): "
                            + String.join(
                                    " ", below.getCommandSpec().usageMessage().description()) + "\n");
            contents(below, margin + "  ");
        });
        if (margin.isEmpty()) {
            page.append("- [Exit codes](#exit-codes), [JSON](#json), [Settings](#settings), [Proxy](#proxy)\n\n");
        }
    }

    private void withParts(CommandLine command) {
        command(command, "##");
        command.getSubcommands().values().forEach(this::withParts);
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName(" ");
    }

    private void command(CommandLine command, String level) {
        CommandSpec spec = command.getCommandSpec();
        page.append(level + " " + name(command) + "\n\n");
        page.append(String.join(" ", spec.usageMessage().description()) + "\n\n");
        page.append("```\n" + usage(command) + "\n```\n\n");
        List<PositionalParamSpec> parameters = spec.positionalParameters();
        List<OptionSpec> options = spec.options().stream()
                .filter(option -> !option.hidden() && !option.inherited())
                .toList();
        if (parameters.size() + options.size() > 0) {
            page.append("| | |\n| --- | --- |\n");
            parameters.forEach(parameter -> row("`" + parameter.paramLabel() + "`", text(parameter.description())));
            options.forEach(option -> row(names(option), text(option.description())));
            page.append("\n");
        }
        footer(spec.usageMessage().footer());
    }

    private static String usage(CommandLine command) {
        String parameters = command.getCommandSpec().positionalParameters().stream()
                .map(parameter -> (parameter.arity().min() == 0
                                ? " [" + parameter.paramLabel() + "]"
                                : " " + parameter.paramLabel())
                        + (parameter.arity().max() > 1 ? "..." : ""))
                .collect(Collectors.joining());
        return name(command) + " [options]" + (command.getSubcommands().isEmpty() ? "" : " COMMAND") + parameters;
    }

    private static String names(OptionSpec option) {
        String names = Arrays.stream(option.names()).map(name -> "`" + name).collect(Collectors.joining("`, "));
        return names + (option.arity().max() > 0 ? " " + option.paramLabel() : "") + "`"
                + (option.isMultiValue() ? ", repeatable" : "");
    }

    private static String text(String[] description) {
        return String.join(" ", description);
    }

    private void row(String... cells) {
        page.append("| ")
                .append(Arrays.stream(cells)
                        .map(cell -> cell.replace("|", "\\|"))
                        .collect(Collectors.joining(" | ")))
                .append(" |\n");
    }

    /** What is indented is typed, and everything else is said. */
    private void footer(String[] lines) {
        boolean typed = false;
        for (String line : lines) {
            boolean isTyped = line.startsWith("  ");
            if (isTyped != typed) {
                page.append(isTyped ? "\n```sh\n" : "```\n\n");
                typed = isTyped;
            }
            if (isTyped || !line.isBlank()) {
                page.append(isTyped ? line.substring(2) : line).append("\n");
            } else if (!page.toString().endsWith("\n\n")) {
                page.append("\n");
            }
        }
        page.append(typed ? "```\n\n" : lines.length == 0 ? "" : "\n");
    }

    private void exitCodes() {
        page.append("## Exit codes\n\nBy the numbers of `sysexits.h`.\n\n| code | meaning |\n| --- | --- |\n");
        ExitCode.MEANINGS.forEach((code, meaning) -> row(String.valueOf(code), meaning));
        page.append("\n");
    }

    private void json() {
        page.append("""
                ## JSON

                With `--json` every command, also one that fails or was mistyped, writes one document to the standard output,
                and nothing else anywhere. Text all the same are only help, `--version`, log lines that `--verbose` asks for, that
                the document could not be written, and what the launcher says before it has found a Java. Its fields:

                | field | meaning |
                | --- | --- |
                | `fieldhouse` | The version of this document. It counts up when a field changes its meaning or goes; that one is added changes nothing. |
                | `command` | The command, such as `config show`. |
                | `exitCode` | The same as the process's. |
                | `data` | What the command found or did, where it came to that. What is not known is `null`. |
                | `error.kind` | What went wrong, where the command failed: a heading for what to do. |
                | `error.messages` | The same lines that people read. |

                Fields are called alike, as in `recordsRead`; values are as they are, such as the names of columns in `export --list`.
                Times are in UTC, as in ISO 8601. All that is written is UTF-8, text for people included, whatever the locale.

                """);
        page.append("```json\n" + document(true) + "```\n\n```json\n" + document(false) + "```\n\n");
    }

    private void proxy() {
        page.append("""

                ## Proxy

                Calls to the vendors' APIs go through the HTTP proxy of `network.proxy`, or of `HTTPS_PROXY`. `fieldhouse doctor`
                shows the proxy that is used. The address may have a user and a password, `http://user:password@host:port`, in
                an environment variable only. `NO_PROXY` is read as curl does: a name covers the hosts below it, a port after a
                colon limits it to that port, and `*` covers every host. This machine (`localhost`, `127.*`, `::1`) and the
                database are always reached directly.
                """);
    }

    private static String document(boolean works) {
        StringWriter text = new StringWriter();
        Output output = new Output(new PrintWriter(text), new PrintWriter(text), true, false, false);
        if (works) {
            output.result("init", ExitCode.OK, "", Map.of("file", "/home/me/fieldhouse.yaml"));
        } else {
            output.failure(
                    "tracktik load",
                    ExitCode.CONFIGURATION,
                    "configuration",
                    "--set: there is no setting load.worker; load.workers?");
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private void settings() {
        page.append("""
                ## Settings

                Settings are in `fieldhouse.yaml`, where `load.workers` is `load: {workers: 2}`. An environment variable overrides the
                file, and `--set load.workers=4` overrides both. `fieldhouse init` writes a file to start with, and `fieldhouse config
                show` shows the current values. Unknown settings are rejected. Keep each secret in a file of its own, and set its
                path with the key in the table; a relative path starts at the configuration file. The content of the file is the secret; a final
                line break is ignored. If a secret is missing, the command prompts for it at a terminal, unless standard output is redirected
                (`export` has `--output`) or `--no-input` is set. A URL with a password in it is only accepted from the environment. All problems
                are listed at once, with their lines. `FIELDHOUSE_PORT*` and `FIELDHOUSE_SERVICE_*`, which Kubernetes sets for a service of
                this name, and `FIELDHOUSE_TEST_*` are ignored.

                | variable | meaning |
                | --- | --- |
                | `FIELDHOUSE_HOME` | The data folder, as `--home`; otherwise `~/Library/Application Support/fieldhouse` on macOS, else `$XDG_DATA_HOME/fieldhouse` or `~/.local/share/fieldhouse`. |
                | `FIELDHOUSE_CONFIG` | The configuration file, as `--config`; otherwise `fieldhouse.yaml` in the data folder. |
                | `NO_COLOR` | Any value but an empty one turns colors off, as `--no-color` does. So does `TERM=dumb`. |

                | key | default | variable | meaning |
                | --- | --- | --- | --- |
                """);
        for (Setting<?> setting : Settings.ALL) {
            String fallback =
                    setting.fallback() == null || setting.fallback().isEmpty() ? "" : "`" + setting.fallback() + "`";
            row(
                    "`" + setting.keyInFile() + "`",
                    fallback,
                    "`" + setting.variable() + "`"
                            + (setting.isSecret() ? ", or a file that holds it: `" + setting.variable() + "_FILE`" : "")
                            + setting.usual().stream()
                                    .map(name -> ", `" + name + "`")
                                    .collect(Collectors.joining()),
                    setting.description());
        }
    }
}
