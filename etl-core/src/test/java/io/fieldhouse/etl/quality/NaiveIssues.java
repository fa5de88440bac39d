package io.fieldhouse.etl.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which issues there are of one rule, kept as plainly as can be: the model that checks are held against. */
final class NaiveIssues {
    /** Who saw an open issue last, and how often it was seen. */
    private record Open(@Nullable String unit, int occurrences) {}

    private final TreeMap<String, Open> open = new TreeMap<>();
    private final List<String> closed = new ArrayList<>();

    /** A check of a unit, or of everything where there is none. */
    RuleReport see(String rule, @Nullable String unit, Set<String> found) {
        List<String> gone = open.entrySet().stream()
                .filter(issue -> unit == null || unit.equals(issue.getValue().unit()))
                .filter(issue -> !found.contains(issue.getKey()))
                .map(issue -> issue.getKey())
                .toList();
        gone.forEach(key -> closed.add(line(key, open.remove(key)) + " closed"));
        long again = found.stream().filter(open::containsKey).count();
        found.forEach(key -> open.merge(
                key, new Open(unit, 1), (was, is) -> new Open(is.unit(), was.occurrences() + is.occurrences())));
        return new RuleReport(rule, found.size() - again, again, gone.size());
    }

    private static String line(String key, @Nullable Open issue) {
        return issue == null ? key : key + " " + issue.unit() + " " + issue.occurrences();
    }

    /** Every issue that there ever was. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(closed);
        open.forEach((key, issue) -> lines.add(line(key, issue)));
        return lines;
    }
}
