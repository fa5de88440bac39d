package io.fieldhouse.etl.reconcile;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of a row hold what.
 *
 * @param width how many fields have a name
 */
record CsvHeader(int site, int region, int period, Map<Measure, Integer> measures, int width) {
    /** Where a mapping names no column. */
    static final int NONE = -1;

    private static final int SHOWN = 30;

    /** Finds the mapped columns, and says which are not there, or there twice. */
    static CsvHeader of(CsvLine line, CsvMapping mapping, Problems problems) {
        Finder finder = new Finder(line, problems);
        Map<Measure, Integer> measures = new EnumMap<>(Measure.class);
        int site = finder.find("site", mapping.site());
        int region = finder.find("region", mapping.region());
        int period = finder.find("period", mapping.period());
        mapping.measures().forEach((measure, column) -> measures.put(measure, finder.find(measure.key(), column)));
        finder.sayWhatIsMissing();
        int width = finder.names.size();
        while (width > 0 && finder.names.get(width - 1).isEmpty()) {
            width--;
        }
        return new CsvHeader(site, region, period, measures, width);
    }

    /** What stands between the fields of a header: that by which the most mapped columns are found, and columns at all. */
    static Delimiter delimiter(String header, CsvMapping mapping) {
        Delimiter best = Delimiter.COMMA;
        long most = -1;
        for (Delimiter delimiter : Delimiter.values()) {
            long score = score(header, delimiter, mapping);
            if (score > most) {
                best = delimiter;
                most = score;
            }
        }
        return best;
    }

    private static long score(String header, Delimiter delimiter, CsvMapping mapping) {
        try {
            CsvLine line = new CsvLines(new StringReader(header), delimiter, header.length() + 1).next();
            if (line == null) {
                return 0;
            }
            List<String> names = names(line.fields());
            long found = wanted(mapping).filter(names::contains).count();
            return found * (header.length() + 1) + names.size();
        } catch (UnreadableCsvException e) {
            return 0;
        }
    }

    private static Stream<String> wanted(CsvMapping mapping) {
        return Stream.concat(
                        Stream.of(mapping.site(), mapping.region(), mapping.period())
                                .flatMap(Stream::ofNullable),
                        mapping.measures().values().stream())
                .map(CsvHeader::plain);
    }

    private static List<String> names(List<String> fields) {
        return fields.stream().map(CsvHeader::plain).toList();
    }

    private static String plain(String name) {
        return onOneLine(name).toLowerCase(Locale.ROOT);
    }

    private static String onOneLine(String name) {
        return name.replaceAll("[\\s\u00a0]+", " ").strip();
    }

    /** The highest field that is read. */
    int last() {
        return Stream.concat(Stream.of(site, region, period), measures.values().stream())
                .max(Integer::compare)
                .orElse(NONE);
    }

    private static final class Finder {
        private final CsvLine line;
        private final List<String> names;
        private final Problems problems;
        private final List<String> missing = new ArrayList<>();
        private boolean foundAny;

        Finder(CsvLine line, Problems problems) {
            this.line = line;
            this.names = names(line.fields());
            this.problems = problems;
        }

        int find(String key, @Nullable String column) {
            if (column == null) {
                return NONE;
            }
            int at = names.indexOf(plain(column));
            if (at < 0) {
                missing.add(column + " (reconcile." + key + ")");
            } else {
                foundAny = true;
                if (names.lastIndexOf(plain(column)) != at) {
                    problems.add(line.number(), "the column " + column + " is there twice; rename one of them.");
                }
            }
            return at;
        }

        void sayWhatIsMissing() {
            if (missing.isEmpty()) {
                return;
            }
            String columns = String.join(", ", missing);
            // A first line without any mapped column may hold data, which is not to be repeated.
            problems.add(
                    line.number(),
                    foundAny
                            ? "these columns are missing: " + columns + "; there are: "
                                    + line.fields().stream()
                                            .limit(SHOWN)
                                            .map(CsvHeader::onOneLine)
                                            .collect(Collectors.joining(", "))
                                    + "; add them, or correct the settings."
                            : "none of the configured columns is there: " + columns
                                    + "; the first line has to be the header, and the delimiter a comma, a semicolon or a tab.");
        }
    }
}
