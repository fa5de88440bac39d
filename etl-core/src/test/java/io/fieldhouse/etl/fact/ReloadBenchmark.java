package io.fieldhouse.etl.fact;

import static io.fieldhouse.warehouse.jooq.tracktik.Tables.FACT_SHIFTS;

import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.warehouse.WarehouseMigrator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;

/**
 * A window of facts of which 1 % changed is reloaded by difference, and side by side by an unconditional {@code INSERT ... ON
 * CONFLICT DO UPDATE}. Prints times and bytes of WAL; asserts none. Arguments: how many rows, how many rounds.
 */
final class ReloadBenchmark {
    private static final Fact FACT = Fact.hashed(
            FACT_SHIFTS,
            List.of(FACT_SHIFTS.PERIOD_ID, FACT_SHIFTS.REGION_ID),
            List.of(FACT_SHIFTS.SHIFT_ID),
            List.of(
                    FACT_SHIFTS.BUSINESS_DATE,
                    FACT_SHIFTS.TIME_ZONE,
                    FACT_SHIFTS.REGION_KEY,
                    FACT_SHIFTS.CLIENT_KEY,
                    FACT_SHIFTS.POSITION_KEY,
                    FACT_SHIFTS.EMPLOYEE_KEY));
    private static final String COLUMNS = Stream.of(FACT_SHIFTS.fields())
            .map(Field::getName)
            .filter(column ->
                    !List.of("period_id", "region_id", "run_id", "loaded_at").contains(column))
            .collect(Collectors.joining(", "));

    private final Connection connection;
    private final long rows;

    private ReloadBenchmark(Connection connection, long rows) {
        this.connection = connection;
        this.rows = rows;
    }

    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[1]);
        double[] ratios = new double[rounds];
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            new WarehouseMigrator(server.getPostgresDatabase()).migrate();
            try (Connection connection = server.getPostgresDatabase().getConnection()) {
                ReloadBenchmark benchmark = new ReloadBenchmark(connection, Long.parseLong(args[0]));
                for (int round = -1; round < rounds; round++) {
                    double ratio = benchmark.round();
                    if (round >= 0) {
                        ratios[round] = ratio;
                    }
                }
            }
        }
        Arrays.sort(ratios);
        System.out.printf("median ratio %.2f%n", ratios[rounds / 2]);
    }

    private double round() throws SQLException {
        prepare();
        double[] first = measured(() -> reload("before"));
        double[] changed = measured(() -> reload("after"));
        // The first look after a change tidies up what that left.
        reload("after");
        double[] unchanged = measured(() -> reload("after"));
        prepare();
        reload("before");
        double[] theirs = measured(this::upsert);
        double ratio = changed[0] / theirs[0];
        System.out.printf(
                "first load %.2f s; 1 %% changed %.2f s, %.1f MB of WAL; upsert %.2f s, %.1f MB; ratio %.2f; unchanged %.2f s, %.0f bytes of WAL%n",
                first[0], changed[0], changed[1] / 1e6, theirs[0], theirs[1] / 1e6, ratio, unchanged[0], unchanged[1]);
        return ratio;
    }

    private void prepare() throws SQLException {
        run("TRUNCATE tracktik.fact_shifts");
        run("SELECT tracktik.ensure_fact_partitions(2025)");
        run("DROP TABLE IF EXISTS before, after");
        run("CREATE TEMP TABLE before AS SELECT " + COLUMNS + " FROM tracktik.fact_shifts");
        run("INSERT INTO before (" + COLUMNS + """
                ) SELECT n, NULL, timestamptz '2025-05-30 07:00Z' + n % 20000 * interval '1 minute',
                    timestamptz '2025-05-30 15:00Z' + n % 20000 * interval '1 minute', 'America/Los_Angeles',
                    date '2025-05-30' + (n % 14)::integer, 1, n % 500, n % 500, n % 3000, n % 3000, n % 9000, n % 9000, 60, 1,
                    70, 1, 'ACTIVE', 'COMPLETED', false, true, false, true, true, true, false, 30, 8, 7.75, 7.75, 7.75, 7.75,
                    7.75, 0, 0, 21.5, 'POSITION_RATE', 32.25, 166.63, 249.94, timestamptz '2025-06-15 07:00Z',
                    decode(md5(n::text), 'hex')
                FROM generate_series(1,""" + " " + rows + ") n");
        run("CREATE TEMP TABLE after AS SELECT * FROM before");
        run(
                "UPDATE after SET pay_rate = 22, pay_amount = 170.50, row_hash = decode(md5('new' || shift_id), 'hex') WHERE shift_id % 100 = 0");
        run("ANALYZE before");
        run("ANALYZE after");
        run("CHECKPOINT");
    }

    private void reload(String source) throws SQLException {
        Sql sql = Sql.on(connection, "Reloading").with("run_id", 1L);
        SqlText staged =
                SqlText.of("(SELECT 202512 AS period_id, 271::bigint AS region_id, s.* FROM pg_temp." + source + " s)");
        connection.setAutoCommit(false);
        FactReport report = new FactReload(sql, FACT, Cells.one(FACT, 202512, 271L), 0.5).reload(staged, staged);
        connection.commit();
        connection.setAutoCommit(true);
        if (report.inserted() + report.updated() + report.unchanged() != rows) {
            throw new IllegalStateException("Rows are missing: " + report);
        }
    }

    private void upsert() throws SQLException {
        String assignments = Arrays.stream(COLUMNS.split(", ", -1))
                .filter(column -> !column.equals("shift_id"))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        run("INSERT INTO tracktik.fact_shifts (period_id, region_id, run_id, " + COLUMNS + ") SELECT 202512, 271, 1, "
                + COLUMNS + " FROM after ON CONFLICT (period_id, shift_id) DO UPDATE SET " + assignments
                + ", loaded_at = now()");
    }

    private interface Step {
        void run() throws SQLException;
    }

    /** Seconds, and bytes of WAL. */
    private double[] measured(Step step) throws SQLException {
        Sql sql = Sql.on(connection, "Measuring");
        String position =
                sql.texts(SqlText.of("SELECT pg_current_wal_insert_lsn()")).get(0);
        long start = System.nanoTime();
        step.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new double[] {
            seconds,
            sql.with("position", position)
                    .number(SqlText.of(
                            "SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), :position::pg_lsn)::bigint"))
        };
    }

    private void run(String statement) throws SQLException {
        try (Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }
}
