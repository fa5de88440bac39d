package io.fieldhouse.etl.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rows that come more than once, by keys of one or several columns. */
class DuplicatesIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    private static final SqlText TABLE = SqlText.of("pg_temp.staged");
    private static final List<String> KEY = List.of("code", "day");

    private Workbench workbench;

    @BeforeEach
    void begin() {
        workbench = Workbench.open(new Database(warehouse.dataSource()));
        run("CREATE TEMP TABLE staged (code text, day date, ordinal integer)");
        run("""
                INSERT INTO staged VALUES ('a', '2025-06-01', 1), ('a', '2025-06-01', 2), ('a', '2025-06-02', 3),
                                          ('b', '2025-06-01', 4), ('b', '2025-06-01', 5), ('b', '2025-06-01', 6),
                                          ('c', NULL, 7), ('c', NULL, 8)""");
    }

    @AfterEach
    void end() {
        workbench.close();
    }

    private void run(String sql) {
        workbench.work("Preparing", statements -> statements.run(SqlText.of(sql)));
    }

    private List<Long> ordinals() {
        return workbench.work("Looking", sql -> sql.ids(SqlText.of("SELECT ordinal FROM staged ORDER BY 1")));
    }

    @Test
    void ofEachKeyTheNewestRowStays() {
        List<String> gone = workbench.work("Deleting", sql -> Duplicates.delete(sql, TABLE, KEY, "ordinal DESC"));

        assertThat(gone).containsExactlyInAnyOrder("a, 2025-06-01", "b, 2025-06-01", "b, 2025-06-01");
        assertThat(ordinals()).as("without a day there is no key").containsExactly(2L, 3L, 6L, 7L, 8L);
    }

    @Test
    void whatIsLeftHasAnIndexThatTakesNoKeyTwice() {
        workbench.work("Leaving out", sql -> {
            Duplicates.leaveOut(sql, TABLE, KEY, "ordinal");
            return sql;
        });

        assertThat(ordinals()).containsExactly(1L, 3L, 4L, 7L, 8L);
        assertThatThrownBy(() -> run("INSERT INTO staged VALUES ('a', '2025-06-01', 9)"))
                .hasMessageContaining("23505");
    }
}
