package io.fieldhouse.warehouse.testing;

import static java.util.Objects.requireNonNull;

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
 * <p>See {@link TestServer} for where that server comes from.
 */
public final class TestWarehouse implements BeforeAllCallback, AfterAllCallback {
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
        if (database != null) {
            server().drop(database);
        }
    }

    /** The warehouse, as its server's administrator sees it; opens a connection each time it is asked. */
    public DataSource dataSource() {
        return database();
    }

    /** The warehouse, as a member of one role and no other sees it. */
    public DataSource dataSourceAs(String role) {
        PGSimpleDataSource asRole = new PGSimpleDataSource();
        asRole.setUrl(database().getUrl());
        asRole.setUser(database().getUser());
        asRole.setPassword(database().getPassword());
        asRole.setOptions("-c role=" + role);
        return asRole;
    }

    /** Queries, as the server's administrator. */
    public DSLContext sql() {
        return DSL.using(database(), SQLDialect.POSTGRES);
    }

    /** The server that the warehouse is on. */
    public TestServer server() {
        return requireNonNull(server, "the extension has not started: register it as a static field");
    }

    private PGSimpleDataSource database() {
        return requireNonNull(database, "the extension has not started: register it as a static field");
    }
}
