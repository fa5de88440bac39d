package io.fieldhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.sql.SqlResources;
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

    /** There is no warehouse yet where a server is administered. */
    @Test
    void noStatementStandsInJavaButThoseThatMakeTheDatabase() throws IOException {
        assertThat(SqlResources.statementsInJava())
                .containsExactly(Path.of("io/fieldhouse/cli/database/EmbeddedServer.java"));
    }
}
