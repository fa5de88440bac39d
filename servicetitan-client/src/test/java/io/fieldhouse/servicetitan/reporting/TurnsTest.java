package io.fieldhouse.servicetitan.reporting;

import static io.fieldhouse.servicetitan.reporting.ScriptedReports.DATA;
import static io.fieldhouse.servicetitan.reporting.ScriptedReports.THREE;
import static io.fieldhouse.servicetitan.reporting.ScriptedReports.page;
import static io.fieldhouse.servicetitan.reporting.ScriptedReports.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fieldhouse.servicetitan.ServiceTitan;
import io.fieldhouse.servicetitan.api.ServiceTitanException;
import io.fieldhouse.servicetitan.api.ServiceTitanException.Kind;
import java.time.Duration;
import java.util.Collections;
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

    private final ScriptedReports server = new ScriptedReports();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void threadsThatAskForTheSameReportWaitForEachOther() throws Exception {
        server.on(DATA, page(1, false, "[1,2]"));

        try (ServiceTitan client = server.client(BETWEEN)) {
            assertThat(timeOf(() -> together(() -> read(client.reports()), 4))).isGreaterThan(BETWEEN.multipliedBy(3));
        }

        assertThat(server.calls(DATA)).hasSize(4);
    }

    @Test
    void bothWaysWaitForEachOther() throws Exception {
        server.on(DATA, page(1, false, "[1,2]")).on(DATA + "/query", page(1, false, "[1,2]"));

        try (ServiceTitan client = server.client(BETWEEN)) {
            assertThat(timeOf(
                            () -> read(client.reports()) + read(client.reports().asynchronously())))
                    .isGreaterThan(BETWEEN);
        }
    }

    @Test
    void pagesAndFurtherTriesWaitForTheirTurn() throws Exception {
        server.on(
                DATA,
                status(500, "{}"),
                status(200, page(1, true, THREE)),
                status(429, "{}"),
                status(200, page(2, false, "[\"J-3\",3],[4,4]")));

        try (ServiceTitan client = server.client(BETWEEN)) {
            assertThat(timeOf(() -> read(client.reports()))).isGreaterThan(BETWEEN.multipliedBy(3));
        }

        assertThat(server.calls(DATA)).hasSize(4);
    }

    @Test
    void furtherPagesNeedNotWait() {
        server.on(DATA, page(1, true, THREE), page(2, true, "[\"J-3\",3],[4,4]"), page(2, false, "[4,4],[5,5]"));

        try (ServiceTitan client = server.client(Duration.ofMinutes(2))) {
            assertThat(client.reports().run(QUESTION.pagesAtOnce()).rows()).hasSize(5);
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
            assertThat(refusal.attempts()).isEqualTo(1);
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

    /** At least the time between the first turn and the last one, however busy the machine is. */
    private static Duration timeOf(Callable<Long> task) throws Exception {
        long begin = System.nanoTime();
        task.call();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static long together(Callable<Long> task, int threads) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            long rows = 0;
            for (Future<Long> done : executor.invokeAll(Collections.nCopies(threads, task))) {
                rows += done.get();
            }
            return rows;
        } finally {
            executor.shutdownNow();
        }
    }
}
