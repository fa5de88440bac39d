package io.fieldhouse.servicetitan;

import io.fieldhouse.client.Pace;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Asks as fast as the client lets it, from eight threads, and prints how the rate compares with the configured one. */
final class PaceBenchmark {
    private static final int THREADS = 8;
    private static final int SECONDS = 20;

    private PaceBenchmark() {}

    public static void main(String[] args) throws InterruptedException {
        for (int perSecond : new int[] {10, 60, 200}) {
            measure(perSecond);
        }
    }

    private static void measure(int perSecond) throws InterruptedException {
        try (ScriptedServer server = ScriptedServer.answering(request -> ScriptedServer.json("{\"id\":5}"));
                ServiceTitan client = ServiceTitan.connect(
                        server.config().with(Pace.perSecond(perSecond).withRequestsInFlight(THREADS)))) {
            client.resources().read("jpm/v2/jobs", 5);
            int requests = perSecond * SECONDS;
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            CountDownLatch asked = new CountDownLatch(requests);
            long start = System.nanoTime();
            for (int i = 0; i < requests; i++) {
                threads.execute(() -> {
                    client.resources().read("jpm/v2/jobs", 5);
                    asked.countDown();
                });
            }
            asked.await();
            double seconds = (System.nanoTime() - start) / 1e9;
            threads.shutdown();
            System.out.printf(
                    Locale.ROOT,
                    "%d a second: %.2f measured, %.3f of it, over %d requests%n",
                    perSecond,
                    requests / seconds,
                    requests / seconds / perSecond,
                    requests);
        }
    }
}
