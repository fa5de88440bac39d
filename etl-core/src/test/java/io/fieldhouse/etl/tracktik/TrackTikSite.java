package io.fieldhouse.etl.tracktik;

import io.fieldhouse.client.Pace;
import io.fieldhouse.client.Retries;
import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.load.LoadLimits;
import io.fieldhouse.etl.load.LoadReport;
import io.fieldhouse.etl.load.RunnerLimits;
import io.fieldhouse.tracktik.TrackTik;
import io.fieldhouse.tracktik.api.Login;
import io.fieldhouse.tracktik.api.TrackTikConfig;
import io.fieldhouse.tracktik.sandbox.SandboxCredentials;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.tracktik.sandbox.TrackTikSandbox;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** A sandbox, a client of it, and loads from it, as of noon of a day. */
final class TrackTikSite implements AutoCloseable {
    static final TrackTikSettings SETTINGS = TrackTikSettings.DEFAULT;

    static final LoadLimits LIMITS =
            LoadLimits.DEFAULT.with(new RunnerLimits(2, Duration.ofSeconds(30), 3, Duration.ofMillis(20)));

    /** The period from 2025-05-30 on. */
    static final Period P12 = SETTINGS.calendar().containing(LocalDate.of(2025, 5, 30));

    final TrackTikSandbox sandbox;
    final TrackTik tracktik;
    private final DataSource warehouse;
    private final Map<LocalDate, Clock> clocks = new HashMap<>();

    TrackTikSite(DataSource warehouse, SandboxData data) {
        this.warehouse = warehouse;
        sandbox = TrackTikSandbox.start(data);
        tracktik = connect(sandbox);
    }

    static TrackTik connect(TrackTikSandbox sandbox) {
        SandboxCredentials known = sandbox.credentials();
        return connect(
                sandbox.apiUrl().toString(),
                new Login.Password(known.clientId(), known.clientSecret(), known.username(), known.password()));
    }

    static TrackTik connect(String address, Login login) {
        return TrackTik.connect(TrackTikConfig.at(address, login)
                .with(Pace.perMinute(1_000_000))
                .with(new Retries(
                        6, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(5), Duration.ofMinutes(1))));
    }

    TrackTikLoad load(TrackTikSettings settings, LocalDate today) {
        return load(settings, LIMITS, today);
    }

    TrackTikLoad load(TrackTikSettings settings, LoadLimits limits, LocalDate today) {
        Clock clock = clocks.computeIfAbsent(today, TrackTikSite::clock);
        return new TrackTikLoad(tracktik, warehouse, settings, limits, clock);
    }

    /** A clock that goes, from noon of a day on. */
    static Clock clock(LocalDate today) {
        Clock system = Clock.systemUTC();
        return Clock.offset(
                system, Duration.between(system.instant(), today.atTime(12, 0).toInstant(ZoneOffset.UTC)));
    }

    /** Loads some periods of every sub-region, whether they were loaded or not. */
    LoadReport load(TrackTikSettings settings, List<Period> periods) {
        return load(settings, LIMITS, periods);
    }

    LoadReport load(TrackTikSettings settings, LoadLimits limits, List<Period> periods) {
        TrackTikLoad load = load(settings, limits, sandbox.data().size().today().plusDays(30));
        return load.run(load.plan(TrackTikLoad.request(periods).again(true)));
    }

    @Override
    public void close() {
        tracktik.close();
        sandbox.close();
    }
}
