package io.fieldhouse.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.cli.Typed;
import io.fieldhouse.cli.Typed.Answer;
import io.fieldhouse.cli.config.Setting;
import io.fieldhouse.cli.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigShowTest {
    private Path home = Path.of("");
    private Typed typed = Typed.at(home);

    @BeforeEach
    void configured(@TempDir Path fresh) throws IOException {
        home = fresh;
        Files.writeString(home.resolve("fieldhouse.yaml"), "load:\n  workers: 3\n");
        typed = Typed.at(home)
                .with("FIELDHOUSE_TRACKTIK_PASSWORD", "secret-word")
                .with("FIELDHOUSE_WAREHOUSE_URL", "jdbc:postgresql://localhost/db?user=me&password=secret-word");
    }

    @Test
    void everySettingIsShownWithItsValueAndItsOrigin() {
        Answer answer = typed.run("config", "show", "--set", "load.tries=4");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out().replaceAll(" +", " ").lines())
                .contains(
                        "File " + home.resolve("fieldhouse.yaml"),
                        "load.workers 3 " + home.resolve("fieldhouse.yaml") + " line 2",
                        "load.tries 4 --set",
                        "load.bad-share 0.05 default",
                        "tracktik.url not set",
                        "tracktik.password *** FIELDHOUSE_TRACKTIK_PASSWORD",
                        "warehouse.url jdbc:postgresql://localhost/db?user=me&password=*** FIELDHOUSE_WAREHOUSE_URL");
        assertThat(answer.out()).doesNotContain("secret-word");
        for (Setting<?> setting : Settings.ALL) {
            assertThat(answer.out()).contains("\n" + setting.key() + " ");
        }
    }

    @Test
    void jsonHasTheSame() throws IOException {
        Answer answer = typed.run("config", "show", "--json");

        assertThat(answer.out()).doesNotContain("secret-word");
        assertThat(settings(answer)).hasSize(Settings.ALL.size());
        assertThat(settings(answer).get("load.workers"))
                .containsEntry("value", "3")
                .containsEntry("origin", home.resolve("fieldhouse.yaml") + " line 2")
                .containsEntry("secret", false);
        assertThat(settings(answer).get("tracktik.password"))
                .containsEntry("value", "***")
                .containsEntry("secret", true);
        assertThat(settings(answer).get("tracktik.url"))
                .containsEntry("value", null)
                .containsEntry("origin", null);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> settings(Answer answer) throws IOException {
        Map<String, Object> data = (Map<String, Object>) answer.json().getOrDefault("data", Map.of());
        List<Map<String, Object>> settings = (List<Map<String, Object>>) data.getOrDefault("settings", List.of());
        return settings.stream().collect(Collectors.toMap(setting -> (String) setting.get("key"), setting -> setting));
    }

    @Test
    void configurationThatIsWrongIsSaidInstead() throws IOException {
        Files.writeString(home.resolve("fieldhouse.yaml"), "load:\n  wokers: 3\n  tries: x\n");

        assertThat(typed.run("config", "show").exitCode()).isEqualTo(78);
        assertThat(typed.run("config", "show").err()).contains("line 2: ", "load.workers?", "line 3: ");
        assertThat(typed.run("config", "show", "--json").json())
                .extractingByKey("error")
                .isInstanceOfSatisfying(Map.class, error -> {
                    assertThat(error.get("kind")).isEqualTo("configuration");
                    assertThat((List<?>) error.get("messages")).hasSize(2);
                });
    }

    @Test
    void fileThatIsNamedAndMissingIsSaid() {
        assertThat(typed.run("config", "show", "--config", "/nowhere/fieldhouse.yaml")
                        .err())
                .contains("/nowhere/fieldhouse.yaml cannot be read: it is not there.");
        assertThat(Typed.at(home.resolve("empty")).run("config", "show").out()).contains("No file; fieldhouse init");
    }

    @Test
    void variableThatDoesNotExistIsSaid() {
        assertThat(typed.with("FIELDHOUSE_LOAD_WORKER", "3")
                        .run("config", "show")
                        .err())
                .contains("there is no variable FIELDHOUSE_LOAD_WORKER, but FIELDHOUSE_LOAD_WORKERS.");
    }
}
