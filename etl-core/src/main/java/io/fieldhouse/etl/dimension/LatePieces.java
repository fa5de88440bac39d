package io.fieldhouse.etl.dimension;

import java.util.List;
import java.util.function.Function;

/**
 * The statements by which a late snapshot and the versions of its keys become pieces, and pieces versions again. Most often
 * each extract had each column, and the word on all of them is the same.
 */
final class LatePieces {
    /** An extract that had a column, and showed a key. */
    private static final String SAID = """
            FROM etl.dimension_merges m
            WHERE m.dimension = '{dimension}' AND '%s' <> ALL (m.lacks)
              AND (k.key = ANY (m.keys)
                   OR m.keys IS NULL AND EXISTS (
                       SELECT FROM {dimension} d
                       WHERE d.{key} = k.key AND d.seen_from <= m.as_of AND d.valid_to > m.as_of AND NOT d.inferred))""";

    private final List<String> all;
    private final MergeColumns columns;

    LatePieces(Dimension dimension, MergeColumns columns) {
        this.all = dimension.columns();
        this.columns = columns;
    }

    /** For each doubtful column: whether an extract up to this one had it, and until when this one has the word on it. */
    String columnsOfKeys() {
        return ofDoubtful(column -> ", knew_%1$s boolean, until_%1$s timestamptz".formatted(column));
    }

    String wordOnColumns() {
        return ofDoubtful(column -> """
                ,
                k.at IS NULL OR EXISTS (SELECT %1$s AND m.as_of <= :as_of),
                CASE WHEN k.at IS NULL THEN :as_of::timestamptz
                     ELSE coalesce((SELECT min(m.as_of) %1$s AND m.as_of > :as_of), 'infinity') END""".formatted(SAID.formatted(column)));
    }

    private String ofDoubtful(Function<String, String> made) {
        return String.join("", columns.doubtful().stream().map(made).toList());
    }

    /** The versions: of pieces that meet and are equal, what is not tracked is as in the last. */
    String joined() {
        String tracked = MergeColumns.list("p", columns.tracked());
        return """

                WITH pieces AS (%s
                ), joints AS (
                    SELECT *, (lag(ends) OVER of_key IS DISTINCT FROM begins
                               OR coalesce(lag(row_hash) OVER of_key <> row_hash, true)
                                  AND lag(ROW(%3$s)) OVER of_key IS DISTINCT FROM ROW(%3$s))::integer AS is_joint
                    FROM pieces p
                    WINDOW of_key AS (PARTITION BY {key} ORDER BY begins)
                ), stretches AS (
                    SELECT *, sum(is_joint) OVER (PARTITION BY {key} ORDER BY begins) AS stretch FROM joints
                ), wholes AS (
                    SELECT *, coalesce(min(origin) FILTER (WHERE NOT is_new) OVER whole, min(origin) OVER whole) AS version_of,
                           bool_and(is_new) OVER whole AS is_all_new, min(begins) OVER whole AS seen_from,
                           max(ends) OVER whole AS valid_to, first_value(row_hash) OVER whole AS hash
                    FROM stretches
                    WINDOW whole AS (PARTITION BY {key}, stretch ORDER BY length(row_hash), begins
                                     ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
                ), placed AS (
                    SELECT %2$s, seen_from, valid_to,
                           CASE WHEN row_number() OVER (PARTITION BY version_of ORDER BY is_all_new, seen_from) = 1
                                THEN version_of END AS {version},
                           CASE WHEN lag(seen_from) OVER of_key IS NULL THEN '-infinity' ELSE seen_from END AS valid_from,
                           valid_to < 'infinity' AND lead(seen_from) OVER of_key IS DISTINCT FROM valid_to AS retired,
                           coalesce(hash, sha256(convert_to(ROW(%3$s)::text, 'UTF8'))) AS row_hash
                    FROM wholes p
                    WHERE ends = valid_to
                    WINDOW of_key AS (PARTITION BY {key} ORDER BY seen_from)
                ), compared AS (
                    SELECT p.*, coalesce((p.valid_from, p.valid_to, p.seen_from, p.retired)
                                           = (o.valid_from, o.valid_to, o.seen_from, o.retired) AND NOT o.inferred, false)
                                    AS keeps_its_place,
                           (%4$s) IS NOT DISTINCT FROM (%5$s) AS is_the_same
                    FROM placed p
                    LEFT JOIN late_old o ON o.{version} = p.{version}
                )
                SELECT *, keeps_its_place AND is_the_same AS is_as_it_was FROM compared""".formatted(
                        before() + "\nUNION ALL" + after() + "\nUNION ALL" + between(),
                        String.join(", ", all),
                        tracked,
                        MergeColumns.list("p", all),
                        MergeColumns.list("o", all));
    }

