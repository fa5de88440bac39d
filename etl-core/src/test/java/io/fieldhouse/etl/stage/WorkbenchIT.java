package io.fieldhouse.etl.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.sql.Connection;
import java.sql.SQLException;
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

    private static void run(Connection connection, String sql) {
        Sql.on(connection, "Running").run(SqlText.of(sql));
    }

    private String left(String question) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return text(connection, question);
        }
    }

    private static String text(Connection connection, String question) {
        return Sql.on(connection, "Looking").texts(SqlText.of(question)).get(0);
    }

    @Test
    void errorUndoesATransactionAsAnExceptionDoes() throws SQLException {
        try (Workbench workbench = Workbench.open(new Database(pool))) {
            assertThatThrownBy(() -> workbench.transaction("Failing", sql -> {
                        sql.run(SqlText.of("CREATE TEMP TABLE left_behind ()"));
                        assertThatThrownBy(() -> sql.run(SqlText.of("CREATE TABLE nowhere.left_behind ()")))
                                .isInstanceOf(LoadException.class);
                        throw new StackOverflowError("invented");
                    }))
                    .isInstanceOf(StackOverflowError.class);

            assertThat(workbench.connection().getAutoCommit()).isTrue();
            assertThat(text(workbench.connection(), TABLES)).isEqualTo("0");
        }
        assertThat(left(SETTING)).isEqualTo("on");
    }

    @Test
    void transactionThatIsLeftOpenLeavesNothingBehind() throws SQLException {
        Workbench workbench = Workbench.open(new Database(pool));
        workbench.connection().setAutoCommit(false);
        assertThatThrownBy(() -> run(workbench.connection(), "CREATE TABLE nowhere.left_behind ()"))
                .isInstanceOf(LoadException.class);
        workbench.close();

        assertThat(left(SETTING)).isEqualTo("on");
    }

    @Test
    void connectionThatCannotBeRestoredIsGivenToNobody() throws SQLException {
        String before = left("SELECT pg_backend_pid()::text");
        try (Connection other = warehouse.dataSource().getConnection()) {
            Workbench workbench = Workbench.open(new Database(pool));
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
