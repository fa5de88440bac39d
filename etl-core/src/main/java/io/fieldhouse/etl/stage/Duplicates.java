package io.fieldhouse.etl.stage;

import io.fieldhouse.etl.sql.NamedSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** Rows of a staging table whose key comes more than once: a row that moves while it is read can come twice. */
public final class Duplicates {
    private static final String UNIQUE_VIOLATION = "23505";

    private Duplicates() {}

    /**
     * Leaves one row a key, and an index on it. The index finds out whether there is anything to do.
     *
     * @param connection in no transaction
     * @param newestFirst how rows of the same key are sorted, so that the one that stays comes first
     */
    public static void leaveOut(Connection connection, String table, String key, String newestFirst)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String index = "CREATE UNIQUE INDEX ON " + table + " (" + key + ")";
            try {
                statement.execute(index);
            } catch (SQLException e) {
                if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                    throw e;
                }
                delete(connection, table, key, newestFirst);
                statement.execute(index);
            }
        }
    }

    /**
     * Leaves one row a key.
     *
     * @return the keys of the rows that went, each as often as one of its rows did
     */
    public static List<Long> delete(Connection connection, String table, String key, String newestFirst)
            throws SQLException {
        return new NamedSql(connection, Map.of())
                .ids("DELETE FROM " + table + " s USING (SELECT ctid AS at, row_number() OVER (PARTITION BY " + key
                        + " ORDER BY " + newestFirst + ") AS place FROM " + table + " WHERE " + key
                        + " IS NOT NULL) x WHERE s.ctid = x.at AND x.place > 1 RETURNING s." + key);
    }
}
