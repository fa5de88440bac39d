package io.fieldhouse.etl.stage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Rows of a staging table whose key comes more than once: a row that moves while it is read can come twice. */
public final class Duplicates {
    private static final String UNIQUE_VIOLATION = "23505";

    private Duplicates() {}

    /**
     * Leaves one row a key, and an index on it. An index finds out whether there is anything to do.
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
                statement.execute(
                        "DELETE FROM " + table + " s USING (SELECT ctid AS at, row_number() OVER (PARTITION BY "
                                + key + " ORDER BY " + newestFirst + ") AS place FROM " + table + " WHERE " + key
                                + " IS NOT NULL) x WHERE s.ctid = x.at AND x.place > 1");
                statement.execute(index);
            }
        }
    }
}
