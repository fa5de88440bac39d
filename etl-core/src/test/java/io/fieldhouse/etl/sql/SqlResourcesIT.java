package io.fieldhouse.etl.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SqlResourcesIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    @ParameterizedTest
    @MethodSource("io.fieldhouse.etl.sql.SqlResources#owners")
    void warehouseUnderstandsEveryStatement(Class<?> owner) throws Exception {
        assertThat(SqlResources.problems(warehouse.dataSource(), owner)).isEmpty();
    }

    /** Resources of their own, which are not as they have to be. */
    private static final class Broken {}

    private static final class Empty {}

    @Test
    void whatTheWarehouseDoesNotUnderstandIsFound() throws Exception {
        assertThat(SqlResources.problems(warehouse.dataSource(), Broken.class))
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
        assertThat(SqlResources.problems(warehouse.dataSource(), Empty.class))
                .containsExactly("no statement", "no statement has :table");
    }

    @Test
    void noStatementStandsInJavaButThoseOfTheExecutorItself() throws IOException {
        assertThat(SqlResources.statementsInJava()).containsExactly(Path.of("io/fieldhouse/etl/sql/Sql.java"));
    }
}
