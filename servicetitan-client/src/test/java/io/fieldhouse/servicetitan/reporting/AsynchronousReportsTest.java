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
import io.fieldhouse.servicetitan.reporting.ScriptedReports.Call;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AsynchronousReportsTest {
    private static final String QUERY = DATA + "/query";
    private static final String READY = "data-queries/t-1";
    private static final MockResponse BEGUN = status(202, "{\"status\":\"NotStarted\",\"token\":\"t-1\"}");
    private static final MockResponse UNDER_WAY = status(202, "{\"status\":\"InProgress\"}");

    private final ScriptedReports server = new ScriptedReports();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatIsReadyAtOnceComesAtOnce() {
        server.on(QUERY, page(1, true, THREE), page(2, false, "[\"J-3\",3],[4,4]"));

        assertThat(read(Duration.ofMinutes(1))).isEqualTo(4);
        assertThat(server.calls(QUERY))
                .extracting(Call::query)
                .containsExactly("page=1&pageSize=25000&includeTotal=true", "page=2&pageSize=2&includeTotal=true");
        assertThat(server.calls(DATA)).isEmpty();
    }

    @Test
    void whatIsNotReadyIsAskedForUntilItIs() {
        server.on(QUERY, BEGUN)
                .on(READY, UNDER_WAY, status(503, "<html></html>"), UNDER_WAY, status(200, page(1, false, "[1,2]")));

        assertThat(read(Duration.ofMinutes(1))).isEqualTo(1);
        assertThat(server.calls(QUERY)).hasSize(1);
        assertThat(server.calls(READY)).extracting(Call::method).containsExactly("GET", "GET", "GET", "GET");
    }

    @Test
    void whatTakesTooLongIsCalledOff() {
        server.on(QUERY, BEGUN).on(READY, UNDER_WAY);

        ServiceTitanException refusal =
                catchThrowableOfType(ServiceTitanException.class, () -> read(Duration.ofSeconds(3)));

        assertThat(refusal.kind()).isEqualTo(Kind.TOO_SLOW);
        List<Call> calls = server.calls(READY);
        assertThat(calls).hasSizeGreaterThan(1);
        assertThat(calls.get(calls.size() - 1).method()).isEqualTo("DELETE");
    }

    @Test
    void threadThatIsInterruptedCallsItOff() throws InterruptedException {
        server.on(QUERY, BEGUN).on(READY, UNDER_WAY);
        AtomicReference<Kind> kind = new AtomicReference<>();
        AtomicBoolean stillInterrupted = new AtomicBoolean();
        Thread reader = new Thread(() -> {
            kind.set(catchThrowableOfType(ServiceTitanException.class, () -> read(Duration.ofMinutes(1)))
                    .kind());
            stillInterrupted.set(Thread.currentThread().isInterrupted());
        });
        reader.start();
        while (server.calls(READY).size() < 2) {
            Thread.onSpinWait();
        }
        reader.interrupt();
        reader.join();

        assertThat(kind).hasValue(Kind.INTERRUPTED);
        assertThat(stillInterrupted).isTrue();
        assertThat(server.calls(READY)).extracting(Call::method).contains("DELETE");
    }

    @Test
    void callingOffIsTriedOnce() {
        server.on(QUERY, BEGUN).on(READY, UNDER_WAY).on("DELETE " + READY, status(429, "{}"));

        ServiceTitanException refusal =
                catchThrowableOfType(ServiceTitanException.class, () -> read(Duration.ofSeconds(3)));

        assertThat(refusal.kind()).isEqualTo(Kind.TOO_SLOW);
        assertThat(server.calls(READY)).extracting(Call::method).containsOnlyOnce("DELETE");
    }

    @Test
    void waitingForTheTurnTakesNothingFromTheTimeToMakeIt() {
        MockResponse slowly =
                UNDER_WAY.newBuilder().headersDelay(200, TimeUnit.MILLISECONDS).build();
        server.on(QUERY, status(200, page(1, false, "[1,2]")), BEGUN)
                .on(READY, slowly, slowly, slowly, slowly, status(200, page(1, false, "[1,2]")));

        try (ServiceTitan client = server.client(Duration.ofMillis(2500), Duration.ofSeconds(3))) {
            assertThat(read(client)).isEqualTo(1);
            assertThat(read(client)).isEqualTo(1);
        }
    }

    @Test
    void whatIsGoneIsSaidToBe() {
        server.on(QUERY, BEGUN).on(READY, status(404, "{}"));

        ServiceTitanException refusal =
                catchThrowableOfType(ServiceTitanException.class, () -> read(Duration.ofMinutes(1)));

        assertThat(refusal.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(refusal).hasMessageContaining("run it again");
        assertThat(server.calls(READY)).extracting(Call::method).containsExactly("GET");
    }

    @Test
    void tenantWithoutItSaysSo() {
        ServiceTitanException refusal =
                catchThrowableOfType(ServiceTitanException.class, () -> read(Duration.ofMinutes(1)));

        assertThat(refusal.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(refusal.traceId()).isEqualTo("00-abc-01");
        assertThat(refusal).hasMessageContaining("may not have the asynchronous way");
    }

    @Test
    void answerWithoutATokenIsRefused() {
        server.on(QUERY, status(202, "{\"status\":\"NotStarted\",\"token\":null,\"x\":{}}"));

        assertThat(catchThrowableOfType(ServiceTitanException.class, () -> read(Duration.ofMinutes(1))))
                .hasMessageContaining("does not say by which token");
    }

    private long read(Duration deadline) {
        try (ServiceTitan client = server.client(Duration.ZERO, deadline)) {
            return read(client);
        }
    }

    private static long read(ServiceTitan client) {
        return client.reports()
                .asynchronously()
                .run(ReportQuestion.of("operations", 7).with("DateType", 1).with("From", "2025-10-20"))
                .rows()
                .count();
    }
}
