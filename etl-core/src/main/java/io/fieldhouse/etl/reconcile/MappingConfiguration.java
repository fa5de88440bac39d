package io.fieldhouse.etl.reconcile;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a mapping from keys and values, and says everything that is wrong with them. */
final class MappingConfiguration {
    private final Map<String, String> given = new TreeMap<>();
    private final Set<String> known = new TreeSet<>();
    private final Problems problems = new Problems();

    MappingConfiguration(Map<String, String> configuration) {
        configuration.forEach((key, value) -> {
            String name = key.strip().toLowerCase(Locale.ROOT);
            if (!value.isBlank() && given.put(name, value.strip()) != null) {
                problems.add(name + ": this key is there twice; keep one.");
            }
        });
    }

    CsvMapping read() {
        String site = value("site");
        if (site == null) {
            problems.add("site: this key is missing; name the column that holds the site.");
        }
        IdentifiedBy siteBy = word("site-by", IdentifiedBy.class);
        String region = value("region");
        IdentifiedBy regionBy = word("region-by", IdentifiedBy.class);
        String period = value("period");
        String dates = dates();
        Delimiter delimiter = word("delimiter", Delimiter.class);
        DecimalSign decimal = word("decimal", DecimalSign.class);
        Charset encoding = encoding();
        Map<Measure, String> measures = measures();
        rejectUnknown();
        problems.throwIfAny("The mapping cannot be used.");
        return new CsvMapping(
                site == null ? "" : site,
                siteBy == null ? IdentifiedBy.CODE : siteBy,
                region,
                regionBy == null ? IdentifiedBy.NAME : regionBy,
                period,
                dates,
                measures,
                delimiter,
                encoding,
                decimal);
    }

    private @Nullable String value(String key) {
        known.add(key);
        return given.get(key);
    }

    private <E extends Enum<E>> @Nullable E word(String key, Class<E> words) {
        String value = value(key);
        if (value == null) {
            return null;
        }
        for (E word : words.getEnumConstants()) {
            if (word.name().equalsIgnoreCase(value)) {
                return word;
            }
        }
        problems.add(key + ": " + value + " is none of "
                + Stream.of(words.getEnumConstants())
                        .map(word -> word.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))
                + "; use one of these.");
        return null;
    }

    private @Nullable String dates() {
        String pattern = value("dates");
        if (pattern != null) {
            try {
                PeriodText.format(pattern);
            } catch (IllegalArgumentException e) {
                problems.add("dates: " + pattern + " is no pattern of a day; write one such as MM/dd/yyyy.");
            }
        }
        return pattern;
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

    private Map<Measure, String> measures() {
        Map<Measure, String> measures = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            String column = value(measure.key());
            if (column != null) {
                measures.put(measure, column);
            }
        }
        if (measures.isEmpty()) {
            problems.add("No figure is mapped; name the column of one at least, such as " + Measure.BILLABLE_HOURS.key()
                    + ".");
        }
        return measures;
    }

    private void rejectUnknown() {
        Set<String> unknown = new TreeSet<>(given.keySet());
        unknown.removeAll(known);
        for (String key : unknown) {
            problems.add(key + ": this key is not known; the keys are " + String.join(", ", known) + ".");
        }
    }
}
