package io.fieldhouse.cli.config;

import io.fieldhouse.etl.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be configured.
 *
 * @param key its name in the file, such as {@code load.workers}
 * @param fallback what holds where nothing is said, if anything does
 * @param isSecret whether it is never shown, and taken from the environment or a file of its own only
 * @param description what it decides
 * @param parser makes it a value, or throws {@link Refusal} with a sentence that says what it should be
 * @param usual variables that other programs know, too, and that hold where nothing else is said
 */
public record Setting<T>(
        String key,
        @Nullable String fallback,
        boolean isSecret,
        String description,
        Function<String, T> parser,
        List<String> usual) {
    static <T> Setting<T> withDefault(String key, String fallback, String description, Function<String, T> parser) {
        return new Setting<>(key, fallback, false, description, parser, List.of());
    }

    static Setting<String> optional(String key, String description) {
        return optional(key, description, Function.identity());
    }

    /** One that may be missing, or empty. */
    static <T> Setting<T> optional(String key, String description, Function<String, T> parser, String... usual) {
        return new Setting<>(key, null, false, description, parser, List.of(usual));
    }

    static Setting<String> secret(String key, String description) {
        return new Setting<>(key, null, true, description, Function.identity(), List.of());
    }

    /** The environment variable that has it. */
    public String variable() {
        return "FIELDHOUSE_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** The setting that names a file which holds this secret. */
    public String fileKey() {
        return key + "-file";
    }

    /** What stands for it in the file: a secret stands in one of its own. */
    public String keyInFile() {
        return isSecret ? fileKey() : key;
    }

    /** What is wrong with a text as its value, if anything is. */
    Optional<String> problem(String text) {
        if (text.isEmpty() && fallback == null) {
            return Optional.empty();
        }
        try {
            T value = parser.apply(text);
            return value == null ? Optional.of("has no value.") : Optional.empty();
        } catch (Refusal e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** A value of it as anybody may see it: secrets never, and addresses without what opens them. */
    String shown(String text) {
        if (isSecret) {
            return "***";
        }
        return key.endsWith(".url") || key.endsWith(".proxy")
                ? text.replaceFirst("^([^/]*//)?.*@", "$1***@").replaceAll("(?i)([^?&=]*pass[^?&=]*=)[^&]*", "$1***")
                : text;
    }

    /** The section of the file that it stands in. */
    public String section() {
        return key.substring(0, key.indexOf('.'));
    }
}
