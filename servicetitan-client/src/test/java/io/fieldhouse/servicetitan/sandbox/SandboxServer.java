package io.fieldhouse.servicetitan.sandbox;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Serves a sandbox to other processes of this machine, until it is killed: {@code SandboxServer [port] [invoices]
 * [latency]}, the latency of every answer in milliseconds. Reports are not limited.
 */
public final class SandboxServer {
    private SandboxServer() {}

    public static void main(String... args) throws InterruptedException {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 0;
        SandboxData data = args.length > 1 ? SandboxData.of(Long.parseLong(args[1])) : SandboxData.small();
        Duration latency = Duration.ofMillis(args.length > 2 ? Long.parseLong(args[2]) : 0);
        SandboxOptions options = SandboxOptions.defaults().withLatency(latency).withBetweenReports(Duration.ZERO);
        try (ServiceTitanSandbox sandbox = ServiceTitanSandbox.start(data, options, port)) {
            SandboxCredentials credentials = sandbox.credentials();
            System.out.printf(
                    "%s has %d invoices from %s to %s%ntenant %d, client %s / %s, app key %s%n",
                    sandbox.apiUrl(),
                    data.totalInvoices(),
                    data.firstDay(),
                    data.lastDay(),
                    sandbox.tenant(),
                    credentials.clientId(),
                    credentials.clientSecret(),
                    credentials.appKey());
            new CountDownLatch(1).await();
        }
    }
}
