package io.fieldhouse.servicetitan.sandbox;

import static io.fieldhouse.servicetitan.sandbox.Asking.string;
import static io.fieldhouse.servicetitan.sandbox.Reporting.days;
import static io.fieldhouse.servicetitan.sandbox.Reporting.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.servicetitan.sandbox.Asking.Answer;
import io.fieldhouse.servicetitan.sandbox.SandboxReports.Ref;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How often reports can be asked for, and those that take their time. */
class SandboxReportLimitsTest {
    private static final String BODY = days("2025-09-01", "2025-09-07", "DateType", "2");

    private final TestClock clock = new TestClock();
    private final SandboxOptions options = SandboxOptions.defaults().withClock(clock);

    private static Answer page(Asking ask, Ref report, int page) {
        return ask.post(path(report) + "/data", BODY, "page", String.valueOf(page));
    }

    @Test
    void aReportAnswersOnceAMinute() {
        try (ServiceTitanSandbox sandbox = ServiceTitanSandbox.start(SandboxData.small(), options)) {
            Asking ask = new Asking(sandbox);
            Ref leads = sandbox.reports().leads();
            assertThat(page(ask, leads, 1).status()).isEqualTo(200);
            clock.advance(Duration.ofSeconds(18));
            Answer refused = page(ask, leads, 2);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.title()).isEqualTo("Rate limit is exceeded. Try again in 42 seconds.");
            assertThat(refused.headers().get("Retry-After")).isNull();
            assertThat(page(ask, sandbox.reports().foreman(), 1).status()).isEqualTo(200);
            clock.advance(Duration.ofSeconds(42));
            assertThat(page(ask, leads, 1).status()).isEqualTo(200);
        }
    }

    @Test
    void furtherPagesNeedNotCount() {
        try (ServiceTitanSandbox sandbox =
                ServiceTitanSandbox.start(SandboxData.small(), options.withFirstPagesCounting())) {
            Asking ask = new Asking(sandbox);
            Ref leads = sandbox.reports().leads();
            assertThat(page(ask, leads, 1).status()).isEqualTo(200);
            assertThat(page(ask, leads, 2).status()).isEqualTo(200);
            assertThat(page(ask, leads, 1).status()).isEqualTo(429);
        }
    }

    @Test
    void asynchronousQueriesAreAskedForUntilTheyAreReady() {
        try (ServiceTitanSandbox sandbox =
                ServiceTitanSandbox.start(SandboxData.small(), options.withReportsReadyAfter(2))) {
            Asking ask = new Asking(sandbox);
            Ref leads = sandbox.reports().leads();
            Answer begun = ask.post(path(leads) + "/data/query", BODY);
            assertThat(begun.status()).isEqualTo(202);
            assertThat(begun.body().get("status")).isEqualTo("NotStarted");
            String query = "reporting/v2/data-queries/" + string(begun.body().get("token"));
            assertThat(ask.post(path(leads) + "/data/query", BODY).status()).isEqualTo(429);
            assertThat(ask.get(query).status()).isEqualTo(202);
            assertThat(ask.get(query).body().get("status")).isEqualTo("InProgress");
            Answer ready = ask.get(query);
            assertThat(ready.status()).isEqualTo(200);
            clock.advance(Duration.ofMinutes(1));
            assertThat(ready.text()).isEqualTo(page(ask, leads, 1).text());
            assertThat(sandbox.openQueries()).isEqualTo(1);
            assertThat(ask.delete(query).status()).isEqualTo(204);
            assertThat(sandbox.openQueries()).isZero();
            assertThat(ask.get(query).status()).isEqualTo(404);
        }
    }

    @Test
    void asynchronousQueriesMayBeReadyAtOnce() {
        try (ServiceTitanSandbox sandbox = ServiceTitanSandbox.start(SandboxData.small(), options)) {
            Answer ready = new Asking(sandbox).post(path(sandbox.reports().leads()) + "/data/query", BODY);
            assertThat(ready.status()).isEqualTo(200);
            assertThat(Reporting.rows(ready)).isNotEmpty();
        }
    }
}
