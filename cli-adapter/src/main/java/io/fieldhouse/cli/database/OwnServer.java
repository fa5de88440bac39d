package io.fieldhouse.cli.database;

import io.fieldhouse.cli.config.Configuration;
import io.fieldhouse.cli.config.ConfigurationException;
import io.fieldhouse.cli.config.Settings;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.util.PSQLState;

/** The PostgreSQL that somebody has configured. */
public final class OwnServer {
    private static final Pattern ADDRESS =
            Pattern.compile("jdbc:postgresql://[^/@?\\s:]+(:\\d{1,5})?/[^/@?\\s]+([?]\\S*)?");

    private OwnServer() {}

    /** Its database; nothing is connected yet. */
    public static PGSimpleDataSource database(Configuration configuration) {
        String url = configuration.get(Settings.WAREHOUSE_URL);
        if (!ADDRESS.matcher(url).matches()) {
            throw noAddress();
        }
        PGSimpleDataSource database = new PGSimpleDataSource();
        try {
            database.setUrl(url);
        } catch (IllegalArgumentException e) {
            // The driver's own words repeat the address, and it may hold a password.
            throw noAddress();
        }
        configuration.find(Settings.WAREHOUSE_USER).ifPresent(database::setUser);
        configuration.find(Settings.WAREHOUSE_PASSWORD).ifPresent(database::setPassword);
        return database;
    }

    /** Whether the server lets nobody in without a password, and none is known. */
    public static boolean asksForPassword(PGSimpleDataSource database) {
        if (database.getPassword() != null) {
            return false;
        }
        try {
            database.getConnection().close();
            return false;
        } catch (SQLException e) {
            // The driver's own answer, before it has sent anything. Any other is for whoever connects in earnest.
            return PSQLState.CONNECTION_REJECTED.getState().equals(e.getSQLState());
        }
    }

    private static ConfigurationException noAddress() {
        return new ConfigurationException(List.of("warehouse.url is not the address of a PostgreSQL database: set it to"
                + " jdbc:postgresql://host:port/database, and the login apart, by warehouse.user and"
                + " warehouse.password."));
    }
}
