package io.fieldhouse.etl.sql;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The {@code .sql} resources of the module whose tests run, and what is wrong with them. */
public final class SqlResources {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path JAVA = Path.of("src/main/java");

    private static final Pattern RUN = Pattern.compile("(?:\\s*--.*\\n)*\\s*(?:CREATE|DROP|SET(?! TRANSACTION))\\s");
    private static final Pattern SQL_IN_JAVA =
            Pattern.compile("\"(?:\"\")?\\s*(?:SELECT|INSERT|UPDATE|DELETE|MERGE|WITH|CREATE|FROM|SET)\\s");

    private SqlResources() {}

    /** The classes that have a resource, one for each that there is. */
    public static List<Class<?>> owners() throws IOException, ClassNotFoundException {
        List<Class<?>> owners = new ArrayList<>();
        for (Path resource : files(RESOURCES, ".sql")) {
            String name = resource.toString().replaceFirst("\\.sql$", "").replaceAll("\\W", ".");
            owners.add(Class.forName(name, false, SqlResources.class.getClassLoader()));
        }
        return owners;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .map(folder::relativize)
                    .sorted()
                    .toList();
        }
    }

    /** The files of Java in which a statement stands. */
    public static List<Path> statementsInJava() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path file : files(JAVA, ".java")) {
            if (SQL_IN_JAVA.matcher(Files.readString(JAVA.resolve(file))).find()) {
                found.add(file);
            }
        }
        return found;
    }

    /**
     * Has the server prepare every statement of a resource, with the texts that the head of the resource sets. What makes or
     * drops something, or sets it, is run, for the statements below it; what is called {@code create}, for all resources. The
     * whole is rolled back.
     *
     * @return what the server does not understand, and what in the head is wrong, or used by no statement
     */
    public static List<String> problems(DataSource warehouse, Class<?> owner)
            throws SQLException, IOException, ClassNotFoundException {
        Statements statements = Statements.of(owner);
        Map<String, SqlText> fragments = statements.fragments();
        Set<String> unused = new HashSet<>(fragments.keySet());
        List<String> problems = new ArrayList<>();
        lines(owner).stream()
                .filter(line -> line.startsWith("\\set ") && !fragments.containsKey(line.split(" ", 3)[1]))
                .forEach(line -> problems.add(line + " is not a name and one word, or a text in single quotes"));
        if (statements.names().isEmpty()) {
            problems.add("no statement");
        }
        try (Connection connection = warehouse.getConnection()) {
            connection.setAutoCommit(false);
            createTables(connection, owner);
            for (String name : statements.names()) {
                Map<String, @Nullable Object> values = values(statements, name);
                unused.removeAll(values.keySet());
                Savepoint before = connection.setSavepoint();
                try {
                    prepare(connection, Sql.Rendered.of(statements.get(name), values));
                } catch (SQLException e) {
                    connection.rollback(before);
                    problems.add(name + ": " + e.getMessage());
                }
            }
            connection.rollback();
        }
        unused.forEach(name -> problems.add("no statement has :" + name));
        return problems;
    }

    /** The temporary tables that other classes create for this one. */
    private static void createTables(Connection connection, Class<?> owner)
            throws SQLException, IOException, ClassNotFoundException {
        for (Class<?> other : owners()) {
            Statements others = Statements.of(other);
            if (other != owner && others.names().contains("create")) {
                prepare(connection, Sql.Rendered.of(others.get("create"), values(others, "create")));
            }
        }
    }

    private static Map<String, @Nullable Object> values(Statements statements, String name) {
        Map<String, @Nullable Object> values = new HashMap<>();
        resolve(statements.get(name), statements.fragments(), values);
        return values;
    }

    private static List<String> lines(Class<?> owner) throws IOException {
        try (var resource = owner.getResourceAsStream(owner.getSimpleName() + ".sql")) {
            return new String(requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    /** The fragments that a statement names, and null for any other placeholder. */
    private static void resolve(SqlText text, Map<String, SqlText> fragments, Map<String, @Nullable Object> values) {
        text.forEach(sql -> {}, name -> {
            SqlText fragment = fragments.get(name);
            values.put(name, fragment);
            if (fragment != null) {
                resolve(fragment, fragments, values);
            }
        });
    }

    private static void prepare(Connection connection, Sql.Rendered rendered) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(rendered.sql())) {
            if (RUN.matcher(rendered.sql()).lookingAt()) {
                for (int place = 1; place <= rendered.values().size(); place++) {
                    statement.setNull(place, Types.NULL);
                }
                statement.execute();
            } else {
                statement.getParameterMetaData();
                statement.getMetaData();
            }
        }
    }
}
