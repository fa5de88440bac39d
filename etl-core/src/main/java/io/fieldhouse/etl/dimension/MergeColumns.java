package io.fieldhouse.etl.dimension;

import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.etl.sql.Statements;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which columns a snapshot has, beside those of its dimension and of the extracts before it. A column that an extract does
 * not have says nothing: what was known stays, and what was not known is no change when it comes to be known. Names come
 * from the model, and never from outside.
 *
 * @param all those of the dimension
 * @param lacked those of the dimension that the snapshot does not have, and some extract has had
 * @param tracked all whose change is a change of the row, also those that the snapshot does not have
 * @param doubtful those that the snapshot has, and of which an extract said nothing
 */
record MergeColumns(
        Snapshot snapshot, List<String> all, List<String> lacked, List<String> tracked, List<String> doubtful) {
    private static final Statements SQL = Statements.of(MergeColumns.class);

    /** Looks, and keeps in mind what is new. */
    static MergeColumns learn(Sql sql, Dimension dimension, Snapshot snapshot) {
        List<String> tracked = sql.with("tracked", true).texts(SQL.get("known"));
        List<String> known = join(tracked, sql.with("tracked", false).texts(SQL.get("known")));
        List<String> fresh = without(snapshot.columns(), known);
        if (!fresh.isEmpty()) {
            Sql columns = sql.with("fresh", fresh).with("untracked", snapshot.untracked());
            columns.run(SQL.get("learn"));
            columns.run(SQL.get("say-who-lacks-them"));
        }
        List<String> all = dimension.columns();
        return new MergeColumns(
                snapshot,
                all,
                both(without(all, snapshot.columns()), known),
                both(all, join(snapshot.tracked(), without(tracked, snapshot.untracked()))),
                both(snapshot.columns(), sql.texts(SQL.get("ever-lacked"))));
    }

    /** Of the doubtful ones, those that are tracked, and of which a key may still be there of which nothing was said. */
    MergeColumns sinceTheLastFull(Sql sql) {
        List<String> columns = both(doubtful, snapshot.tracked());
        return new MergeColumns(
                snapshot,
                all,
                lacked,
                tracked,
                columns.isEmpty()
                        ? columns
                        : sql.with("doubtful", columns).texts(SQL.get("lacked-since-the-last-full")));
    }

    /** Names the columns in statements: those of a staged row are {@code s}, those of a version {@code d} or {@code o}. */
    Sql in(Sql sql) {
        List<String> given = snapshot.columns();
        List<String> others = without(all, given);
        List<String> doubted = both(doubtful, tracked);
        return sql.with("lacks_columns", !others.isEmpty())
                .with("is_doubtful", !doubtful.isEmpty())
                .with("doubtful", doubtful)
                .with("columns", list("", all))
                .with("values", list(all, column -> (given.contains(column) ? "s." : "d.") + column))
                .with("kept", list("d.", both(others, tracked)))
                .with("tracked", list("", tracked))
                .with("new_doubtful", list("p.", doubted))
                .with("old_doubtful", list("o.", doubted))
                .with("new_columns", list("p.", all))
                .with("old_columns", list("o.", all))
                .with("before", old(place -> "k.knew[" + place + "] OR o.valid_to <= :as_of"))
                .with("after", old(place -> "cut.begins >= k.untils[" + place + "]"))
                .with("given", list("", given))
                .with("tracked_differ", differ(snapshot.tracked()))
                .with("untracked_differ", differ(snapshot.untracked()))
                .with("surely_differ", differ(without(snapshot.tracked(), doubtful)))
                .with("doubted", doubted(doubted));
    }

    /** The columns of an old version, and of the doubtful ones the staged value unless a condition holds. */
    private SqlText old(IntFunction<String> isKept) {
        return list(
                all,
                column -> doubtful.contains(column)
                        ? "CASE WHEN " + isKept.apply(doubtful.indexOf(column) + 1) + " THEN o." + column + " ELSE s."
                                + column + " END AS " + column
                        : "o." + column);
    }

    /** Rows of VALUES: the name of a column, whether it differs, and whether the version has a value. */
    private static SqlText doubted(List<String> columns) {
        return columns.isEmpty()
                ? SqlText.of("(NULL, false, false)")
                : list(
                        columns,
                        column -> "('" + column + "', s." + column + " IS DISTINCT FROM d." + column + ", d." + column
                                + " IS NOT NULL)");
    }

    private static SqlText differ(List<String> columns) {
        return SqlText.of(
                columns.isEmpty()
                        ? "false"
                        : "ROW(" + list("s.", columns) + ") IS DISTINCT FROM ROW(" + list("d.", columns) + ")");
    }

    private static SqlText list(String prefix, List<String> columns) {
        return list(columns, prefix::concat);
    }

    private static SqlText list(List<String> columns, UnaryOperator<String> made) {
        return SqlText.of(
                columns.isEmpty() ? "NULL" : columns.stream().map(made).collect(Collectors.joining(", ")));
    }

    private static List<String> both(List<String> columns, Collection<String> which) {
        return columns.stream().filter(which::contains).toList();
    }

    private static List<String> without(List<String> columns, Collection<String> which) {
        return columns.stream().filter(column -> !which.contains(column)).toList();
    }

    private static List<String> join(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
