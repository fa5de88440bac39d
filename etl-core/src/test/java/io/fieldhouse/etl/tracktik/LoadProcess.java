package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.load.LoadLimits;
import io.fieldhouse.etl.load.LoadReport;
import io.fieldhouse.etl.load.RunnerLimits;
import io.fieldhouse.tracktik.TrackTik;
import io.fieldhouse.tracktik.api.Login;
import io.fieldhouse.tracktik.sandbox.SandboxCredentials;
import io.fieldhouse.tracktik.sandbox.TrackTikSandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** A backfill in a process of its own, to be killed. Ends with 0 when every unit is loaded. */
final class LoadProcess {
    /** Claims of the dead lapse soon; a failure is tried again soon. */
    static final LoadLimits LIMITS =
            LoadLimits.DEFAULT.with(new RunnerLimits(2, Duration.ofMillis(700), 5, Duration.ofMillis(20)));

    private LoadProcess() {}

    static Process start(String warehouse, TrackTikSandbox sandbox, LocalDate today) throws IOException {
        SandboxCredentials known = sandbox.credentials();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LoadProcess.class.getName(),
                warehouse,
                sandbox.apiUrl().toString(),
                known.clientId(),
                known.clientSecret(),
                known.username(),
                known.password(),
                today.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    public static void main(String[] args) {
        PGSimpleDataSource warehouse = new PGSimpleDataSource();
        warehouse.setUrl(args[0]);
        Clock clock = TrackTikSite.clock(LocalDate.parse(args[6]));
        try (TrackTik tracktik =
                TrackTikSite.connect(args[1], new Login.Password(args[2], args[3], args[4], args[5]))) {
            TrackTikLoad load = new TrackTikLoad(tracktik, warehouse, TrackTikSettings.DEFAULT, LIMITS, clock);
            LoadReport report = load.run(load.plan(load.backfill(TrackTikSite.P12)));
            System.exit(report.isComplete() ? 0 : 1);
        }
    }
}
