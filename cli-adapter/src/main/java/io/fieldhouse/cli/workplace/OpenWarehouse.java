package io.fieldhouse.cli.workplace;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.fieldhouse.cli.database.EmbeddedServer;
import io.fieldhouse.cli.output.ShellWord;
import io.fieldhouse.warehouse.Warehouse;
import io.fieldhouse.warehouse.WarehouseException;
import io.fieldhouse.warehouse.WarehouseMigrator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The warehouse that a command works on, for as long as it does. */
public final class OpenWarehouse implements AutoCloseable {
    private final PGSimpleDataSource database;
    private final @Nullable EmbeddedServer embedded;
    private final Deque<HikariDataSource> pools = new ArrayDeque<>();

    private OpenWarehouse(PGSimpleDataSource database, @Nullable EmbeddedServer embedded) {
        this.database = database;
        this.embedded = embedded;
    }

    static OpenWarehouse own(PGSimpleDataSource database) {
        return new OpenWarehouse(database, null);
    }

    public static OpenWarehouse embedded(EmbeddedServer server) {
        return new OpenWarehouse(server.database(), server);
    }

    /** The embedded database is nobody's but ours: it is migrated where it has to be. Another one's owner does that. */
    public void requireCurrent(Consumer<String> progress) {
        try {
            Warehouse.requireCurrent(database);
        } catch (WarehouseException e) {
            if (embedded == null || e.kind() != WarehouseException.Kind.NOT_MIGRATED) {
                throw e;
            }
            progress.accept("Making the warehouse's tables");
            new WarehouseMigrator(database).migrate();
        }
    }

    /** A connection each time that one is asked for. */
    public DataSource database() {
        return database;
    }

    /** Connections that are kept, for work that takes many. */
    public DataSource pool(int connections) {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(database);
        pool.setMaximumPoolSize(connections);
        pool.setInitializationFailTimeout(-1);
        HikariDataSource made = new HikariDataSource(pool);
        pools.push(made);
        return made;
    }

    /** Works; where an embedded database ends meanwhile, the work is interrupted, and fails for that reason. */
    public <T> T during(Supplier<T> work) {
        try {
            return embedded == null ? work.get() : embedded.during(work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is, without a password. */
    public String address() {
        String host = database.getServerNames()[0] + ":" + database.getPortNumbers()[0];
        return "jdbc:postgresql://" + host + "/" + database.getDatabaseName()
                + (database.getUser() == null ? "" : "?user=" + database.getUser());
    }

    /** How psql gets there, where the password is known to lie in a file. */
    public String psql(EmbeddedServer server) {
        return "PGPASSFILE=" + ShellWord.of(server.passwords().toString()) + " psql -h localhost -p "
                + database.getPortNumbers()[0] + " -U " + database.getUser() + " " + database.getDatabaseName();
    }

    public @Nullable EmbeddedServer embedded() {
        return embedded;
    }

    @Override
    public void close() {
        pools.forEach(HikariDataSource::close);
        if (embedded != null) {
            embedded.close();
        }
    }
}
