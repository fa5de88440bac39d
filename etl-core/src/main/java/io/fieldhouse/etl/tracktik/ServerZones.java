package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.sql.NamedSql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The time zones that the database server knows: Java knows some that a server may lack, which would fail whole units. */
record ServerZones(List<String> names) {
    /** Asks the server, which reads them all from its disk. */
    static ServerZones of(DataSource warehouse) {
        try (Connection connection = warehouse.getConnection()) {
            return new ServerZones(
                    new NamedSql(connection, Map.of()).texts("SELECT name FROM pg_timezone_names ORDER BY name"));
        } catch (SQLException e) {
            throw LoadException.of("Asking for the server's time zones", e);
        }
    }

    /** The names, to be bound to a statement. */
    Array on(Connection connection) throws SQLException {
        return connection.createArrayOf("text", names.toArray());
    }
}
