package io.fieldhouse.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** The group roles that rights are granted to. Logins become members of them; none of them can log in itself. */
public final class WarehouseRoles {
    /** Owns every object, and migrates. */
    public static final String OWNER = "fieldhouse_owner";
    /** Reads and writes rows, and stages them in temporary tables; changes no structure. */
    public static final String LOADER = "fieldhouse_loader";
    /** Reads views and marts. Sees no contact details, no raw records, no quarantine. */
    public static final String READER = "fieldhouse_reader";

    private static final List<String> ALL = List.of(OWNER, LOADER, READER);
    private static final String MISSING_PRIVILEGE = "42501";
    private static final List<String> MADE_BY_ANOTHER = List.of("42710", "23505");

    private WarehouseRoles() {}

    /** Makes the roles, and all that has to be there before the first migration, unless it is there. */
    static void prepare(Connection connection) throws SQLException {
        for (String statement : missing(connection)) {
            execute(connection, statement);
        }
        requireRightsOfTheSchemaOwner(connection);
    }

    private static void requireRightsOfTheSchemaOwner(Connection connection) {
        Object owner = DSL.using(connection, SQLDialect.POSTGRES)
                .fetchValue("SELECT nspowner::regrole::text FROM pg_namespace"
                        + " WHERE nspname = 'etl' AND NOT pg_has_role(nspowner, 'USAGE')");
        if (owner != null) {
            throw new WarehouseException(
                    WarehouseException.Kind.MISSING_PRIVILEGE,
                    "The warehouse belongs to " + owner + " and not to " + OWNER
                            + ", as after a restore without owners: migrate as " + owner + " or as a superuser.");
        }
    }

    /** Hands the objects that the migrations made over to the owner role, where they belong to another. */
    static void takeOver(Connection connection, Collection<String> objects) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (var query = connection.prepareStatement(Resources.text("foreign-objects.sql"))) {
            query.setArray(1, connection.createArrayOf("text", SchemaListing.SCHEMAS.toArray()));
            query.setArray(2, connection.createArrayOf("text", objects.toArray()));
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    statements.add(row.getString(2));
                }
            }
        }
        try {
            inOneTransaction(connection, statements);
        } catch (SQLException e) {
            if (MISSING_PRIVILEGE.equals(e.getSQLState())) {
                throw new WarehouseException(
                        WarehouseException.Kind.MISSING_PRIVILEGE,
                        "The login may not assign the warehouse to " + OWNER + ". Have an administrator run: "
                                + String.join("; ", statements) + ";",
                        e);
            }
            throw e;
        }
    }

    /** Gives each role its rights. */
    static void grant(Connection connection) throws SQLException {
        inOneTransaction(connection, List.of(Resources.text("grants.sql")));
    }

    private static void inOneTransaction(Connection connection, List<String> statements) throws SQLException {
        connection.setAutoCommit(false);
        try (var run = connection.createStatement()) {
            for (String statement : statements) {
                run.execute(statement);
            }
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var run = connection.createStatement()) {
            run.execute(statement);
        } catch (SQLException e) {
            if (MISSING_PRIVILEGE.equals(e.getSQLState())) {
                throw new WarehouseException(
                        WarehouseException.Kind.MISSING_PRIVILEGE,
                        "The login may not prepare the database. Have an administrator run: "
                                + String.join("; ", missing(connection)) + ";",
                        e);
            }
            if (!MADE_BY_ANOTHER.contains(e.getSQLState())) {
                throw e;
            }
        }
    }

    /** The statements that are still to be run before the first migration. */
    private static List<String> missing(Connection connection) {
        DSLContext sql = DSL.using(connection, SQLDialect.POSTGRES);
        List<String> present =
                sql.fetchValues("SELECT rolname::text FROM pg_roles WHERE rolname LIKE 'fieldhouse%'").stream()
                        .map(String.class::cast)
                        .toList();
        List<String> statements = new ArrayList<>();
        for (String role : ALL) {
            if (!present.contains(role)) {
                statements.add("CREATE ROLE " + role);
            }
        }
        boolean ownerPresent = present.contains(OWNER);
        if (!ownerPresent || !mayBecomeOwner(sql)) {
            statements.add(
                    "GRANT " + OWNER + " TO " + login(sql) + (tellsInheritance(sql) ? " WITH INHERIT TRUE" : ""));
        } else if (!holds(sql, "pg_has_role(current_user, '" + OWNER + "', 'USAGE')")) {
            statements.add("ALTER ROLE " + login(sql) + " INHERIT");
        }
        if (!ownerPresent || !holds(sql, "has_database_privilege('" + OWNER + "', current_database(), 'CREATE')")) {
            statements.add(
                    "GRANT CREATE ON DATABASE " + value(sql, "quote_ident(current_database())") + " TO " + OWNER);
        }
        if (!holds(sql, "has_database_privilege(current_database(), 'TEMPORARY')")) {
            statements.add(
                    "GRANT TEMPORARY ON DATABASE " + value(sql, "quote_ident(current_database())") + " TO " + OWNER);
        }
        if (!holds(sql, "EXISTS (SELECT FROM pg_namespace WHERE nspname = 'etl')")) {
            statements.add("CREATE SCHEMA etl AUTHORIZATION " + OWNER);
        }
        return statements;
    }

    /** From PostgreSQL 16 on, a member need neither be allowed to become the role nor have its rights. */
    private static boolean mayBecomeOwner(DSLContext sql) {
        return tellsInheritance(sql)
                ? holds(sql, "pg_has_role(current_user, '" + OWNER + "', 'SET')")
                        && holds(sql, "pg_has_role(current_user, '" + OWNER + "', 'USAGE')")
                : holds(sql, "pg_has_role(current_user, '" + OWNER + "', 'MEMBER')");
    }

    private static boolean tellsInheritance(DSLContext sql) {
        return holds(sql, "current_setting('server_version_num')::integer >= 160000");
    }

    private static String login(DSLContext sql) {
        return value(sql, "quote_ident(current_user)");
    }

    private static boolean holds(DSLContext sql, String condition) throws DataAccessException {
        return Boolean.TRUE.equals(sql.fetchValue("SELECT " + condition));
    }

    private static String value(DSLContext sql, String expression) {
        return String.valueOf(sql.fetchValue("SELECT " + expression));
    }
}
