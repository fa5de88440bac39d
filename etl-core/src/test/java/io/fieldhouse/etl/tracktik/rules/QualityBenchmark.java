package io.fieldhouse.etl.tracktik.rules;

import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.quality.QualityCheck;
import io.fieldhouse.etl.quality.QualityRule;
import io.fieldhouse.etl.quality.RuleReport;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.warehouse.WarehouseMigrator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * All rules of a unit, beside the plain insert of the shifts and the attendance that they look at, in one transaction. At
 * the server's stock settings; the partition has been analysed never, when it was all but empty, and when a year of other
 * cells was in it. Arguments: how many shifts, how many rounds.
 */
final class QualityBenchmark {
    private static final long REGION = 99;
    private static final int PERIOD = 202520;

    private final DataSource database;
    private final int shifts;

    private QualityBenchmark(DataSource database, int shifts) {
        this.database = database;
        this.shifts = shifts;
    }

    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[1]);
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            new WarehouseMigrator(server.getPostgresDatabase()).migrate();
            QualityBenchmark benchmark = new QualityBenchmark(server.getPostgresDatabase(), Integer.parseInt(args[0]));
            benchmark.prepare();
            benchmark.compare("never analysed", rounds);
            benchmark.insert(202519, 1, 100);
            benchmark.run("ANALYZE tracktik.fact_shifts_2025; ANALYZE tracktik.fact_attendance_2025");
            benchmark.compare("analysed with 100 shifts", rounds);
            for (int period = 202501; period <= 202526; period++) {
                for (int region = 2; region <= 9; region++) {
                    benchmark.insert(period, region, 4000);
                }
            }
            benchmark.run("ANALYZE");
            benchmark.compare("analysed with 832,000 shifts", rounds);
        }
    }

    private void prepare() throws SQLException {
        run("ALTER SYSTEM SET autovacuum = off");
        run("SELECT pg_reload_conf()");
        run("""
                INSERT INTO tracktik.billing_periods
                SELECT 202500 + n, 'two-weeks', '2025-P' || n, 2025, n,
                       date '2024-12-27' + (n - 1) * 14, date '2024-12-27' + (n - 1) * 14 + 13
                FROM generate_series(1, 26) n;
                SELECT tracktik.ensure_fact_partitions(2025);
                INSERT INTO etl.load_units (source, feed, window_from, window_to, title) VALUES ('tracktik', 'shifts', now(), now(), 'a unit');
                INSERT INTO etl.etl_run_log (load_id, load_kind, source, feed, worker)
                VALUES (gen_random_uuid(), 'load', 'tracktik', 'shifts', 'benchmark')""");
        for (Map.Entry<String, Integer> members : Map.of(
                        "region", 99, "client", 20_000, "position", 50_000, "employee", 100_000, "pay_code", 50)
                .entrySet()) {
            run("""
                    INSERT INTO tracktik.dim_%1$ss (%1$s_key, %1$s_id, valid_from, row_hash) OVERRIDING SYSTEM VALUE
                    SELECT i, i, '-infinity', '' FROM generate_series(0, %2$d) i""".formatted(members.getKey(), members.getValue()));
        }
    }

    private void compare(String what, int rounds) throws SQLException {
        double[] ratios = new double[rounds];
        for (int round = -1; round < rounds; round++) {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                double inserting = insert(connection, PERIOD, REGION, shifts);
                long begin = System.nanoTime();
                List<RuleReport> reports = QualityCheck.ofUnit(
                                new Attempt(1, 1L), Map.of("period_id", PERIOD, "region_id", REGION), Set.of())
                        .run(Sql.on(connection, "Checking"), TrackTikRules.all(HourLimits.DEFAULT));
                double checking = seconds(begin);
                long issues = reports.stream().mapToLong(RuleReport::open).sum();
                System.out.printf(
                        "%s: insert %.2f s, check %.2f s, ratio %.2f, %d issues%n",
                        what, inserting, checking, checking / inserting, issues);
                if (round == 0) {
                    each(connection);
                }
                if (round >= 0) {
                    ratios[round] = checking / inserting;
                }
                connection.rollback();
            }
            run("VACUUM tracktik.fact_shifts, tracktik.fact_attendance");
        }
        Arrays.sort(ratios);
        System.out.printf("%s: median ratio %.2f%n", what, ratios[rounds / 2]);
    }

    private static void each(Connection connection) {
        for (QualityRule rule : TrackTikRules.all(HourLimits.DEFAULT)) {
            long begin = System.nanoTime();
            QualityCheck.ofUnit(new Attempt(1, 1L), Map.of("period_id", PERIOD, "region_id", REGION), Set.of())
                    .run(Sql.on(connection, "Checking"), List.of(rule));
            System.out.printf("  %s %.3f s%n", rule.name(), seconds(begin));
        }
    }

    private void insert(int period, long region, int count) throws SQLException {
        try (Connection connection = database.getConnection()) {
            insert(connection, period, region, count);
        }
    }

    /** Ten shifts of each employee in the two weeks; of a hundred one is wrong in some way. */
    private static double insert(Connection connection, int period, long region, int count) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TEMP TABLE IF NOT EXISTS new_shifts (LIKE tracktik.fact_shifts);
                    CREATE TEMP TABLE IF NOT EXISTS new_attendance (LIKE tracktik.fact_attendance);
                    TRUNCATE new_shifts, new_attendance;
                    INSERT INTO new_shifts
                    SELECT %1$d, (%1$d * 100 + %2$d) * 10000000::bigint + i, NULL, s, s + interval '8 h', 'America/Los_Angeles', s::date,
                           %2$d, %2$d, place / 4, place / 4, place, place, guard, guard, 5, 5, NULL, NULL, 'ACTIVE', 'COMPLETED',
                           false, true, true, false, true, true, false, 30, CASE WHEN i %% 100 = 13 THEN 25 ELSE 8 END, 7.75, 7.75,
                           7.75, 7.75, 7.75, 0, 0, 21.5, 'POSITION_RATE', 33.25, 166.63, 257.69, s, decode(md5(i::text), 'hex'), 1, now()
                    FROM (SELECT i, (%2$d * 500 + i %% 500) %% 50000 AS place, (%2$d * 1000 + i %% (%3$d / 10)) %% 100000 AS guard,
                                 ((p.starts_on + i / (%3$d / 10)) + time '07:00' + i %% 3 * interval '8 h')
                                     AT TIME ZONE 'America/Los_Angeles' AS s
                          FROM tracktik.billing_periods p, generate_series(0, %3$d - 1) i WHERE p.period_id = %1$d) shift;
                    INSERT INTO new_attendance
                    SELECT period_id, shift_id, business_date, region_id, region_key, client_id, client_key, position_id, position_key,
                           employee_id, employee_key, starts_at, ends_at, starts_at,
                           CASE WHEN shift_id %% 100 <> 17 THEN ends_at END, 'KIOSK', 'KIOSK', 1, 480,
                           CASE WHEN shift_id %% 100 <> 17 THEN 465 END, 15, 0, 0, false, 1, now()
                    FROM new_shifts;
                    ANALYZE new_shifts; ANALYZE new_attendance""".formatted(period, region, count));
            long begin = System.nanoTime();
            statement.execute("INSERT INTO tracktik.fact_shifts SELECT * FROM new_shifts;"
                    + " INSERT INTO tracktik.fact_attendance SELECT * FROM new_attendance");
            return seconds(begin);
        }
    }

    private void run(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
