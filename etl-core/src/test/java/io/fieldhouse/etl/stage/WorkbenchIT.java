package io.fieldhouse.etl.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.fieldhouse.etl.sql.NamedSql;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a workbench leaves behind on the one connection of a pool. */
class WorkbenchIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final String SETTING = "SELECT current_setting('synchronous_commit')";
    private static final String TABLES =
            "SELECT count(*)::text FROM pg_class WHERE relname = 'left_behind' AND pg_table_is_visible(oid)";

    private HikariDataSource pool;

    @BeforeEach
    void begin() {
        // Servers of tests wait for no disk.
        warehouse.sql().execute("""
                DO $$ BEGIN
                    EXECUTE format('ALTER DATABASE %I SET synchronous_commit = on', current_database());
                END $$""");
        HikariConfig config = new HikariConfig();
        config.setDataSource(warehouse.dataSource());
        config.setMaximumPoolSize(1);
        pool = new HikariDataSource(config);
    }

    @AfterEach
    void end() {
        pool.close();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String left(String question) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return text(connection, question);
        }
    }

    private static String text(Connection connection, String question) throws SQLException {
        return new NamedSql(connection, Map.of()).texts(question).get(0);
    }

    @Test
    void errorUndoesATransactionAsAnExceptionDoes() throws SQLException {
        try (Workbench workbench = Workbench.open(pool)) {
            assertThatThrownBy(() -> workbench.transaction("Failing", connection -> {
                        run(connection, "CREATE TEMP TABLE left_behind ()");
                        assertThatThrownBy(() -> run(connection, "SELECT 1 / 0"))
                                .isInstanceOf(SQLException.class);
                        throw new StackOverflowError("invented");
                    }))
                    .isInstanceOf(StackOverflowError.class);

            assertThat(workbench.connection().getAutoCommit()).isTrue();
            assertThat(workbench.<String>work("Looking", connection -> text(connection, TABLES)))
                    .isEqualTo("0");
        }
        assertThat(left(SETTING)).isEqualTo("on");
    }

    @Test
    void transactionThatIsLeftOpenIsRolledBackAndTheConnectionRestored() throws SQLException {
        Workbench workbench = Workbench.open(pool);
        workbench.connection().setAutoCommit(false);
        assertThatThrownBy(() -> run(workbench.connection(), "SELECT 1 / 0")).isInstanceOf(SQLException.class);
        workbench.close();

        assertThat(left(SETTING)).isEqualTo("on");
    }

    @Test
    void connectionThatCannotBeRestoredIsGivenToNobody() throws SQLException {
        String before = left("SELECT pg_backend_pid()::text");
        try (Connection other = warehouse.dataSource().getConnection()) {
            Workbench workbench = Workbench.open(pool);
            run(workbench.connection(), "CREATE TEMP TABLE left_behind ()");
            run(workbench.connection(), "SET lock_timeout = '1ms'");
            String table = text(
                    workbench.connection(),
                    "SELECT nspname || '.left_behind' FROM pg_namespace" + " WHERE oid = pg_my_temp_schema()");
            other.setAutoCommit(false);
            run(other, "LOCK TABLE " + table + " IN ACCESS SHARE MODE");
            workbench.close();

            assertThat(left(TABLES)).isEqualTo("0");
            assertThat(left("SELECT pg_backend_pid()::text")).isNotEqualTo(before);
            other.rollback();
        }
    }
}
