package io.fieldhouse.cli.workplace;

import io.fieldhouse.cli.config.Settings;
import io.fieldhouse.cli.output.ShellWord;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What every command understands. */
public final class GlobalOptions {
    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            scope = ScopeType.INHERIT,
            description = "Folder of the embedded database, fieldhouse.yaml and the log; also FIELDHOUSE_HOME.")
    @Nullable Path home;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Configuration file; also FIELDHOUSE_CONFIG.")
    @Nullable Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            scope = ScopeType.INHERIT,
            description = "Override a setting for this run, such as load.workers=4.")
    void set(Map<String, String> some) {
        set.putAll(some);
    }

    /** What was typed before the command and after it. */
    final Map<String, String> set = new LinkedHashMap<>();

    /** What was typed of these, for a command that is to be run next; an address without its password. */
    String again() {
        StringBuilder text = new StringBuilder();
        if (home != null) {
            text.append(" --home ").append(ShellWord.of(home.toAbsolutePath().toString()));
        }
        if (config != null) {
            text.append(" --config ")
                    .append(ShellWord.of(config.toAbsolutePath().toString()));
        }
        set.forEach(
                (key, value) -> text.append(" --set ").append(ShellWord.of(key + "=" + Settings.shown(key, value))));
        return text.toString();
    }

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print JSON.")
    boolean json;

    /** Also where the option follows what was mistyped. */
    public void requestJson() {
        json = true;
    }

    public boolean isWithoutColor() {
        return noColor;
    }

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Print errors only.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Print log lines to standard error, debug messages included.")
    boolean verbose;

    @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "Print without colors; also NO_COLOR.")
    boolean noColor;

    @Option(
            names = "--no-input",
            scope = ScopeType.INHERIT,
            description = "Never ask for a missing secret: fail, and say how to provide it.")
    boolean noInput;

    @Option(
            names = {"-h", "--help"},
            scope = ScopeType.INHERIT,
            usageHelp = true,
            description = "Show help.")
    boolean help;
}
