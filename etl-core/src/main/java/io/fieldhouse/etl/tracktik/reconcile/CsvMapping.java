package io.fieldhouse.etl.tracktik.reconcile;

import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.reconcile.CsvDialect;
import io.fieldhouse.etl.reconcile.MappingConfiguration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a CSV holds what. Columns are named as in the header, whatever their case and the spaces around them.
 *
 * @param site the column that names the site
 * @param siteBy what it names it by
 * @param region the column that names the sub-region; without one a site's figures are compared wherever it worked
 * @param regionBy what it names it by
 * @param period the column that holds a period's label or a day in it; without one every row is of the period
 * @param dates the pattern of such days, as {@link java.time.format.DateTimeFormatter} has them; 2025-06-12 without one
 * @param measures the columns of the figures
 * @param dialect how its text is written
 */
public record CsvMapping(
        String site,
        IdentifiedBy siteBy,
        @Nullable String region,
        IdentifiedBy regionBy,
        @Nullable String period,
        @Nullable String dates,
        Map<Measure, String> measures,
        CsvDialect dialect) {
    static final String SITE = "site";
    static final String REGION = "region";
    static final String PERIOD = "period";

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
     * @throws Refusal that names everything that is wrong with it
     */
    public static CsvMapping of(Map<String, String> configuration) {
        MappingConfiguration said = new MappingConfiguration(configuration);
        String site = said.value(SITE);
        if (site == null) {
            said.addProblem("site: this key is missing; name the column that holds the site.");
        }
        IdentifiedBy siteBy = said.word("site-by", IdentifiedBy.class);
        String region = said.value(REGION);
        IdentifiedBy regionBy = said.word("region-by", IdentifiedBy.class);
        String period = said.value(PERIOD);
        String dates = dates(said);
        CsvDialect dialect = said.dialect();
        Map<Measure, String> measures = measures(said);
        said.requireAllRead();
        return new CsvMapping(
                Objects.requireNonNull(site),
                siteBy == null ? IdentifiedBy.CODE : siteBy,
                region,
                regionBy == null ? IdentifiedBy.NAME : regionBy,
                period,
                dates,
                measures,
                dialect);
    }

    private static @Nullable String dates(MappingConfiguration said) {
        String pattern = said.value("dates");
        if (pattern != null) {
            try {
                PeriodText.format(pattern);
            } catch (IllegalArgumentException e) {
                said.addProblem("dates: " + pattern + " is not a date pattern. Example: MM/dd/yyyy.");
            }
        }
        return pattern;
    }

    private static Map<Measure, String> measures(MappingConfiguration said) {
        Map<Measure, String> measures = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            String column = said.value(measure.key());
            if (column != null) {
                measures.put(measure, column);
            }
        }
        if (measures.isEmpty()) {
            said.addProblem("No figure is mapped; name the column of one at least, such as "
                    + Measure.BILLABLE_HOURS.key() + ".");
        }
        return measures;
    }

    /** The columns by their keys. */
    Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        put(columns, SITE, site);
        put(columns, REGION, region);
        put(columns, PERIOD, period);
        measures.forEach((measure, column) -> columns.put(measure.key(), column));
        return columns;
    }

    /** The configuration that it can be read from again, by its keys. */
    public Map<String, String> configuration() {
        Map<String, String> said = new TreeMap<>(columns());
        put(said, "site-by", siteBy);
        put(said, "region-by", region == null ? null : regionBy);
        put(said, "dates", dates);
        put(said, "delimiter", dialect.delimiter());
        put(said, "encoding", dialect.encoding());
        put(said, "decimal", dialect.decimal());
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
