package io.fieldhouse.cli.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is configured. What is typed overrides the environment, and that the file. */
public final class Configuration {
    /** What Kubernetes sets beside a service of that name, and what tests are told by. */
    private static final List<String> OTHERS = List.of("FIELDHOUSE_PORT", "FIELDHOUSE_SERVICE_", "FIELDHOUSE_TEST_");

    private final Map<Setting<?>, Value> values;

    private Configuration(Map<Setting<?>, Value> values) {
        this.values = values;
    }

    /**
     * A value, and where it came from.
     *
     * @param origin such as {@code fieldhouse.yaml line 12}
     * @param file the file of its own that holds it, if one does
     */
    public record Value(
            String text, String origin, @Nullable Path file) {
        Value(String text, String origin) {
            this(text, origin, null);
        }

        /** Where it came from; what it is may be secret. */
        @Override
        public String toString() {
            return "Value[" + origin + "]";
        }
    }

    /**
     * Reads everything there is.
     *
     * @param file the file, if there is one
     * @param typed what was typed, by key
     * @throws ConfigurationException with all that is wrong
     */
    public static Configuration read(@Nullable Path file, Map<String, String> environment, Map<String, String> typed) {
        List<String> problems = new ArrayList<>();
        Map<String, ConfigurationFile.Entry> entries = file == null ? Map.of() : ConfigurationFile.read(file, problems);
        requireKnown(entries, file, environment, typed, problems);
        Map<Setting<?>, Value> values = new LinkedHashMap<>();
        for (Setting<?> setting : Settings.ALL) {
            Value value = setting.isSecret()
                    ? secret(setting, file, entries, environment, typed, problems)
                    : value(setting, file, entries, environment, typed);
            if (value != null) {
                values.put(setting, value);
                setting.problem(value.text())
                        .ifPresent(problem -> problems.add(value.origin() + ": " + setting.key() + " " + problem));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new Configuration(values);
    }

    private static void requireKnown(
            Map<String, ConfigurationFile.Entry> entries,
            @Nullable Path file,
            Map<String, String> environment,
            Map<String, String> typed,
            List<String> problems) {
        entries.forEach((key, entry) -> {
            String at = file + " line " + entry.line() + ": ";
            if (Settings.isSecret(key)) {
                problems.add(at + "a secret does not belong into this file. Put it into a file of its own, named by "
                        + key + "-file, or into the environment.");
            } else if (!Settings.keys().contains(key)) {
                problems.add(at + Settings.unknown(key));
            }
        });
        typed.keySet().forEach(key -> {
            if (Settings.isSecret(key)) {
                problems.add("--set " + key + ": everybody on this machine can see what is typed. Use the environment,"
                        + " or a file named by " + key + "-file.");
            } else if (!Settings.keys().contains(key)) {
                problems.add("--set: " + Settings.unknown(key));
            }
        });
        environment.keySet().stream()
                .filter(name -> name.startsWith("FIELDHOUSE_")
                        && OTHERS.stream().noneMatch(name::startsWith)
                        && !Settings.variables().contains(name))
                .sorted()
                .forEach(name -> problems.add("The environment: there is no variable " + name
                        + Nearest.to(name, Settings.variables())
                                .map(near -> ", but " + near + ".")
                                .orElse(".")));
    }

    private static @Nullable Value value(
            Setting<?> setting,
            @Nullable Path file,
            Map<String, ConfigurationFile.Entry> entries,
            Map<String, String> environment,
            Map<String, String> typed) {
        if (typed.containsKey(setting.key())) {
            return new Value(typed.getOrDefault(setting.key(), ""), "--set");
        }
        String variable = environment.getOrDefault(setting.variable(), "");
        if (!variable.isEmpty()) {
            return new Value(variable, setting.variable());
        }
        ConfigurationFile.Entry entry = entries.get(setting.key());
        if (entry != null) {
            return new Value(entry.text(), file + " line " + entry.line());
        }
        return setting.fallback() == null ? null : new Value(setting.fallback(), "default");
    }

    private static @Nullable Value secret(
            Setting<?> setting,
            @Nullable Path file,
            Map<String, ConfigurationFile.Entry> entries,
            Map<String, String> environment,
            Map<String, String> typed,
            List<String> problems) {
        String named = typed.getOrDefault(setting.fileKey(), "");
        String origin = "--set";
        if (named.isEmpty()) {
            String variable = environment.getOrDefault(setting.variable(), "");
            if (!variable.isEmpty()) {
                return new Value(variable, setting.variable());
            }
            named = environment.getOrDefault(setting.variable() + "_FILE", "");
            origin = setting.variable() + "_FILE";
        }
        ConfigurationFile.Entry entry = entries.get(setting.fileKey());
        Path folder = Path.of("").toAbsolutePath();
        if (named.isEmpty() && entry != null && file != null) {
            named = entry.text();
            origin = file + " line " + entry.line();
            // Wherever somebody stands who runs a command, the file means the same.
            folder = file.toAbsolutePath().resolveSibling("").normalize();
        }
        return named.isEmpty() ? null : secret(setting, folder, named, origin, problems);
    }

    private static @Nullable Value secret(
            Setting<?> setting, Path folder, String named, String origin, List<String> problems) {
        try {
            SecretFile secret = new SecretFile(folder.resolve(named));
            try {
                return new Value(secret.read(), origin + ", the file it names", secret.path());
            } catch (IllegalArgumentException e) {
                problems.add(origin + ": " + secret.path() + ", which it names for " + setting.key() + ", "
                        + e.getMessage());
            }
        } catch (InvalidPathException e) {
            problems.add(origin + ": what it names for " + setting.key() + " cannot be a file.");
        }
        return null;
    }

    /** Files of secrets that others on this machine may read. */
    public List<Path> exposed() {
        return values.values().stream()
                .flatMap(value -> Stream.ofNullable(value.file()))
                .distinct()
                .filter(file -> new SecretFile(file).isExposed())
                .toList();
    }

    /** The value of a setting that has a default. */
    public <T> T get(Setting<T> setting) {
        return find(setting).orElseThrow(() -> new ConfigurationException(List.of(missing(setting))));
    }

    /** The value of a setting, if it has one. */
    public <T> Optional<T> find(Setting<T> setting) {
        return origin(setting).map(value -> setting.parser().apply(value.text()));
    }

    /** The text of a setting, and where it came from. */
    public Optional<Value> origin(Setting<?> setting) {
        return Optional.ofNullable(values.get(setting))
                .filter(value -> !value.text().isEmpty());
    }

    /** The value of a setting as anybody may see it, if it has one. */
    public Optional<String> shown(Setting<?> setting) {
        return origin(setting).map(value -> setting.shown(value.text()));
    }

    /** The same with one more value, which somebody has given just now. */
    public Configuration with(Setting<?> setting, String text) {
        Map<Setting<?>, Value> all = new LinkedHashMap<>(values);
        all.put(setting, new Value(text, "asked for"));
        return new Configuration(all);
    }

    /** What to do where a setting is needed and not there. */
    public static String missing(Setting<?> setting) {
        return setting.key() + " is not configured: " + setting.description() + " Set " + setting.variable()
                + (setting.isSecret()
                        ? ", or name a file that holds it by " + setting.fileKey() + "."
                        : ", or " + setting.key() + " in the configuration file.");
    }
}
