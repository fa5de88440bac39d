package io.fieldhouse.servicetitan.reporting;

import static io.fieldhouse.servicetitan.reporting.ScriptedReports.DATA;
import static io.fieldhouse.servicetitan.reporting.ScriptedReports.page;
import static io.fieldhouse.servicetitan.reporting.ScriptedReports.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fieldhouse.servicetitan.ServiceTitan;
import io.fieldhouse.servicetitan.api.ServiceTitanException;
import io.fieldhouse.servicetitan.api.ServiceTitanException.Kind;
import io.fieldhouse.servicetitan.reporting.ScriptedReports.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each report has a limit of its own, here of a fraction of a second instead of a minute. */
class TurnsTest {
    private static final ReportQuestion QUESTION =
            ReportQuestion.of("operations", 7).with("DateType", 1).with("From", "2025-10-20");
    private static final Duration BETWEEN = Duration.ofMillis(200);
    /** Requests do not take the same time on their way. */
    private static final long LEAST = Duration.ofMillis(180).toNanos();

    private final ScriptedReports server = new ScriptedReports();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void threadsThatAskForTheSameReportWaitForEachOther() throws Exception {
        server.on(DATA, page(1, false, "[1,2]"));

        try (ServiceTitan client = server.client(BETWEEN)) {
            together(() -> read(client.reports()), 4);
        }

        assertThat(gaps(server.calls(DATA)))
                .hasSize(3)
                .allSatisfy(gap -> assertThat(gap).isGreaterThan(LEAST));
    }

    @Test
    void bothWaysWaitForEachOther() throws Exception {
        server.on(DATA, page(1, false, "[1,2]")).on(DATA + "/query", page(1, false, "[1,2]"));

        try (ServiceTitan client = server.client(BETWEEN)) {
            read(client.reports());
            read(client.reports().asynchronously());
        }

        List<Call> calls = new ArrayList<>(server.calls(DATA));
        calls.addAll(server.calls(DATA + "/query"));
        assertThat(gaps(calls)).hasSize(1).allSatisfy(gap -> assertThat(gap).isGreaterThan(LEAST));
    }

    @Test
    void pagesAndFurtherTriesWaitForTheirTurn() {
        server.on(
                DATA,
                status(500, "{}"),
                status(200, page(1, true, "[1,2]")),
                status(429, "{}"),
                status(200, page(2, false, "[3,4]")));

        try (ServiceTitan client = server.client(BETWEEN)) {
            assertThat(read(client.reports())).isEqualTo(2);
        }

        assertThat(gaps(server.calls(DATA)))
                .hasSize(3)
                .allSatisfy(gap -> assertThat(gap).isGreaterThan(LEAST));
    }

    @Test
    void furtherPagesNeedNotWait() {
        server.on(DATA, page(1, true, "[1,2]"), page(2, true, "[3,4]"), page(3, false, "[5,6]"));

        try (ServiceTitan client = server.client(Duration.ofMinutes(2))) {
            assertThat(client.reports().run(QUESTION.pagesAtOnce()).rows()).hasSize(3);
        }
    }

    @Test
    void differentReportsGoSideBySide() throws Exception {
        Duration minute = Duration.ofMinutes(1);
        String other = "report-category/operations/reports/9";
        server.on(DATA, page(1, false, "[1,2]"))
                .on(other, "{\"id\":9,\"fields\":[{\"name\":\"JobNumber\"},{\"name\":\"Subtotal\"}]}")
                .on(other + "/data", page(1, false, "[1,2]"));

        try (ServiceTitan client = server.client(minute)) {
            long begin = System.nanoTime();
            read(client.reports());
            client.reports().run(ReportQuestion.of("operations", 9)).rows().forEach(row -> {});
            assertThat(System.nanoTime() - begin).isLessThan(minute.toNanos() / 2);
        }

        assertThat(server.calls(other + "/data")).hasSize(1);
    }

    @Test
    void turnThatDoesNotComeInTimeIsNotWaitedFor() {
        server.on(DATA, page(1, false, "[1,2]"));

        try (ServiceTitan client = server.client(Duration.ofMinutes(1), Duration.ofSeconds(1))) {
            read(client.reports());
            ServiceTitanException refusal =
                    catchThrowableOfType(ServiceTitanException.class, () -> read(client.reports()));
            assertThat(refusal.kind()).isEqualTo(Kind.RATE_LIMITED);
        }

        assertThat(server.calls(DATA)).hasSize(1);
    }

    @Test
    void closingTheClientEndsTheWaiting() throws Exception {
        server.on(DATA, page(1, false, "[1,2]"));
        ServiceTitan client = server.client(Duration.ofSeconds(50));
        read(client.reports());
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Long> waiting = thread.submit(() -> read(client.reports()));
            assertThat(catchThrowableOfType(TimeoutException.class, () -> waiting.get(300, TimeUnit.MILLISECONDS)))
                    .isNotNull();
            client.close();
            assertThat(catchThrowableOfType(ExecutionException.class, () -> waiting.get(20, TimeUnit.SECONDS)))
                    .hasRootCauseInstanceOf(ServiceTitanException.class)
                    .rootCause()
                    .hasMessageContaining("The client was closed");
        } finally {
            thread.shutdownNow();
        }
    }

    private static long read(Reports reports) {
        return reports.run(QUESTION).rows().count();
    }

    private static void together(Callable<Long> task, int threads) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Long>> tasks = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                tasks.add(task);
            }
            for (Future<Long> done : executor.invokeAll(tasks)) {
                assertThat(done.get()).isEqualTo(1);
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static List<Long> gaps(List<Call> calls) {
        List<Long> times = calls.stream().map(Call::nanos).sorted().toList();
        List<Long> gaps = new ArrayList<>();
        for (int i = 1; i < times.size(); i++) {
            gaps.add(times.get(i) - times.get(i - 1));
        }
        return gaps;
    }
}
