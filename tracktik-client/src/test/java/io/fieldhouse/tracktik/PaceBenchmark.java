package io.fieldhouse.tracktik;

import io.fieldhouse.client.Pace;
import io.fieldhouse.tracktik.api.Query;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.tracktik.sandbox.TrackTikSandbox;
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
        for (int perMinute : new int[] {600, 1000, 6000}) {
            measure(perMinute);
        }
    }

    private static void measure(int perMinute) throws InterruptedException {
        try (TrackTikSandbox sandbox = TrackTikSandbox.start(SandboxData.small());
                TrackTik tracktik = TrackTik.connect(
                        Clients.config(sandbox).with(Pace.perMinute(perMinute).withRequestsInFlight(THREADS)))) {
            tracktik.entities().regions(Query.all()).list();
            int requests = perMinute * SECONDS / 60;
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            CountDownLatch asked = new CountDownLatch(requests);
            long start = System.nanoTime();
            for (int i = 0; i < requests; i++) {
                threads.execute(() -> {
                    tracktik.entities().regions(Query.all().pageSize(1000)).list();
                    asked.countDown();
                });
            }
            asked.await();
            double seconds = (System.nanoTime() - start) / 1e9;
            threads.shutdown();
            System.out.printf(
                    Locale.ROOT,
                    "%,d a minute: %,.0f measured, %.3f of it, over %d requests%n",
                    perMinute,
                    requests * 60 / seconds,
                    requests * 60 / seconds / perMinute,
                    requests);
        }
    }
}
