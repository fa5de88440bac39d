package io.fieldhouse.etl.dimension;

import static io.fieldhouse.warehouse.jooq.tracktik.Tables.DIM_BILLING_CODES;

import io.fieldhouse.etl.stage.Attempt;
import io.fieldhouse.warehouse.WarehouseMigrator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/**
 * A merge of rows of which 5 % changed, 1 % are new and 1 % are gone, beside a snapshot in the manner of dbt: changes found
 * column by column, then an update and an insert, on a table without guards or indexes. At the server's stock settings,
 * in turn. Arguments: how many rows, how many rounds.
 */
final class MergeBenchmark {
    private static final String VALUES = """
            id, 'C-' || id, 'Billing code ' || id %% 1000 || CASE WHEN %s THEN ' new' ELSE '' END,
            CASE id %% 9 WHEN 0 THEN NULL ELSE 'ACTIVE' END, id %% 2 = 0, id %% 77""";
    private static final String COLUMNS = "billing_code_id, custom_id, name, status, is_global, region_id";
    private static final OffsetDateTime START = OffsetDateTime.of(2025, 6, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final DataSource database;
    private final int rows;

    private MergeBenchmark(DataSource database, int rows) {
        this.database = database;
        this.rows = rows;
    }

    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[1]);
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            new WarehouseMigrator(server.getPostgresDatabase()).migrate();
            MergeBenchmark benchmark = new MergeBenchmark(server.getPostgresDatabase(), Integer.parseInt(args[0]));
            double[] firsts = new double[rounds];
            double[] merges = new double[rounds];
            for (int round = -1; round < rounds; round++) {
                benchmark.prepare();
                double first = benchmark.merge("extract_before", 0);
                double plain = benchmark.insertPlainly();
                double changed = benchmark.merge("extract_after", 1);
                double theirs = benchmark.snapshotLikeDbt();
                benchmark.requireSameState();
                double unchanged = benchmark.merge("extract_after", 2);
                System.out.printf(
                        "first load %.2f s, plain insert %.2f s, ratio %.2f; merge %.2f s, like dbt %.2f s, ratio %.2f; unchanged %.2f s%n",
                        first, plain, first / plain, changed, theirs, changed / theirs, unchanged);
                if (round >= 0) {
                    firsts[round] = first / plain;
                    merges[round] = changed / theirs;
                }
            }
            Arrays.sort(firsts);
            Arrays.sort(merges);
            System.out.printf("median ratios: first load %.2f, merge %.2f%n", firsts[rounds / 2], merges[rounds / 2]);
        }
    }

    private void prepare() throws SQLException {
        run("TRUNCATE tracktik.dim_billing_codes, etl.dimension_merges, etl.dimension_columns");
        run("DROP TABLE IF EXISTS staging.extract_before, staging.extract_after, public.like_dbt, public.plain");
        extract("extract_before", 1, rows, "false");
        extract("extract_after", rows / 100 + 1, rows + rows / 100, "id % 20 = 7");
    }

    private void extract(String name, int from, int to, String changed) throws SQLException {
        run("CREATE UNLOGGED TABLE staging." + name + " (LIKE staging.tracktik_billing_codes)");
        run("INSERT INTO staging." + name + " (" + COLUMNS + ", ordinal, row_hash, raw) SELECT "
                + VALUES.formatted(changed) + ", id, decode(md5(("
                + VALUES.formatted(changed).replace('\n', ' ')
                + ")::text), 'hex'), '' FROM generate_series(" + from + ", " + to + ") id");
        run("ANALYZE staging." + name);
    }

    private double merge(String extract, int day) throws SQLException {
        run("DROP INDEX IF EXISTS staging." + extract + "_billing_code_id_idx");
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            long begin = System.nanoTime();
            String before = position(connection);
            MergeReport report = DimensionMerge.merge(
                    connection,
                    Dimension.in(DIM_BILLING_CODES),
                    new Snapshot(
                            "tracktik",
                            "billing_codes",
                            "staging." + extract,
                            List.of(COLUMNS.split(", ")),
                            List.of(),
                            "ordinal DESC",
                            "raw",
                            rows,
                            START.plusDays(day),
                            true,
                            new Attempt(0, null)),
                    MergeLimits.DEFAULT);
            connection.commit();
            double seconds = seconds(begin);
            System.out.printf("  %s, %s bytes of WAL%n", report, written(connection, before));
            return seconds;
        }
    }

    private static String position(Connection connection) throws SQLException {
        return text(connection, "SELECT pg_current_wal_insert_lsn()::text");
    }

    private static String written(Connection connection, String since) throws SQLException {
        return text(connection, "SELECT pg_current_wal_insert_lsn() - '" + since + "'::pg_lsn");
    }

    private double insertPlainly() throws SQLException {
        run("CREATE TABLE public.plain (version bigint GENERATED ALWAYS AS IDENTITY, LIKE tracktik.dim_billing_codes)");
        run("ALTER TABLE public.plain DROP COLUMN billing_code_key");
        long begin = System.nanoTime();
        run("INSERT INTO public.plain (" + COLUMNS
                + ", valid_from, valid_to, seen_from, retired, inferred, row_hash, loaded_at)"
                + " SELECT " + COLUMNS + ", '-infinity', 'infinity', now(), false, false, row_hash, now()"
                + " FROM staging.extract_before");
        return seconds(begin);
    }

    private double snapshotLikeDbt() throws SQLException {
        run(
                "CREATE TABLE public.like_dbt AS SELECT " + COLUMNS
                        + ", '-infinity'::timestamptz AS valid_from, NULL::timestamptz AS valid_to FROM staging.extract_before");
        run("ANALYZE public.like_dbt");
        long begin = System.nanoTime();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    CREATE TEMP TABLE changes ON COMMIT DROP AS
                    SELECT s.*, d.billing_code_id IS NOT NULL AS is_change
                    FROM staging.extract_after s
                    LEFT JOIN public.like_dbt d ON d.billing_code_id = s.billing_code_id AND d.valid_to IS NULL
                    WHERE d.billing_code_id IS NULL
                       OR (d.custom_id <> s.custom_id OR (d.custom_id IS NULL AND s.custom_id IS NOT NULL) OR (d.custom_id IS NOT NULL AND s.custom_id IS NULL))
                       OR (d.name <> s.name OR (d.name IS NULL AND s.name IS NOT NULL) OR (d.name IS NOT NULL AND s.name IS NULL))
                       OR (d.status <> s.status OR (d.status IS NULL AND s.status IS NOT NULL) OR (d.status IS NOT NULL AND s.status IS NULL))
                       OR (d.is_global <> s.is_global OR (d.is_global IS NULL AND s.is_global IS NOT NULL) OR (d.is_global IS NOT NULL AND s.is_global IS NULL))
                       OR (d.region_id <> s.region_id OR (d.region_id IS NULL AND s.region_id IS NOT NULL) OR (d.region_id IS NOT NULL AND s.region_id IS NULL))""");
            statement.execute("""
                    CREATE TEMP TABLE deletes ON COMMIT DROP AS
                    SELECT d.billing_code_id FROM public.like_dbt d
                    LEFT JOIN staging.extract_after s ON s.billing_code_id = d.billing_code_id
                    WHERE s.billing_code_id IS NULL AND d.valid_to IS NULL""");
            statement.execute("UPDATE public.like_dbt d SET valid_to = '" + START.plusDays(1)
                    + "' FROM (SELECT billing_code_id FROM changes WHERE is_change UNION ALL SELECT * FROM deletes) x"
                    + " WHERE x.billing_code_id = d.billing_code_id AND d.valid_to IS NULL");
            statement.execute("INSERT INTO public.like_dbt SELECT " + COLUMNS + ", CASE WHEN is_change THEN '"
                    + START.plusDays(1) + "'::timestamptz ELSE '-infinity' END FROM changes");
            connection.commit();
        }
        return seconds(begin);
    }

    private void requireSameState() throws SQLException {
        try (Connection connection = database.getConnection()) {
            String ours = COLUMNS + ", valid_from, valid_to FROM tracktik.dim_billing_codes";
            String theirs = COLUMNS + ", valid_from, coalesce(valid_to, 'infinity') FROM public.like_dbt";
            String differences = text(
                    connection,
                    "SELECT count(*) FROM ((SELECT %1$s EXCEPT SELECT %2$s) UNION ALL (SELECT %2$s EXCEPT SELECT %1$s)) d"
                            .formatted(ours, theirs));
            if (!"0".equals(differences)) {
                throw new IllegalStateException(differences + " versions differ");
            }
        }
    }

    private void run(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
