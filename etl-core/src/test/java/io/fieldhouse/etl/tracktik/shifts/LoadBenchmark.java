package io.fieldhouse.etl.tracktik.shifts;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.fieldhouse.client.Pace;
import io.fieldhouse.client.Paged;
import io.fieldhouse.client.Pages;
import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.load.LoadLimits;
import io.fieldhouse.etl.load.LoadReport;
import io.fieldhouse.etl.load.LoadRequest;
import io.fieldhouse.etl.load.RunnerLimits;
import io.fieldhouse.etl.load.UnitResult;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.etl.tracktik.TrackTikLoad;
import io.fieldhouse.etl.tracktik.TrackTikSettings;
import io.fieldhouse.tracktik.TrackTik;
import io.fieldhouse.tracktik.api.Login;
import io.fieldhouse.tracktik.api.TrackTikConfig;
import io.fieldhouse.tracktik.sandbox.SandboxServer;
import io.fieldhouse.warehouse.WarehouseMigrator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/**
 * Loads KAISER's shifts from a sandbox in a process of its own into an empty warehouse, and side by side only reads what the
 * load asks for, unit by unit, with as many units at once. Prints figures; asserts none. Arguments: how many shifts the
 * sandbox has (KAISER has 8 of 13 of them), how many rounds, the latency of the sandbox's answers in milliseconds (0 where it
 * is left out), how many requests a minute are allowed (as many as there can be where it is left out), and how many of the
 * newest billing periods are loaded (all where it is left out).
 */
final class LoadBenchmark {
    private static final int AT_ONCE = 2;
    private static final int UNBOUNDED = 10_000_000;
    private static final TrackTikSettings SETTINGS = TrackTikSettings.DEFAULT;
    private static final LoadLimits LIMITS =
            LoadLimits.DEFAULT.with(new RunnerLimits(AT_ONCE, Duration.ofMinutes(1), 1, Duration.ofSeconds(1)));

    private final DataSource warehouse;
    private final TrackTik tracktik;
    private final long latency;
    private final Clock clock = Clock.fixed(Instant.parse("2026-02-01T12:00:00Z"), ZoneOffset.UTC);

    private LoadBenchmark(DataSource warehouse, TrackTik tracktik, long latency) {
        this.warehouse = warehouse;
        this.tracktik = tracktik;
        this.latency = latency;
    }

    public static void main(String[] args) throws Exception {
        long latency = args.length > 2 ? Long.parseLong(args[2]) : 0;
        int requestsPerMinute = args.length > 3 ? Integer.parseInt(args[3]) : UNBOUNDED;
        int newest = args.length > 4 ? Integer.parseInt(args[4]) : Integer.MAX_VALUE;
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SandboxServer.class.getName(),
                        "0",
                        args[0],
                        Long.toString(latency))
                .redirectErrorStream(true)
                .start();
        try (EmbeddedPostgres database = EmbeddedPostgres.start();
                BufferedReader said = server.inputReader(StandardCharsets.UTF_8)) {
            String[] address = said.readLine().split(" ", -1);
            String[] login = said.readLine().split("[ ,/]+", -1);
            new WarehouseMigrator(database.getPostgresDatabase()).migrate();
            HikariConfig pool = new HikariConfig();
            pool.setDataSource(database.getPostgresDatabase());
            try (HikariDataSource warehouse = new HikariDataSource(pool);
                    TrackTik tracktik = TrackTik.connect(TrackTikConfig.at(
                                    address[0] + "rest/v1/", new Login.Password(login[1], login[2], login[4], login[5]))
                            .with(Pace.perMinute(requestsPerMinute)))) {
                LoadBenchmark benchmark = new LoadBenchmark(warehouse, tracktik, latency);
                List<Period> all = SETTINGS.calendar()
                        .between(
                                LocalDate.parse(address[address.length - 3]),
                                LocalDate.parse(address[address.length - 1]));
                List<Period> periods = all.subList(Math.max(0, all.size() - newest), all.size());
                for (int round = 0; round < Integer.parseInt(args[1]); round++) {
                    benchmark.round(periods);
                }
            }
        } finally {
            server.destroy();
        }
    }

    private void round(List<Period> periods) throws Exception {
        empty();
        TrackTikLoad load = new TrackTikLoad(tracktik, warehouse, SETTINGS, LIMITS, clock);
        LoadRequest request = TrackTikLoad.request(periods).again(true).open(true);
        long start = System.nanoTime();
        LoadReport report = load.run(load.plan(request));
        double loading = (System.nanoTime() - start) / 1e9;
        report.results().stream()
                .map(UnitResult::error)
                .filter(error -> error != null)
                .limit(3)
                .forEach(System.out::println);
        start = System.nanoTime();
        long read = readOnly(periods);
        double reading = (System.nanoTime() - start) / 1e9;
        start = System.nanoTime();
        LoadReport again = load.run(load.plan(request));
        double reloading = (System.nanoTime() - start) / 1e9;
        long shifts = report.counts().inserted();
        System.out.printf(
                "%,d shifts in %d units (%,d records), answers after %d ms: loading %.1f s, only reading %,d records %.1f s, ratio %.2f; loading again %.1f s (%d changed), ratio %.2f; %.1f us a shift; heap of at most %d MB%n",
                shifts,
                report.cells().size(),
                report.counts().read(),
                latency,
                loading,
                read,
                reading,
                loading / reading,
                reloading,
                again.counts().updated() + again.counts().inserted(),
                reloading / reading,
                loading * 1e6 / shifts,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private void empty() throws SQLException {
        try (Connection connection = warehouse.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    TRUNCATE tracktik.fact_shifts, tracktik.fact_attendance, tracktik.fact_billing, tracktik.dim_regions,
                        tracktik.dim_clients, tracktik.dim_positions, tracktik.dim_employees, tracktik.dim_pay_codes,
                        tracktik.dim_billing_codes, etl.dimension_merges, etl.load_units CASCADE""");
        }
    }

    private long readOnly(List<Period> periods) throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Long>> units = new ArrayList<>();
            for (Period period : periods) {
                for (long region = 271; region <= 278; region++) {
                    ShiftQuestions questions = questions(region, period);
                    units.add(readers.submit(() -> read(questions)));
                }
            }
            long read = 0;
            for (Future<Long> unit : units) {
                read += unit.get();
            }
            return read;
        } finally {
            readers.shutdown();
        }
    }

    private ShiftQuestions questions(long region, Period period) {
        return new Database(warehouse)
                .work(
                        "Looking for positions",
                        sql -> ReadShifts.questions(
                                sql, tracktik, SETTINGS.strategy(), List.of(region), period.days()));
    }

    private static long read(ShiftQuestions questions) {
        long read = 0;
        for (List<? extends Paged<?>> all : List.of(
                questions.shifts(),
                questions.workSessions(),
                questions.breakSessions(),
                questions.summaries(),
                questions.billableItems())) {
            for (Paged<?> some : all) {
                try (Pages<?> pages = some.pages()) {
                    while (pages.hasNext()) {
                        read += pages.next().items().size();
                    }
                }
            }
        }
        return read;
    }
}