    /** Of the version that holds at the moment, what nobody had said is as it is said now. */
    private String before() {
        return old(column ->
                        "CASE WHEN k.knew_%1$s OR o.valid_to <= :as_of THEN o.%1$s ELSE s.%1$s END".formatted(column))
                + """

                , o.seen_from AS begins, least(o.valid_to, :as_of) AS ends
                FROM late_old o JOIN late_keys k ON k.key = o.{key} LEFT JOIN {staging} s ON s.ctid = k.at
                WHERE NOT o.inferred AND o.seen_from < least(o.valid_to, :as_of)""";
    }

    private String after() {
        return old(column -> "CASE WHEN cut.begins < k.until_%1$s THEN s.%1$s ELSE o.%1$s END".formatted(column))
                + """
                , cut.begins, cut.ends
                FROM late_old o JOIN late_keys k ON k.key = o.{key} LEFT JOIN {staging} s ON s.ctid = k.at
                CROSS JOIN LATERAL (SELECT greatest(o.seen_from, k.until) AS since) rest
                CROSS JOIN LATERAL (%s) cut
                WHERE NOT o.inferred AND rest.since < o.valid_to AND o.valid_to > :as_of""".formatted(
                        columns.doubtful().isEmpty()
                                ? "SELECT rest.since AS begins, o.valid_to AS ends"
                                : """
                        SELECT begins, lead(begins, 1, o.valid_to) OVER (ORDER BY begins) AS ends
                        FROM (SELECT rest.since AS begins
                              UNION SELECT word.ends FROM unnest(ARRAY[%s]) word (ends)
                              WHERE word.ends > rest.since AND word.ends < o.valid_to) cuts""".formatted(MergeColumns.list(columns.doubtful(), column -> "k.until_" + column)));
    }

    private String old(Function<String, String> doubtful) {
        List<String> said = MergeColumns.both(columns.doubtful(), columns.tracked());
        String hash = said.isEmpty()
                ? "o.row_hash"
                : "CASE WHEN (" + MergeColumns.list(said, doubtful) + ") IS NOT DISTINCT FROM ("
                        + MergeColumns.list("o", said) + ") THEN o.row_hash END";
        return "\nSELECT o.{version} AS origin, false AS is_new, " + hash + " AS row_hash, "
                + MergeColumns.list(
                        all,
                        column -> (columns.doubtful().contains(column) ? doubtful.apply(column) : "o." + column)
                                + " AS " + column);
    }

    /** What the snapshot does not say of a key, is as it was last; where nothing came before, as it is next. */
    private String between() {
        List<String> kept = MergeColumns.both(columns.others(), columns.tracked());
        String hash = kept.isEmpty()
                ? "s.row_hash"
                : "CASE WHEN num_nonnulls(" + MergeColumns.list("c", kept) + ") = 0 THEN s.row_hash END";
        return "\nSELECT o.{version}, true, " + hash + ", "
                + MergeColumns.list(all, column -> (columns.given().contains(column) ? "s." : "c.") + column) + """
                , :as_of, k.until
                FROM late_keys k JOIN {staging} s ON s.ctid = k.at
                LEFT JOIN late_old o ON o.{key} = k.key AND (o.inferred OR o.seen_from <= :as_of AND o.valid_to > :as_of)"""
                + (columns.others().isEmpty() ? "" : """

                LEFT JOIN LATERAL (
                    SELECT * FROM {dimension} d
                    WHERE d.{key} = k.key AND NOT d.inferred
                    ORDER BY d.seen_from <= :as_of AND d.valid_to > :as_of DESC,
                             CASE WHEN d.valid_to <= :as_of THEN d.valid_to END DESC NULLS LAST, d.valid_to
                    LIMIT 1) c ON true""");
    }
}
