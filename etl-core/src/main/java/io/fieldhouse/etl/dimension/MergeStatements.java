package io.fieldhouse.etl.dimension;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs the statements of one merge: names are filled in where they stand in braces, values are bound by their name. */
final class MergeStatements {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern VALUE = Pattern.compile(":(as_of|run_id|unit_id)\\b");

    private final Connection connection;
    private final Dimension dimension;
    private final Snapshot snapshot;

    MergeStatements(Connection connection, Dimension dimension, Snapshot snapshot) {
        this.connection = connection;
        this.dimension = dimension;
        this.snapshot = snapshot;
    }

    /** Runs a statement, and says how many rows it wrote. */
    long run(String template) throws SQLException {
        try (PreparedStatement statement = prepare(template)) {
            return statement.executeLargeUpdate();
        }
    }

    /** Asks for the first row, as numbers. */
    List<Long> numbers(String template) throws SQLException {
        try (PreparedStatement statement = prepare(template);
                ResultSet row = statement.executeQuery()) {
            List<Long> numbers = new ArrayList<>();
            row.next();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                numbers.add(row.getLong(i));
            }
            return numbers;
        }
    }

    long number(String template) throws SQLException {
        return numbers(template).get(0);
    }

    boolean holds(String condition) throws SQLException {
        return number("SELECT (" + condition + ")::integer") == 1;
    }

    /** Asks for the first column of every row. */
    List<String> texts(String template) throws SQLException {
        try (PreparedStatement statement = prepare(template);
                ResultSet rows = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private PreparedStatement prepare(String template) throws SQLException {
        String sql = PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(name(place.group(1))));
        List<String> values =
                VALUE.matcher(sql).results().map(value -> value.group(1)).toList();
        PreparedStatement statement =
                connection.prepareStatement(VALUE.matcher(sql).replaceAll("?"));
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, value(values.get(i)));
        }
        return statement;
    }

    private @Nullable Object value(String name) {
        return switch (name) {
            case "as_of" -> snapshot.asOf();
            case "run_id" -> snapshot.attempt().runId();
            default -> snapshot.attempt().unitId();
        };
    }

    /** Names come from the model that is generated from the database, and never from outside. */
    private String name(String place) {
        return switch (place) {
            case "dimension" -> dimension.name();
            case "key" -> dimension.key();
            case "version" -> dimension.versionKey();
            case "staging" -> snapshot.table();
            case "newest_first" -> snapshot.newestFirst();
            case "record" -> snapshot.record();
            case "source" -> "'" + snapshot.source() + "'";
            case "feed" -> "'" + snapshot.feed() + "'";
            case "columns" -> columns().collect(Collectors.joining(", "));
            case "staged_columns" -> columns().map(column -> "s." + column).collect(Collectors.joining(", "));
            case "old_columns" -> columns().map(column -> "o." + column).collect(Collectors.joining(", "));
            case "assignments" -> columns().map(MergeStatements::assignment).collect(Collectors.joining(", "));
            case "untracked" -> list("", snapshot.untracked());
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
