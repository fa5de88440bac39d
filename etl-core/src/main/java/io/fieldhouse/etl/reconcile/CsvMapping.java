package io.fieldhouse.etl.reconcile;

import java.nio.charset.Charset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a CSV holds what, and how its text is to be read. Columns are named as in the header, whatever their
 * case and the spaces around them; what is not said of the dialect is found out.
 *
 * @param site the column that names the site
 * @param siteBy what it names it by
 * @param region the column that names the sub-region; without one a site's figures are compared wherever it worked
 * @param regionBy what it names it by
 * @param period the column that holds a period's label or a day in it; without one every row is of the period
 * @param dates the pattern of such days, as {@link java.time.format.DateTimeFormatter} has them; 2025-06-12 without one
 * @param measures the columns of the figures
 * @param delimiter what stands between fields
 * @param encoding what its bytes mean, unless it says so itself by a byte order mark
 * @param decimal what stands before decimals; without it a number is read if there is one way to read it, and 1,234, which
 *     may be two numbers, is refused
 */
public record CsvMapping(
        String site,
        IdentifiedBy siteBy,
        @Nullable String region,
        IdentifiedBy regionBy,
        @Nullable String period,
        @Nullable String dates,
        Map<Measure, String> measures,
        @Nullable Delimiter delimiter,
        @Nullable Charset encoding,
        @Nullable DecimalSign decimal) {
    public CsvMapping {
        if (measures.isEmpty()) {
            throw new IllegalArgumentException("A mapping has one measure at least.");
        }
        measures = Collections.unmodifiableMap(new EnumMap<>(measures));
    }

    /**
     * Reads a configuration: the keys are {@code site}, {@code site-by}, {@code region}, {@code region-by}, {@code
     * period}, {@code dates}, {@code delimiter}, {@code encoding}, {@code decimal}, and those of the measures.
     * What is said of a file calls a key as a configuration file has it, such as {@code reconcile.decimal}.
     *
     * @throws IllegalArgumentException that names everything that is wrong with it
     */
    public static CsvMapping of(Map<String, String> configuration) {
        return new MappingConfiguration(configuration).read();
    }

    /** The configuration that it can be read from again, by its keys. */
    public Map<String, String> configuration() {
        Map<String, String> said = new TreeMap<>();
        put(said, "site", site);
        put(said, "site-by", siteBy);
        put(said, "region", region);
        put(said, "region-by", region == null ? null : regionBy);
        put(said, "period", period);
        put(said, "dates", dates);
        measures.forEach((measure, column) -> said.put(measure.key(), column));
        put(said, "delimiter", delimiter);
        put(said, "encoding", encoding == null ? null : encoding.name());
        put(said, "decimal", decimal);
        return said;
    }

    private static void put(Map<String, String> said, String key, @Nullable Object value) {
        if (value instanceof Enum<?> word) {
            said.put(key, word.name().toLowerCase(Locale.ROOT));
        } else if (value != null) {
            said.put(key, value.toString());
        }
    }
}
