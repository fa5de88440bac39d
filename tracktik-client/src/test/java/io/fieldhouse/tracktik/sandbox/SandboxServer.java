package io.fieldhouse.tracktik.sandbox;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Serves a sandbox to other processes of this machine, until it is killed: {@code SandboxServer [port] [shifts] [latency]},
 * the latency of every answer in milliseconds.
 */
public final class SandboxServer {
    private SandboxServer() {}

    public static void main(String... args) throws InterruptedException {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 0;
        SandboxData data = args.length > 1 ? SandboxData.of(Long.parseLong(args[1])) : SandboxData.small();
        Duration latency = Duration.ofMillis(args.length > 2 ? Long.parseLong(args[2]) : 0);
        SandboxOptions options = SandboxOptions.defaults().withLatency(latency);
        try (TrackTikSandbox sandbox = TrackTikSandbox.start(data, options, port)) {
            SandboxCredentials credentials = sandbox.credentials();
            System.out.printf(
                    "%s has %d shifts from %s to %s%nclient %s / %s, user %s / %s%n",
                    sandbox.baseUrl(),
                    data.totalShifts(),
                    data.firstDay(),
                    data.lastDay(),
                    credentials.clientId(),
                    credentials.clientSecret(),
                    credentials.username(),
                    credentials.password());
            new CountDownLatch(1).await();
        }
    }
}
