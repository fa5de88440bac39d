package io.fieldhouse.etl.stage;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.etl.sql.Statements;
import java.util.List;

/**
 * Rows of a staging table whose key comes more than once: a row that moves while it is read can come twice. A key is one or
 * several columns of any type; a row that lacks one of them has no key, and stays.
 */
public final class Duplicates {
    private static final Statements SQL = Statements.of(Duplicates.class);
    private static final String UNIQUE_VIOLATION = "23505";

    private Duplicates() {}

    /**
     * Leaves one row a key, and an index on it. The index finds out whether there is anything to do.
     *
     * @param sql in no transaction
     * @param newestFirst how rows of the same key are sorted, so that the one that stays comes first
     */
    public static void leaveOut(Sql sql, SqlText table, List<String> key, String newestFirst) {
        Sql indexed = sql.with("staging", table).with("key", columns(key));
        try {
            indexed.run(SQL.get("index"));
        } catch (LoadException e) {
            if (!e.state().filter(UNIQUE_VIOLATION::equals).isPresent()) {
                throw e;
            }
            delete(sql, table, key, newestFirst);
            indexed.run(SQL.get("index"));
        }
    }

    /**
     * Leaves one row a key.
     *
     * @return the keys of the rows that went as texts, each as often as one of its rows did
     */
    public static List<String> delete(Sql sql, SqlText table, List<String> key, String newestFirst) {
        return sql.with("staging", table)
                .with("key", columns(key))
                .with("newest_first", SqlText.of(newestFirst))
                .texts(SQL.get("delete"));
    }

    private static SqlText columns(List<String> key) {
        return SqlText.of(String.join(", ", key));
    }
}
