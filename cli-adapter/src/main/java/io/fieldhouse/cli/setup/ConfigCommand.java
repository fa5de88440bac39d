package io.fieldhouse.cli.setup;

import io.fieldhouse.cli.config.Configuration;
import io.fieldhouse.cli.config.Setting;
import io.fieldhouse.cli.config.Settings;
import io.fieldhouse.cli.failure.ExitCode;
import io.fieldhouse.cli.output.TextTable;
import io.fieldhouse.cli.workplace.Workplace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "config", description = "Show the configuration.")
public final class ConfigCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public ConfigCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        return workplace.output(spec).help(spec.commandLine());
    }

    @Command(
            name = "show",
            description = "Show every setting, its value and its origin. Secrets are masked.",
            footer = {
                "",
                "Examples:",
                "  fieldhouse config show",
                "  fieldhouse config show --json | jq '.data.settings[] | select(.origin != \"default\")'"
            })
    public static final class Show implements Callable<Integer> {
        private final Workplace workplace;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        public Show(Workplace workplace) {
            this.workplace = workplace;
        }

        @Override
        public Integer call() {
            Configuration configuration = workplace.configuration();
            TextTable table = new TextTable("setting", "value", "from");
            List<Map<String, @Nullable Object>> settings = new ArrayList<>();
            for (Setting<?> setting : Settings.ALL) {
                String value = configuration.shown(setting).orElse(null);
                String origin = configuration
                        .origin(setting)
                        .map(Configuration.Value::origin)
                        .orElse(null);
                table.row(setting.key(), value == null ? "not set" : value, origin);
                Map<String, @Nullable Object> data = new LinkedHashMap<>();
                data.put("key", setting.key());
                data.put("value", value);
                data.put("origin", origin);
                data.put("secret", setting.isSecret());
                settings.add(data);
            }
            Path file = workplace.file();
            Map<String, @Nullable Object> data = new LinkedHashMap<>();
            data.put("home", workplace.home());
            data.put("file", file);
            data.put("settings", settings);
            String line = System.lineSeparator();
            return workplace
                    .output(spec)
                    .result(
                            "config show",
                            ExitCode.OK,
                            "Data folder " + workplace.home() + line
                                    + (file == null ? "No file; fieldhouse init writes one" : "File " + file) + line
                                    + line
                                    + table,
                            data);
        }
    }
}
