package io.fieldhouse.etl.load;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.sql.NamedSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/** What loads leave behind whose process came to a sudden end. */
public final class LeftOvers {
    private LeftOvers() {}

    /** Drops staging tables of attempts that are over, or cannot be running any more, as far as this login may. */
    public static void drop(DataSource warehouse) {
        try (Connection connection = warehouse.getConnection()) {
            NamedSql sql = new NamedSql(connection, Map.of());
            sql.run("""
                    UPDATE etl.etl_run_log
                    SET state = 'interrupted', ended_at = now(), error_kind = 'INTERRUPTED',
                        error_message = 'It did not come to an end within a day.'
                    WHERE state = 'running' AND unit_id IS NULL AND started_at < now() - interval '1 day'""");
            for (String table : sql.texts("""
                    SELECT t.oid::regclass::text
                    FROM pg_class t
                    JOIN etl.etl_run_log r ON r.run_id = substring(t.relname FROM '_([0-9]{1,18})$')::bigint
                    WHERE t.relnamespace = 'staging'::regnamespace AND t.relkind = 'r' AND r.state <> 'running'
                      AND pg_has_role(t.relowner, 'USAGE')""")) {
                sql.run("DROP TABLE IF EXISTS " + table);
            }
        } catch (SQLException e) {
            throw LoadException.of("Dropping what earlier loads left over", e);
        }
    }
}
