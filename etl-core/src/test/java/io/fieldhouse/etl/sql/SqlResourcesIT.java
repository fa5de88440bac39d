package io.fieldhouse.etl.sql;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.warehouse.testing.TestWarehouse;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Has the server prepare every statement of every resource, with the texts that the head of the resource sets. What makes
 * or drops something, or sets it, is run, for the statements below it; what is called {@code create}, for all resources. The
 * whole is rolled back.
 */
class SqlResourcesIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path JAVA = Path.of("src/main/java");

    private static final Pattern RUN = Pattern.compile("(?:\\s*--.*\\n)*\\s*(?:CREATE|DROP|SET(?! TRANSACTION))\\s");
    private static final Pattern SQL_IN_JAVA =
            Pattern.compile("\"(?:\"\"\\s*)?(?:SELECT|INSERT|UPDATE|DELETE|MERGE|WITH|CREATE)\\s");

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .map(folder::relativize)
                    .sorted()
                    .toList();
        }
    }

    static List<Path> resources() throws IOException {
        return files(RESOURCES, ".sql");
    }

    @ParameterizedTest
    @MethodSource("resources")
    void warehouseUnderstandsEveryStatement(Path resource) throws Exception {
        assertThat(problems(owner(resource))).isEmpty();
    }

    private static Class<?> owner(Path resource) throws ClassNotFoundException {
        String name = resource.toString().replaceFirst("\\.sql$", "").replaceAll("\\W", ".");
        return Class.forName(name, false, SqlResourcesIT.class.getClassLoader());
    }

    /** Resources of their own, which are not as they have to be. */
    private static final class Broken {}

    private static final class Empty {}

    @Test
    void whatTheWarehouseDoesNotUnderstandIsFound() throws Exception {
        assertThat(problems(Broken.class))
                .satisfiesExactly(
                        problem -> assertThat(problem).startsWith("\\set plain two words"),
                        problem -> assertThat(problem)
                                .startsWith("unknown-column: ")
                                .contains("shift_idd"),
                        problem -> assertThat(problem)
                                .startsWith("unknown-fragment: ")
                                .contains("syntax error"),
                        problem ->
                                assertThat(problem).startsWith("unknown-type: ").contains("data type"),
                        problem -> assertThat(problem)
                                .startsWith("in-a-fragment: ")
                                .contains("regionn_id"),
                        problem -> assertThat(problem).startsWith("no statement has :unused"));
        assertThat(problems(Empty.class)).containsExactly("no statement", "no statement has :table");
    }

    private static List<String> problems(Class<?> owner) throws Exception {
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
        try (Connection connection = warehouse.dataSource().getConnection()) {
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
    private static void createTables(Connection connection, Class<?> owner) throws Exception {
        for (Path resource : resources()) {
            Statements others = Statements.of(owner(resource));
            if (owner(resource) != owner && others.names().contains("create")) {
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

    @Test
    void noStatementStandsInJava() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(JAVA, ".java")) {
            String home = String.valueOf(requireNonNull(file.getParent()).getFileName());
            if (!home.equals("sql")
                    && SQL_IN_JAVA.matcher(Files.readString(JAVA.resolve(file))).find()) {
                found.add(file.toString());
            }
        }
        assertThat(found).isEmpty();
    }
}
