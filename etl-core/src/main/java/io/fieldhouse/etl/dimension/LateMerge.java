package io.fieldhouse.etl.dimension;

import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.etl.sql.Statements;

/**
 * Merges a snapshot of a moment before what is known already, or of the same moment again. For each key it has the word
 * from its moment to the next one that anything is known of: a version that begins or ends, or a later extract that showed
 * the key, or was a full one; on a column that such an extract did not have, to the next one that had it. What comes behind
 * stays as it is; versions that meet and are equal become one.
 */
final class LateMerge {
    private static final Statements SQL = Statements.of(LateMerge.class);

    private final Sql sql;

    LateMerge(Sql sql) {
        this.sql = sql.with("said", SQL.get("said"))
                .with("column", SqlText.of("c.name"))
                .with("of_key", SqlText.of("k.key"));
    }

    /** Finds the keys that the snapshot says something of, what their versions become, and which do not stay as they were. */
    void find() {
        sql.run(SQL.get("make-keys"));
        sql.run(SQL.get("find-keys"));
        sql.run(SQL.get("analyze-keys"));
        sql.run(SQL.get("find-old"));
        sql.run(SQL.get("find-new"));
        sql.run(SQL.get("analyze-new"));
        sql.run(SQL.get("find-delta"));
    }

    /** Returns how many keys had a version at the moment. */
    long open() {
        return sql.number(SQL.get("count-open"));
    }

    /** Takes out what is no longer so, and puts in what is. */
    void replace() {
        sql.run(SQL.get("take-out"));
        sql.run(SQL.get("put-in-new"));
        sql.run(SQL.get("put-back"));
    }
}
