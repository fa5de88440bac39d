package io.fieldhouse.etl.dimension;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which columns a snapshot has, beside those of its dimension and of the extracts before it. A column that an extract does
 * not have says nothing: what was known stays, and what was not known is no change when it comes to be known.
 *
 * @param given the columns that the snapshot has
 * @param others those of the dimension that it does not have
 * @param lacked those of the others that some extract has had
 * @param tracked all whose change is a change of the row, the others' too
 * @param doubtful those that it has, and of which an extract said nothing
 */
record MergeColumns(
        List<String> given, List<String> others, List<String> lacked, List<String> tracked, List<String> doubtful) {

    /** Looks, and keeps in mind what is new. */
    static MergeColumns learn(MergeStatements sql, Dimension dimension, Snapshot snapshot) throws SQLException {
        String known = "SELECT column_name FROM etl.dimension_columns WHERE dimension = '{dimension}' AND tracked = ";
        List<String> tracked = sql.texts(known + true);
        List<String> untracked = sql.texts(known + false);
        List<String> given = join(snapshot.tracked(), snapshot.untracked());
        List<String> fresh = without(given, join(tracked, untracked));
        if (!fresh.isEmpty()) {
            sql.run("""
                    INSERT INTO etl.dimension_columns (dimension, column_name, tracked)
                    SELECT '{dimension}', name, name <> ALL (%s) FROM unnest(%s) name""".formatted(names(snapshot.untracked()), names(fresh)));
            sql.run("UPDATE etl.dimension_merges SET lacks = lacks || %s WHERE dimension = '{dimension}'"
                    .formatted(names(fresh)));
        }
        List<String> others = without(dimension.columns(), given);
        List<String> everLacked = sql.texts("""
                SELECT DISTINCT unnest(lacks) FROM etl.dimension_merges
                WHERE dimension = '{dimension}' AND lacks <> '{}'""");
        return new MergeColumns(
                given,
                others,
                both(others, join(tracked, untracked)),
                both(dimension.columns(), join(snapshot.tracked(), without(tracked, snapshot.untracked()))),
                both(given, everLacked));
    }

    /** Of the doubtful ones, those of which a key may still be there of which nothing was said. */
    MergeColumns sinceTheLastFull(MergeStatements sql) throws SQLException {
        return doubtful.isEmpty()
                ? this
                : new MergeColumns(given, others, lacked, tracked, sql.texts("""
                        SELECT name FROM unnest(%s) name
                        WHERE (SELECT max(m.as_of) FROM etl.dimension_merges m
                               WHERE m.dimension = '{dimension}' AND m.lacks <> '{}' AND name = ANY (m.lacks))
                           >= (SELECT coalesce(max(m.as_of), '-infinity') FROM etl.dimension_merges m
                               WHERE m.dimension = '{dimension}' AND m.keys IS NULL AND name <> ALL (m.lacks))""".formatted(names(doubtful))));
    }

    /** Whether the staged row {@code s} is a change of the open version {@code d}. */
    String changed() {
        List<String> said = both(given, tracked);
        return Stream.concat(
                        Stream.of(MergeStatements.differ(without(said, doubtful))),
                        both(said, doubtful).stream().map(MergeColumns::changedIfKnown))
                .collect(Collectors.joining(" OR "));
    }

    private static String changedIfKnown(String column) {
        return """

                s.%1$s IS DISTINCT FROM d.%1$s
                AND (d.%1$s IS NOT NULL
                     OR d.{key} IN (SELECT unnest(m.keys) FROM etl.dimension_merges m
                                    WHERE m.dimension = '{dimension}' AND '%1$s' <> ALL (m.lacks))
                     OR (SELECT min(o.seen_from) FROM {dimension} o WHERE o.{key} = d.{key})
                        <= (SELECT coalesce(max(m.as_of), '-infinity') FROM etl.dimension_merges m
                            WHERE m.dimension = '{dimension}' AND m.keys IS NULL AND '%1$s' <> ALL (m.lacks)))""".formatted(column);
    }

    /** The hash of a staged row with what it does not say from a version: its own, or one that no staged row has. */
    String hashWith(String version) {
        List<String> kept = both(others, tracked);
        return kept.isEmpty()
                ? "s.row_hash"
                : "CASE WHEN num_nonnulls(" + list(version, kept) + ") = 0 THEN s.row_hash ELSE sha256(s.row_hash || "
                        + version + ".row_hash) END";
    }

    /** Columns with a prefix, such as {@code s.name, s.status}. */
    static String list(String prefix, List<String> columns) {
        return list(columns, column -> prefix + "." + column);
    }

    static String list(List<String> columns, Function<String, String> made) {
        return columns.stream().map(made).collect(Collectors.joining(", "));
    }

    /** Names come from the model, and never from outside. */
    static String names(List<String> columns) {
        return "ARRAY[" + list(columns, column -> "'" + column + "'") + "]::text[]";
    }

    static List<String> both(List<String> columns, Collection<String> which) {
        return columns.stream().filter(which::contains).toList();
    }

    private static List<String> without(List<String> columns, Collection<String> which) {
        return columns.stream().filter(column -> !which.contains(column)).toList();
    }

    private static List<String> join(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
