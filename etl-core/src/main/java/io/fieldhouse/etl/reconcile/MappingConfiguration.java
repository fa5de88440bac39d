package io.fieldhouse.etl.reconcile;

import io.fieldhouse.etl.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a configuration says of a CSV by keys and values, and collects everything that is wrong with them. */
public final class MappingConfiguration {
    private final Map<String, String> given = new TreeMap<>();
    private final Set<String> known = new TreeSet<>();
    private final Problems problems = new Problems();

    public MappingConfiguration(Map<String, String> configuration) {
        configuration.forEach((key, value) -> {
            String name = key.strip().toLowerCase(Locale.ROOT);
            if (!value.isBlank() && given.put(name, value.strip()) != null) {
                problems.add(name + ": this key is there twice; keep one.");
            }
        });
    }

    /** Returns the value of a key, if it has one. */
    public @Nullable String value(String key) {
        known.add(key);
        return given.get(key);
    }

    /** Returns the value of a key that is one of some words, if it has one. */
    public <E extends Enum<E>> @Nullable E word(String key, Class<E> words) {
        String value = value(key);
        if (value == null) {
            return null;
        }
        for (E word : words.getEnumConstants()) {
            if (word.name().equalsIgnoreCase(value)) {
                return word;
            }
        }
        problems.add(key + ": " + value + " is not one of "
                + Stream.of(words.getEnumConstants())
                        .map(word -> word.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))
                + "; use one of these.");
        return null;
    }

    /** Returns how the text is written, by the keys {@code delimiter}, {@code encoding} and {@code decimal}. */
    public CsvDialect dialect() {
        return new CsvDialect(word("delimiter", Delimiter.class), encoding(), word("decimal", DecimalSign.class));
    }

    private @Nullable Charset encoding() {
        String name = value("encoding");
        try {
            return name == null ? null : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            problems.add("encoding: " + name + " is not known; use UTF-8, UTF-16 or windows-1252.");
            return null;
        }
    }

    /** Adds what is wrong with the values. */
    public void addProblem(String problem) {
        problems.add(problem);
    }

    /**
     * Requires that nothing is wrong, and that no key is left that was not read.
     *
     * @throws Refusal that names every problem
     */
    public void requireAllRead() {
        Set<String> unknown = new TreeSet<>(given.keySet());
        unknown.removeAll(known);
        for (String key : unknown) {
            problems.add(key + ": this key is not known; the keys are " + String.join(", ", known) + ".");
        }
        problems.throwIfAny("The mapping cannot be used.");
    }
}
