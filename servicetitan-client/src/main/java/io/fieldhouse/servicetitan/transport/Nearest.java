package io.fieldhouse.servicetitan.transport;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds the names that somebody may have meant. */
public final class Nearest {
    private static final int SUGGESTIONS = 3;

    private Nearest() {}

    /** The nearest few of the names, nearest first, in quotes; {@code none} where there is none. */
    public static String to(String wanted, Collection<String> names) {
        if (names.isEmpty()) {
            return "none";
        }
        String meant = wanted.toLowerCase(Locale.ROOT);
        return names.stream()
                .distinct()
                .sorted(Comparator.<String>comparingInt(name -> distance(name.toLowerCase(Locale.ROOT), meant))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SUGGESTIONS)
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(", "));
    }

    /** How many letters have to change, by Levenshtein. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
