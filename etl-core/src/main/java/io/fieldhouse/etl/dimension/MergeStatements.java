package io.fieldhouse.etl.dimension;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.Percent;
import io.fieldhouse.etl.load.MergeLimits;
import io.fieldhouse.etl.sql.NamedSql;
import io.fieldhouse.etl.stage.Quarantine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs the statements of one merge: names are filled in where they stand in braces, values are bound by their name. */
final class MergeStatements {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final NamedSql sql;
    private final Dimension dimension;
    private final Snapshot snapshot;

    MergeStatements(Connection connection, Dimension dimension, Snapshot snapshot) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("as_of", snapshot.asOf());
        values.put("run_id", snapshot.attempt().runId());
        values.put("unit_id", snapshot.attempt().unitId());
        this.sql = new NamedSql(connection, values);
        this.dimension = dimension;
        this.snapshot = snapshot;
    }

    long run(String template) throws SQLException {
        return sql.run(filled(template));
    }

    /** Runs a statement that names some keys, {@code :keys}. */
    long run(String template, List<Long> keys) throws SQLException {
        return sql.with(Map.of("keys", keys)).run(filled(template));
    }

    List<Long> numbers(String template) throws SQLException {
        return sql.numbers(filled(template));
    }

    long number(String template) throws SQLException {
        return sql.number(filled(template));
    }

    boolean holds(String condition) throws SQLException {
        return sql.holds(filled(condition));
    }

    List<String> texts(String template) throws SQLException {
        return sql.texts(filled(template));
    }

    /** Quarantines what a statement takes out. */
    long keep(String template) throws SQLException {
        return Quarantine.keep(sql, snapshot.source(), snapshot.feed(), snapshot.attempt(), filled(template));
    }

    /** Stops a merge that would retire too many. */
    void requireFewGone(MergeLimits limits, long gone, long open, String someOfThem) throws SQLException {
        if (!limits.allow(gone, open)) {
            List<String> some = texts(someOfThem);
            throw new LoadException(
                    Kind.PERMANENT,
                    "The extract of " + snapshot.feed() + " would retire " + gone + " of " + open + " in "
                            + dimension.name() + ", more than " + Percent.of(limits.retiredShare())
                            + ": nothing was changed. " + (some.size() < gone ? "Some of them are " : "They are ")
                            + String.join(", ", some)
                            + ". If they are gone indeed, allow a larger load.retired-share.",
                    null);
        }
    }

    private String filled(String template) {
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(name(place.group(1))));
    }

    /** Names come from the model that is generated from the database, and never from outside. */
    private String name(String place) {
        return switch (place) {
            case "dimension" -> dimension.name();
            case "key" -> dimension.key();
            case "version" -> dimension.versionKey();
            case "staging" -> snapshot.table();
            case "record" -> snapshot.record();
            case "source" -> "'" + snapshot.source() + "'";
            case "feed" -> "'" + snapshot.feed() + "'";
            case "columns" -> columns().collect(Collectors.joining(", "));
            case "staged_columns" -> columns().map(column -> "s." + column).collect(Collectors.joining(", "));
            case "assignments" -> columns().map(MergeStatements::assignment).collect(Collectors.joining(", "));
            case "tracked_differ" -> differ(snapshot.tracked());
            case "untracked_differ" -> differ(snapshot.untracked());
            default -> throw new IllegalArgumentException("There is no such place as " + place);
        };
    }

    private Stream<String> columns() {
        return Stream.concat(snapshot.tracked().stream(), snapshot.untracked().stream());
    }

    private static String assignment(String column) {
        return column + " = s." + column;
    }

    /** Whether such columns of the staged row and of the version differ. */
    static String differ(List<String> columns) {
        return columns.isEmpty() ? "false" : list("s.", columns) + " IS DISTINCT FROM " + list("d.", columns);
    }

    private static String list(String prefix, List<String> columns) {
        return columns.stream().map(column -> prefix + column).collect(Collectors.joining(", ", "(", ")"));
    }
}
