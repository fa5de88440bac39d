package io.fieldhouse.etl.stage;

import static io.fieldhouse.etl.feed.FeedColumn.column;
import static io.fieldhouse.warehouse.jooq.staging.Tables.TRACKTIK_SHIFTS;

import io.fieldhouse.etl.feed.Feed;
import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.load.StageLimits;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.warehouse.testing.TestServer;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import okio.ByteString;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Rows through a stage, beside {@code psql}'s {@code \copy} of the same rows as CSV into the same table, in turn. Without
 * JSON the rows have an empty one. Arguments: how many rows, how many rounds, the path of psql.
 */
final class StagingBenchmark {
    private record Row(
            long id,
            OffsetDateTime starts,
            OffsetDateTime ends,
            long position,
            long employee,
            String zone,
            String status,
            BigDecimal hours,
            BigDecimal rate,
            BigDecimal amount,
            boolean locked) {}

    private static final Feed<Row> FEED = new Feed<>(
            "shifts",
            "tracktik",
            TRACKTIK_SHIFTS,
            Row::id,
            List.of(
                    column(TRACKTIK_SHIFTS.SHIFT_ID, Row::id),
                    column(TRACKTIK_SHIFTS.STARTS_AT, Row::starts),
                    column(TRACKTIK_SHIFTS.ENDS_AT, Row::ends),
                    column(TRACKTIK_SHIFTS.POSITION_ID, Row::position),
                    column(TRACKTIK_SHIFTS.EMPLOYEE_ID, Row::employee),
                    column(TRACKTIK_SHIFTS.TIME_ZONE, Row::zone),
                    column(TRACKTIK_SHIFTS.STATUS, Row::status),
                    column(TRACKTIK_SHIFTS.APPROVED_HOURS, Row::hours),
                    column(TRACKTIK_SHIFTS.PAY_RATE, Row::rate),
                    column(TRACKTIK_SHIFTS.PAY_AMOUNT, Row::amount),
                    column(TRACKTIK_SHIFTS.LOCKED, Row::locked)));

    private StagingBenchmark() {}

    public static void main(String[] args) throws Exception {
        int rows = Integer.parseInt(args[0]);
        int rounds = Integer.parseInt(args[1]);
        String psql = args[2];
        try (TestServer server = TestServer.start()) {
            PGSimpleDataSource database = server.createWarehouse();
            for (String json : List.of("", "x".repeat(900))) {
                compare(database, psql, rows, rounds, json);
            }
        }
    }

    private static void compare(PGSimpleDataSource database, String psql, int rows, int rounds, String filling)
            throws IOException, SQLException, InterruptedException {
        Row[] some = some();
        ByteString json = ByteString.encodeUtf8(filling.isEmpty() ? "{}" : "{\"memo\":\"" + filling + "\"}");
        Path csv = Files.createTempFile("fieldhouse-staging", ".csv");
        try {
            write(csv, some, rows, json);
            double[] ratios = new double[rounds];
            for (int round = -1; round < rounds; round++) {
                double ours = stage(database, some, rows, json);
                double theirs = copy(database, psql, csv);
                System.out.printf(
                        "%s: stage %.2f s, \\copy %.2f s, ratio %.2f%n",
                        filling.isEmpty() ? "rows" : "rows with JSON", ours, theirs, ours / theirs);
                if (round >= 0) {
                    ratios[round] = ours / theirs;
                }
            }
            Arrays.sort(ratios);
            System.out.printf("median ratio %.3f (%.3f to %.3f)%n", ratios[rounds / 2], ratios[0], ratios[rounds - 1]);
        } finally {
            Files.delete(csv);
        }
    }

    private static Row[] some() {
        Random random = new Random(1);
        Row[] some = new Row[1000];
        for (int i = 0; i < some.length; i++) {
            OffsetDateTime starts = OffsetDateTime.of(2025, 5, 30, i % 24, 0, 0, 0, ZoneOffset.ofHours(-7))
                    .plusDays(i % 14);
            some[i] = new Row(
                    1_000_000 + i,
                    starts,
                    starts.plusHours(8),
                    2000 + i % 77,
                    3000 + i % 311,
                    "America/Los_Angeles",
                    i % 17 == 0 ? "CANCELLED" : "ACTIVE",
                    BigDecimal.valueOf(random.nextInt(1200), 2),
                    BigDecimal.valueOf(2000 + random.nextInt(1500), 2),
                    BigDecimal.valueOf(random.nextInt(40_000), 2),
                    i % 3 == 0);
        }
        return some;
    }

    private static double stage(PGSimpleDataSource database, Row[] some, int rows, ByteString json)
            throws SQLException {
        long run;
        try (Connection connection = database.getConnection()) {
            run = DSL.using(connection).fetchOne("""
                    INSERT INTO etl.etl_run_log (load_id, load_kind, source, feed, worker)
                    VALUES (gen_random_uuid(), 'load', 'tracktik', 'shifts', 'benchmark') RETURNING run_id""").get(0, Long.class);
        }
        long begin = System.nanoTime();
        try (Workbench workbench = Workbench.open(new Database(database));
                Stage<Row> stage = Stage.open(workbench, FEED, new Attempt(run, null), StageLimits.DEFAULT)) {
            for (int i = 0; i < rows; i++) {
                stage.add(some[i % some.length], json);
            }
            if (stage.finish().rows() != rows) {
                throw new IllegalStateException("Rows are missing");
            }
            return seconds(begin);
        }
    }

    private static double copy(PGSimpleDataSource database, String psql, Path csv)
            throws SQLException, IOException, InterruptedException {
        try (Connection connection = database.getConnection()) {
            connection
                    .createStatement()
                    .execute(
                            "DROP TABLE IF EXISTS staging.baseline; CREATE UNLOGGED TABLE staging.baseline (LIKE staging.tracktik_shifts)");
        }
        String columns = String.join(",", columns());
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(
                        psql,
                        "-q",
                        "-h",
                        "localhost",
                        "-p",
                        String.valueOf(database.getPortNumbers()[0]),
                        "-U",
                        database.getUser(),
                        "-d",
                        database.getDatabaseName(),
                        "-c",
                        "\\copy staging.baseline (" + columns + ") FROM '" + csv + "' CSV",
                        "-c",
                        "ANALYZE staging.baseline")
                .inheritIO()
                .start();
        if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IllegalStateException("psql failed");
        }
        return seconds(begin);
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(
                "shift_id",
                "starts_at",
                "ends_at",
                "position_id",
                "employee_id",
                "time_zone",
                "status",
                "approved_hours",
                "pay_rate",
                "pay_amount",
                "locked"));
        columns.addAll(List.of("ordinal", "row_hash", "raw"));
        return columns;
    }

    private static void write(Path csv, Row[] some, int rows, ByteString json) throws IOException {
        String hash = "\\x" + "0f".repeat(16);
        String raw = "\\x" + json.hex();
        try (Writer out = Files.newBufferedWriter(csv, StandardCharsets.UTF_8)) {
            for (int i = 0; i < rows; i++) {
                Row row = some[i % some.length];
                out.write(row.id + "," + row.starts + "," + row.ends + "," + row.position + "," + row.employee + ","
                        + row.zone + "," + row.status + "," + row.hours + "," + row.rate + "," + row.amount + ","
                        + row.locked + "," + i + "," + hash + "," + raw + "\n");
            }
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
