package io.fieldhouse.cli.config;

import io.fieldhouse.etl.Refusal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is configured. What is typed overrides the environment, and that the file. */
public final class Configuration {
    /** What Kubernetes sets beside a service of that name, and what tests are told by. */
    private static final List<String> OTHERS = List.of("FIELDHOUSE_PORT", "FIELDHOUSE_SERVICE_", "FIELDHOUSE_TEST_");

    private static final String DEFAULT = "default";
    private static final String TYPED = "--set";
    private static final Pattern PASSWORD = Pattern.compile("(?i)[?&][^=&]*pass[^=&]*=.");
    private static final Pattern LOGIN = Pattern.compile("^([^/]*//)?[^/]*:[^/]*@");

    private final Map<Setting<?>, Value> values;

    private Configuration(Map<Setting<?>, Value> values) {
        this.values = values;
    }

    /**
     * A value, and where it came from.
     *
     * @param origin such as {@code fieldhouse.yaml line 12}
     * @param line the line of the configuration file, if it came from there
     * @param file the file of its own that holds it, if one does
     */
    public record Value(
            String text, String origin, int line, @Nullable Path file) {
        static final int NO_LINE = Integer.MAX_VALUE;

        Value(String text, String origin) {
            this(text, origin, NO_LINE, null);
        }

        static Value of(Path file, ConfigurationFile.Entry entry) {
            return new Value(entry.text(), file + " line " + entry.line(), entry.line(), null);
        }

        private Value in(Path secret, String secretText) {
            return new Value(secretText, origin + ", the file it names", line, secret);
        }

        private boolean isDefault() {
            return origin.equals(DEFAULT);
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
        Problems problems = new Problems();
        Map<String, ConfigurationFile.Entry> entries = file == null ? Map.of() : ConfigurationFile.read(file, problems);
        requireKnown(entries, file, environment, typed, problems);
        Map<Setting<?>, Value> values = new LinkedHashMap<>();
        boolean isEachRight = true;
        for (Setting<?> setting : Settings.ALL) {
            Value value = setting.isSecret()
                    ? secret(setting, file, entries, environment, typed, problems)
                    : value(setting, file, entries, environment, typed);
            if (value != null) {
                values.put(setting, value);
                Optional<String> problem = setting.problem(value.text());
                problem.ifPresent(sentence -> problems.add(value, setting.key() + " " + sentence));
                isEachRight &= problem.isEmpty();
            }
        }
        Configuration configuration = new Configuration(values);
        configuration.requireNoPasswordInAddress(problems);
        if (isEachRight) {
            configuration.requireOneCalendar(problems);
        }
        problems.throwIfAny();
        return configuration;
    }

    /** The environment may hold secrets; what everybody may read, or see running, may not. */
    private void requireNoPasswordInAddress(Problems problems) {
        origin(Settings.WAREHOUSE_URL)
                .filter(address -> !address.origin().equals(Settings.WAREHOUSE_URL.variable())
                        && PASSWORD.matcher(address.text()).find())
                .ifPresent(address -> problems.add(
                        address,
                        "warehouse.url holds a password, which does not belong there. Take it out, and put it into a file of"
                                + " its own, named by warehouse.password-file, or into "
                                + Settings.WAREHOUSE_PASSWORD.variable() + "."));
        origin(Settings.NETWORK_PROXY)
                .filter(address ->
                        (address.line() != Value.NO_LINE || address.origin().equals(TYPED))
                                && LOGIN.matcher(address.text()).find())
                .ifPresent(address -> problems.add(
                        address,
                        "network.proxy holds a password, which does not belong there. Set "
                                + Settings.NETWORK_PROXY.variable() + " instead."));
    }

    /** What is said of billing periods belongs together; what is only a default is in nobody's way. */
    private void requireOneCalendar(Problems problems) {
        String kind = get(Settings.CALENDAR_KIND);
        said(Settings.CALENDAR_ANCHOR)
                .filter(anchor -> !Calendars.isAnchored(kind))
                .ifPresent(anchor -> problems.add(
                        anchor,
                        "calendar.anchor has no meaning where calendar.kind is " + kind + ": leave it out, or choose"
                                + " two-weeks or weeks."));
        if (!Calendars.isRetail(kind)) {
            Stream.of(
                            Settings.CALENDAR_YEAR_END_WEEKDAY,
                            Settings.CALENDAR_YEAR_END_MONTH,
                            Settings.CALENDAR_YEAR_END_NEAREST)
                    .forEach(setting -> said(setting)
                            .filter(value -> !value.text().equals(setting.fallback()))
                            .ifPresent(value -> problems.add(
                                    value,
                                    setting.key() + " has no meaning where calendar.kind is " + kind
                                            + ": leave it out, or choose 4-4-5.")));
        }
        said(Settings.CALENDAR_FIRST).ifPresent(first -> {
            try {
                TrackTikConfiguration.first(this);
            } catch (ConfigurationException e) {
                problems.add(first, String.valueOf(e.getMessage()));
            }
        });
    }

    /** A value that somebody has given. */
    private Optional<Value> said(Setting<?> setting) {
        return origin(setting).filter(value -> !value.isDefault());
    }

    private static void requireKnown(
            Map<String, ConfigurationFile.Entry> entries,
            @Nullable Path file,
            Map<String, String> environment,
            Map<String, String> typed,
            Problems problems) {
        entries.forEach((key, entry) -> {
            Value value = Value.of(Objects.requireNonNull(file), entry);
            if (Settings.isSecret(key)) {
                problems.add(
                        value,
                        "Secrets do not belong in this file. Put this one into a file of its own, named by " + key
                                + "-file, or into the environment.");
            } else if (!Settings.keys().contains(key)) {
                problems.add(value, Settings.unknown(key));
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
            return new Value(typed.getOrDefault(setting.key(), ""), TYPED);
        }
        String variable = environment.getOrDefault(setting.variable(), "");
        if (!variable.isEmpty()) {
            return new Value(variable, setting.variable());
        }
        ConfigurationFile.Entry entry = entries.get(setting.key());
        if (entry != null && file != null) {
            return Value.of(file, entry);
        }
        Optional<Value> usual = setting.usual().stream()
                .filter(name -> !environment.getOrDefault(name, "").isEmpty())
                .findFirst()
                .map(name -> new Value(environment.getOrDefault(name, ""), name));
        return usual.orElseGet(() -> setting.fallback() == null ? null : new Value(setting.fallback(), DEFAULT));
    }

    private static @Nullable Value secret(
            Setting<?> setting,
            @Nullable Path file,
            Map<String, ConfigurationFile.Entry> entries,
            Map<String, String> environment,
            Map<String, String> typed,
            Problems problems) {
        String variable = setting.variable();
        String whole = environment.getOrDefault(variable, "");
        String named = environment.getOrDefault(variable + "_FILE", "");
        ConfigurationFile.Entry entry = entries.get(setting.fileKey());
        Path here = Path.of("").toAbsolutePath();
        if (!typed.getOrDefault(setting.fileKey(), "").isEmpty()) {
            return secret(setting, here, new Value(typed.getOrDefault(setting.fileKey(), ""), TYPED), problems);
        }
        if (!whole.isEmpty()) {
            return new Value(whole, variable);
        }
        if (!named.isEmpty()) {
            return secret(setting, here, new Value(named, variable + "_FILE"), problems);
        }
        if (entry == null || file == null || entry.text().isEmpty()) {
            return null;
        }
        // Wherever somebody stands who runs a command, the file means the same.
        Path beside = file.toAbsolutePath().resolveSibling("").normalize();
        return secret(setting, beside, Value.of(file, entry), problems);
    }

    private static @Nullable Value secret(Setting<?> setting, Path folder, Value named, Problems problems) {
        try {
            SecretFile secret = new SecretFile(folder.resolve(named.text()));
            try {
                return named.in(secret.path(), secret.read());
            } catch (Refusal e) {
                problems.add(named, secret.path() + ", which it names for " + setting.key() + ", " + e.getMessage());
            }
        } catch (InvalidPathException e) {
            problems.add(named, "what it names for " + setting.key() + " cannot be a file.");
        }
        return null;
    }

    /** Variables that name a file of a secret which another variable has as a whole. */
    public static List<String> passedOver(Map<String, String> environment) {
        return Settings.ALL.stream()
                .filter(Setting::isSecret)
                .map(Setting::variable)
                .filter(variable -> !environment.getOrDefault(variable, "").isEmpty()
                        && !environment.getOrDefault(variable + "_FILE", "").isEmpty())
                .map(variable -> variable + "_FILE")
                .toList();
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
