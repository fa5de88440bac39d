package io.fieldhouse.etl.dimension;

import static io.fieldhouse.warehouse.jooq.tracktik.Tables.DIM_CLIENTS;

import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.load.MergeLimits;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.SqlText;
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
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * A merge of rows of which 5 % changed, 1 % are new and 1 % are gone, beside a snapshot in the manner of dbt: changes found
 * column by column, then an update and an insert, on a table without guards or indexes. At the server's stock settings,
 * in turn. Arguments: how many rows, how many rounds.
 */
final class MergeBenchmark {
    private static final String VALUES = """
            id, 'C-' || id, 'Site number ' || id || CASE WHEN %s THEN ', renamed' ELSE '' END,
            'SERVICE_LOCATION', CASE id %% 9 WHEN 0 THEN NULL ELSE 'ACTIVE' END, id %% 77, id / 10,
            'America/Los_Angeles', NULL::date, id %% 9000 || ' Invented Street', NULL::text, 'City ' || id %% 500,
            'State ' || id %% 50, lpad((id %% 99999)::text, 5, '0'), 'US', 30 + id %% 1000 / 100.0, -120 + id %% 1000 / 100.0""";
    private static final String COLUMNS =
            "client_id, custom_id, name, type, status, region_id, parent_client_id, time_zone,"
                    + " closed_on, address_line_1, address_line_2, city, state, postal_code, country, latitude, longitude";
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
        run("TRUNCATE tracktik.dim_clients, etl.dimension_merges, etl.dimension_columns");
        run("DROP TABLE IF EXISTS staging.extract_before, staging.extract_after, public.like_dbt, public.plain");
        extract("extract_before", 1, rows, "false");
        extract("extract_after", rows / 100 + 1, rows + rows / 100, "id % 20 = 7");
    }

    private void extract(String name, int from, int to, String changed) throws SQLException {
        run("CREATE UNLOGGED TABLE staging." + name + " (LIKE staging.tracktik_clients)");
        run("INSERT INTO staging." + name + " (" + COLUMNS + ", ordinal, row_hash, raw) SELECT "
                + VALUES.formatted(changed) + ", id, decode(md5(("
                + VALUES.formatted(changed).replace('\n', ' ')
                + ")::text), 'hex'), '' FROM generate_series(" + from + ", " + to + ") id");
        run("ANALYZE staging." + name);
    }

    private double merge(String extract, int day) throws SQLException {
        run("DROP INDEX IF EXISTS staging." + extract + "_client_id_idx");
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            long begin = System.nanoTime();
            String before = position(connection);
            MergeReport report = DimensionMerge.merge(
                    Sql.on(connection, "Merging"),
                    Dimension.in(DIM_CLIENTS),
                    new Snapshot(
                            "tracktik",
                            "clients",
                            SqlText.of("staging." + extract),
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

    /** The same rows into the same table, with its key but without what guards a history. */
    private double insertPlainly() throws SQLException {
        run(
                "CREATE TABLE public.plain (LIKE tracktik.dim_clients INCLUDING IDENTITY INCLUDING DEFAULTS, PRIMARY KEY (client_key))");
        long begin = System.nanoTime();
        run("INSERT INTO public.plain (" + COLUMNS + ", valid_from, seen_from, row_hash, run_id)" + " SELECT " + COLUMNS
                + ", '-infinity', now(), row_hash, 0 FROM staging.extract_before ORDER BY client_id");
        return seconds(begin);
    }

    private double snapshotLikeDbt() throws SQLException {
        run("CREATE TABLE public.like_dbt AS SELECT " + COLUMNS
                + ", '-infinity'::timestamptz AS valid_from, NULL::timestamptz AS valid_to,"
                + " md5(client_id || '|' || 'before') AS version FROM staging.extract_before");
        run("ANALYZE public.like_dbt");
        long begin = System.nanoTime();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String changed = Arrays.stream(COLUMNS.split(", "))
                    .skip(1)
                    .map(column ->
                            "(d.%1$s <> s.%1$s OR (d.%1$s IS NULL AND s.%1$s IS NOT NULL) OR (d.%1$s IS NOT NULL AND s.%1$s IS NULL))"
                                    .formatted(column))
                    .collect(Collectors.joining(" OR "));
            statement.execute("""
                    CREATE TEMP TABLE changes ON COMMIT DROP AS
                    WITH extract AS (SELECT * FROM staging.extract_after),
                         current AS (SELECT * FROM public.like_dbt WHERE valid_to IS NULL),
                         numbered AS (SELECT *, md5(client_id || '|' || '%1$s') AS version FROM extract)
                    SELECT 'insert' AS change, d.client_id IS NULL AS is_new, s.version, %2$s
                    FROM numbered s LEFT JOIN current d ON d.client_id = s.client_id
                    WHERE d.client_id IS NULL OR %3$s
                    UNION ALL
                    SELECT 'update', false, d.version, %2$s
                    FROM numbered s JOIN current d ON d.client_id = s.client_id
                    WHERE %3$s
                    UNION ALL
                    SELECT 'delete', false, d.version, %4$s
                    FROM current d LEFT JOIN extract s ON s.client_id = d.client_id
                    WHERE s.client_id IS NULL""".formatted(START.plusDays(1), prefixed("s."), changed, prefixed("d.")));
            statement.execute(
                    "UPDATE public.like_dbt d SET valid_to = '" + START.plusDays(1)
                            + "' FROM changes x WHERE x.version = d.version AND x.change IN ('update', 'delete') AND d.valid_to IS NULL");
            statement.execute("INSERT INTO public.like_dbt SELECT " + COLUMNS
                    + ", CASE WHEN is_new THEN '-infinity' ELSE '" + START.plusDays(1)
                    + "'::timestamptz END, NULL, version FROM changes WHERE change = 'insert'");
            connection.commit();
        }
        return seconds(begin);
    }

    private static String prefixed(String prefix) {
        return Arrays.stream(COLUMNS.split(", ")).map(prefix::concat).collect(Collectors.joining(", "));
    }

    private void requireSameState() throws SQLException {
        try (Connection connection = database.getConnection()) {
            String ours = COLUMNS + ", valid_from, valid_to FROM tracktik.dim_clients";
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
