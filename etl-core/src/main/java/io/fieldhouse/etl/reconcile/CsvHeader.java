package io.fieldhouse.etl.reconcile;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The columns that are read, and which field of a row holds each.
 *
 * @param columns what they are called, by their keys
 * @param places the index of their fields, by the same keys
 * @param last the highest index
 * @param width how many fields have a name
 */
record CsvHeader(Map<String, String> columns, Map<String, Integer> places, int last, int width) {
    private static final int SHOWN = 30;

    /** Finds the columns, and adds a problem for those that are missing, or there twice. */
    static CsvHeader of(CsvLine line, Map<String, String> columns, Problems problems) {
        List<String> names = names(line);
        Map<String, Integer> places = new HashMap<>();
        List<String> missing = new ArrayList<>();
        columns.forEach((key, column) -> {
            int place = names.indexOf(plain(column));
            if (place < 0) {
                missing.add(column + " (reconcile." + key + ")");
            } else {
                places.put(key, place);
                if (names.lastIndexOf(plain(column)) != place) {
                    problems.add(line.number(), "the column " + column + " is there twice; rename one of them.");
                }
            }
        });
        if (!missing.isEmpty()) {
            problems.add(line.number(), missing(String.join(", ", missing), line, !places.isEmpty()));
        }
        int width = names.size();
        while (width > 0 && names.get(width - 1).isEmpty()) {
            width--;
        }
        int last = places.values().stream().max(Integer::compare).orElse(-1);
        return new CsvHeader(columns, places, last, width);
    }

    /** A first line without any of the columns may hold data, which is not to be repeated. */
    private static String missing(String columns, CsvLine line, boolean foundAny) {
        return foundAny
                ? "these columns are missing: " + columns + "; there are: "
                        + line.fields().stream()
                                .limit(SHOWN)
                                .map(CsvHeader::onOneLine)
                                .collect(Collectors.joining(", "))
                        + "; add them, or correct the settings."
                : "none of the configured columns is there: " + columns
                        + "; the first line has to be the header, and the delimiter a comma, a semicolon or a tab.";
    }

    /** What stands between the fields of a header: that by which the most columns are found, and columns at all. */
    static Delimiter delimiter(String header, Collection<String> columns) {
        Delimiter best = Delimiter.COMMA;
        long most = -1;
        for (Delimiter delimiter : Delimiter.values()) {
            long score = score(header, delimiter, columns);
            if (score > most) {
                best = delimiter;
                most = score;
            }
        }
        return best;
    }

    private static long score(String header, Delimiter delimiter, Collection<String> columns) {
        try {
            CsvLine line = new CsvLines(new StringReader(header), delimiter, header.length() + 1).next();
            if (line == null) {
                return 0;
            }
            List<String> names = names(line);
            long found = columns.stream()
                    .map(CsvHeader::plain)
                    .filter(names::contains)
                    .count();
            return found * (header.length() + 1) + names.size();
        } catch (UnreadableCsvException e) {
            return 0;
        }
    }

    private static List<String> names(CsvLine line) {
        return line.fields().stream().map(CsvHeader::plain).toList();
    }

    private static String plain(String name) {
        return onOneLine(name).toLowerCase(Locale.ROOT);
    }

    private static String onOneLine(String name) {
        return name.replaceAll("[\\s\u00a0]+", " ").strip();
    }
}
