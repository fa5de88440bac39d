package io.fieldhouse.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/**
 * A migrated warehouse, ready to be read and written through the typed model in {@code io.fieldhouse.warehouse.jooq}.
 * As thread-safe as its data source.
 */
public final class Warehouse {
    private final DSLContext sql;

    private Warehouse(DataSource dataSource) {
        // jOOQ would log statements with their values, which may be personal data.
        sql = DSL.using(dataSource, SQLDialect.POSTGRES, new Settings().withExecuteLogging(false));
    }

    /**
     * Opens the warehouse behind a data source, for which its login needs to be a member of the loader or the owner
     * role.
     *
     * @throws WarehouseException if it cannot be reached, or is not at the version that this code knows
     */
    public static Warehouse open(DataSource dataSource) {
        requireCurrent(dataSource);
        return new Warehouse(dataSource);
    }

    /**
     * For those who write their SQL themselves.
     *
     * @throws WarehouseException if it cannot be reached, or is not at the version that this code knows
     */
    public static void requireCurrent(DataSource dataSource) {
        SchemaVersion.requireCurrent(dataSource);
    }

    /**
     * Compares the schema with what the migrations make. Changes nothing. The login needs to be a member of the loader
     * or the owner role.
     *
     * @throws WarehouseException if it cannot be reached, is not at the version that this code knows, or differs from
     *     what the migrations make; the message names the objects that differ
     */
    public static void requireUnchanged(DataSource dataSource) {
        requireCurrent(dataSource);
        try (Connection connection = dataSource.getConnection()) {
            SchemaListing.current().compareWith(connection);
        } catch (SQLException e) {
            throw WarehouseException.of("Comparing the warehouse", e);
        }
    }

    /**
     * For those who look before anything is migrated.
     *
     * @throws WarehouseException if the server cannot be reached, or is older than the oldest that is supported
     */
    public static void requireSupportedServer(DataSource dataSource) {
        SchemaVersion.requireSupportedServer(dataSource);
    }

    /** The entry to every query; each statement takes a connection of its own unless it runs in a transaction. */
    public DSLContext sql() {
        return sql;
    }
}
