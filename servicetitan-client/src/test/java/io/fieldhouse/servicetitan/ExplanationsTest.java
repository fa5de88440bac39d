package io.fieldhouse.servicetitan;

import static io.fieldhouse.servicetitan.ScriptedServer.json;
import static io.fieldhouse.servicetitan.ScriptedServer.refusal;
import static io.fieldhouse.servicetitan.ScriptedServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.client.Bounds;
import io.fieldhouse.servicetitan.api.Credentials;
import io.fieldhouse.servicetitan.api.Environment;
import io.fieldhouse.servicetitan.api.Query;
import io.fieldhouse.servicetitan.api.ServiceTitanConfig;
import io.fieldhouse.servicetitan.api.ServiceTitanException;
import io.fieldhouse.servicetitan.api.ServiceTitanException.Kind;
import io.fieldhouse.servicetitan.sandbox.SandboxData;
import io.fieldhouse.servicetitan.sandbox.ServiceTitanSandbox;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a failure tells a person to do. */
class ExplanationsTest {
    @Test
    void wrongAppKeyOrTenantIsSaidToBeOneOfThree() {
        try (ServiceTitanSandbox sandbox = ServiceTitanSandbox.start(SandboxData.small())) {
            ServiceTitanConfig right = Clients.config(sandbox);
            Credentials known = right.credentials();
            ServiceTitanConfig wrongKey = ServiceTitanConfig.of(
                    right.environment(),
                    right.tenant(),
                    new Credentials("another", known.clientId(), known.clientSecret()));
            ServiceTitanConfig wrongTenant = ServiceTitanConfig.of(right.environment(), right.tenant() + 1, known);

            for (ServiceTitanConfig wrong : List.of(wrongKey, wrongTenant)) {
                try (ServiceTitan client = ServiceTitan.connect(wrong)) {
                    ServiceTitanException refused = refusal(
                            () -> client.settings().businessUnits(Query.all()).list());

                    assertThat(refused.kind()).isEqualTo(Kind.FORBIDDEN);
                    assertThat(refused)
                            .hasMessageContaining("app key")
                            .hasMessageContaining("tenant does not exist")
                            .hasMessageContaining("environment")
                            .hasMessageContaining("did not grant");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><body>We will be back</body></html>", " \n<!DOCTYPE html><html></html>"})
    void webPageInsteadOfAnAnswerMayPass(String page) {
        ServiceTitanException refused =
                refused(json(page), client -> client.jpm().job(5));

        assertThat(refused.kind()).isEqualTo(Kind.SERVER);
        assertThat(refused.isTransient()).isTrue();
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.attempts()).isEqualTo(6);
        assertThat(refused).hasMessageContaining("HTML").hasMessageContaining("maintenance");
    }

    @Test
    void whatIsTooSlowComesWithAdvice() {
        assertThat(refused(
                        status(504, ""),
                        client -> client.jpm().jobs(Query.all()).list()))
                .hasMessageContaining("ask for smaller pages");
        assertThat(refused(status(504, ""), client -> client.reports().definition("operations", 7)))
                .hasMessageContaining("for a shorter time, or asynchronously()");
        Bounds impatient = new Bounds(Duration.ofSeconds(5), Duration.ofMillis(100), Duration.ofSeconds(20), 1 << 20);
        MockResponse late =
                json("{}").newBuilder().headersDelay(1, TimeUnit.SECONDS).build();
        try (ScriptedServer server = ScriptedServer.answering(request -> late);
                ServiceTitan client = ServiceTitan.connect(server.config().with(impatient))) {
            assertThat(refusal(() -> client.jpm().jobs(Query.all()).list()))
                    .hasMessageContaining("ask for smaller pages");
            assertThat(refusal(() -> client.jpm().job(5)))
                    .hasMessageContaining("Timeout: try again later")
                    .hasMessageNotContaining("pages");
        }
    }

    @Test
    void wrongCategoryOrReportSaysWhereTheRightOnesAre() {
        List<Consumer<ServiceTitan>> both = List.of(
                client -> client.reports().definition("operatoins", 7),
                client -> client.reports().reports("operatoins").list());
        for (Consumer<ServiceTitan> asking : both) {
            assertThat(refused(status(404, ""), asking))
                    .hasMessageContaining("categories() lists the categories")
                    .hasMessageContaining("reports(category)");
            assertThat(refused(status(403, ""), asking)).hasMessageContaining("categories() lists");
        }
        assertThat(refused(status(404, ""), client -> client.jpm().job(5))).hasMessageNotContaining("categories()");
    }

    @ParameterizedTest
    @CsvSource({
        "jpm/v2/jobs?active=Any, into the query",
        "/jpm/v2/jobs, without a slash before it",
        "jpm/v2/../v2/jobs, no '..'",
        "jpm/v2/%2E%2e/jobs, no '..'"
    })
    void pathThatIsNoneIsRefusedWithWhatToDo(String path, String advice) {
        try (ScriptedServer server = ScriptedServer.answering(request -> json("{\"hasMore\":false,\"data\":[]}"));
                ServiceTitan client = ServiceTitan.connect(atTheRoot(server))) {
            assertThatThrownBy(() -> client.resources().read(path, Query.all()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(advice);
            assertThat(server.asked()).isEmpty();
            assertThat(client.resources().read("jpm/v2/jobs", Query.all()).list())
                    .isEmpty();
        }
    }

    /** As in production, where nothing comes before the module. */
    private static ServiceTitanConfig atTheRoot(ScriptedServer server) {
        ServiceTitanConfig config = server.config();
        Environment here = config.environment();
        HttpUrl root = Objects.requireNonNull(here.api().resolve("/"));
        return ServiceTitanConfig.of(
                        Environment.at(here.auth().toString(), root.toString()), config.tenant(), config.credentials())
                .with(config.retries());
    }

    private static ServiceTitanException refused(MockResponse answer, Consumer<ServiceTitan> asking) {
        try (ScriptedServer server = ScriptedServer.answering(request -> answer);
                ServiceTitan client = server.connect()) {
            return refusal(() -> asking.accept(client));
        }
    }
}
