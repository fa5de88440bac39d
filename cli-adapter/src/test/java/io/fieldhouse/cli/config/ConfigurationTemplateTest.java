package io.fieldhouse.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTemplateTest {
    /** What cannot be any word, and has no default. */
    private static final Map<String, String> FITTING = Map.of(
            "warehouse.url", "jdbc:postgresql://localhost/invented",
            "tracktik.url", "https://invented.test/rest/v1/",
            "quality.stopping", "duplicate shift",
            "reconcile.site-by", "name",
            "reconcile.region-by", "id",
            "reconcile.dates", "MM/dd/yyyy",
            "reconcile.delimiter", "tab",
            "reconcile.encoding", "windows-1252",
            "reconcile.decimal", "comma");

    private static final Pattern SETTING = Pattern.compile("(?m)^( *)#([a-z-]+:.*)$");

    private static Configuration read(Path folder, String text) throws IOException {
        return Configuration.read(Files.writeString(folder.resolve("fieldhouse.yaml"), text), Map.of(), Map.of());
    }

    private static String uncommented() {
        return SETTING.matcher(ConfigurationTemplate.text()).replaceAll("$1$2");
    }

    @Test
    void asItIsWrittenTheDefaultsHold(@TempDir Path folder) throws IOException {
        Configuration configuration = read(folder, ConfigurationTemplate.text());

        for (Setting<?> setting : Settings.ALL) {
            assertThat(configuration
                            .origin(setting)
                            .map(Configuration.Value::origin)
                            .orElse("default"))
                    .as(setting.key())
                    .isEqualTo("default");
        }
    }

    @Test
    void uncommentedItSaysTheDefaultsOfItsOwn(@TempDir Path folder) throws IOException {
        Configuration configuration = read(folder, uncommented());

        for (Setting<?> setting : Settings.ALL) {
            String fallback = setting.fallback() == null ? "" : setting.fallback();
            assertThat(configuration
                            .origin(setting)
                            .map(Configuration.Value::text)
                            .orElse(""))
                    .as(setting.key())
                    .isEqualTo(fallback);
            if (!fallback.isEmpty()) {
                assertThat(configuration.origin(setting).orElseThrow().origin())
                        .startsWith(folder.resolve("fieldhouse.yaml") + " line ");
            }
        }
    }

    @Test
    void filledInItIsReadWithoutAProblem(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "invented");
        Map<String, String> values = new HashMap<>();
        StringBuilder filled = new StringBuilder();
        String section = "";
        for (String line : uncommented().lines().toList()) {
            Matcher key = Pattern.compile("( *)([a-z-]+):(.*)").matcher(line);
            if (!key.matches()) {
                continue;
            }
            if (key.group(1).isEmpty()) {
                section = key.group(2);
                filled.append(line).append("\n");
                continue;
            }
            String name = section + "." + key.group(2);
            String value = key.group(3).isBlank()
                    ? " " + (line.contains("-file") ? secret : FITTING.getOrDefault(name, "invented"))
                    : key.group(3);
            values.put(name, value.strip());
            filled.append(key.group(1))
                    .append(key.group(2))
                    .append(":")
                    .append(value)
                    .append("\n");
        }
        Configuration configuration = read(folder, filled.toString());

        assertThat(values.keySet()).containsExactlyInAnyOrderElementsOf(Settings.keys());
        for (Setting<?> setting : Settings.ALL) {
            assertThat(configuration.origin(setting).orElseThrow().text())
                    .isEqualTo(setting.isSecret() ? "invented" : values.get(setting.key()));
        }
    }

    @Test
    void everySettingIsExplained() {
        for (Setting<?> setting : Settings.ALL) {
            assertThat(ConfigurationTemplate.text()).contains("  # " + setting.description() + "\n");
        }
    }
}
