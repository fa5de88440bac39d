package io.fieldhouse.tracktik;

import io.fieldhouse.client.Pace;
import io.fieldhouse.client.Retries;
import io.fieldhouse.tracktik.api.Login;
import io.fieldhouse.tracktik.api.TrackTikConfig;
import io.fieldhouse.tracktik.sandbox.SandboxCredentials;
import io.fieldhouse.tracktik.sandbox.TrackTikSandbox;
import java.time.Duration;

/** How the tests connect to a sandbox: without waiting where production would. */
final class Clients {
    static final Pace UNHURRIED = Pace.perMinute(1_000_000);
    static final Retries QUICK =
            new Retries(6, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(5), Duration.ofMinutes(1));

    private Clients() {}

    static TrackTikConfig config(TrackTikSandbox sandbox) {
        SandboxCredentials known = sandbox.credentials();
        return config(
                sandbox,
                new Login.Password(known.clientId(), known.clientSecret(), known.username(), known.password()));
    }

    static TrackTikConfig config(TrackTikSandbox sandbox, Login login) {
        return TrackTikConfig.at(sandbox.apiUrl().toString(), login)
                .with(UNHURRIED)
                .with(QUICK);
    }

    static TrackTik connect(TrackTikSandbox sandbox) {
        return TrackTik.connect(config(sandbox));
    }
}
