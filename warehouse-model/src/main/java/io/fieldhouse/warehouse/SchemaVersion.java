package io.fieldhouse.warehouse;

import io.fieldhouse.warehouse.WarehouseException.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The version of a warehouse: the number of its newest migration. */
final class SchemaVersion {
    /** The version that this code knows. */
    static final int CURRENT = 8;

    private static final int EMPTY = 0;
    private static final int OLDEST_SERVER = 15;

    private SchemaVersion() {}

    static void requireCurrent(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            int version = of(connection);
            requireNotNewer(version);
            if (version < CURRENT) {
                throw new WarehouseException(
                        Kind.NOT_MIGRATED,
                        "The warehouse is at version " + version + " and this program needs " + CURRENT
                                + ": migrate it.");
            }
        } catch (SQLException e) {
            throw WarehouseException.of("Opening the warehouse", e);
        }
    }

    static void requireNotNewer(int version) {
        if (version > CURRENT) {
            throw new WarehouseException(
                    Kind.NEWER_THAN_CODE,
                    "The warehouse is at version " + version + " and this program knows versions up to " + CURRENT
                            + ": update the program.");
        }
    }

    static void requireSupportedServer(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            requireSupportedServer(connection);
        } catch (SQLException e) {
            throw WarehouseException.of("Opening the database", e);
        }
    }

    static void requireSupportedServer(Connection connection) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        if (major < OLDEST_SERVER) {
            throw new WarehouseException(
                    Kind.UNSUPPORTED_SERVER,
                    "The server is PostgreSQL " + major + " and the warehouse needs " + OLDEST_SERVER
                            + " or newer: upgrade the server.");
        }
    }

    static int of(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var exists = statement.executeQuery("SELECT to_regclass('etl.schema_history') IS NOT NULL")) {
                exists.next();
                if (!exists.getBoolean(1)) {
                    return EMPTY;
                }
            }
            try (var version = statement.executeQuery(
                    "SELECT coalesce(max(version::integer), 0) FROM etl.schema_history WHERE success")) {
                version.next();
                return version.getInt(1);
            }
        }
    }
}
