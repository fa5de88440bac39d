package io.fieldhouse.servicetitan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fieldhouse.client.CallListener;
import io.fieldhouse.client.Hooks;
import io.fieldhouse.client.Retries;
import io.fieldhouse.servicetitan.api.Query;
import io.fieldhouse.servicetitan.api.ServiceTitanException;
import io.fieldhouse.servicetitan.jpm.Job;
import io.fieldhouse.servicetitan.sandbox.Fault;
import io.fieldhouse.servicetitan.sandbox.SandboxData;
import io.fieldhouse.servicetitan.sandbox.ServiceTitanSandbox;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HooksTest {
    private static ServiceTitanSandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = ServiceTitanSandbox.start(SandboxData.small());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static ServiceTitan connect(Hooks hooks) {
        return ServiceTitan.connect(Clients.config(sandbox).with(hooks));
    }

    @Test
    void applicationSeesItsRequests() {
        Set<String> agents = ConcurrentHashMap.newKeySet();
        Set<String> operations = ConcurrentHashMap.newKeySet();
        Hooks hooks = Hooks.NONE
                .withApplication("billing-service/1.4")
                .withHttp(http -> http.addInterceptor(chain -> {
                    agents.add(String.valueOf(chain.request().header("User-Agent")));
                    return chain.proceed(chain.request());
                }))
                .withListener(new CallListener() {
                    @Override
                    public void responded(Call call, int status, long bytes, Duration time) {
                        operations.add(call.api() + " " + call.operation());
                    }
                });
        try (ServiceTitan servicetitan = connect(hooks)) {
            servicetitan.jpm().jobTypes(Query.all()).list();
            servicetitan.reports().categories().list();
            assertThat(servicetitan.usage().requests()).isEqualTo(3);
        }
        assertThat(agents).singleElement().asString().startsWith("billing-service/1.4 fieldhouse-servicetitan");
        assertThat(operations)
                .containsExactlyInAnyOrder(
                        "servicetitan token", "servicetitan JpmApi.jobTypes", "servicetitan ReportingApi.categories");
    }

    @Test
    void errorBehindAnInputOutputExceptionIsThrownAtOnce() {
        AtomicInteger tries = new AtomicInteger();
        Hooks hooks = Hooks.NONE.withHttp(http -> http.addInterceptor(chain -> {
            if (chain.request().url().encodedPath().endsWith("/jobs")) {
                tries.incrementAndGet();
                throw new NoSuchMethodError("okio.Buffer.getSize");
            }
            return chain.proceed(chain.request());
        }));
        try (ServiceTitan servicetitan = connect(hooks)) {
            assertThatThrownBy(() -> servicetitan.jpm().jobs(Query.all()).list())
                    .isInstanceOf(NoSuchMethodError.class);
        }
        assertThat(tries).hasValue(1);
    }

    @Test
    void callMayHaveItsOwnRetries() {
        try (ServiceTitan servicetitan = connect(Hooks.NONE)) {
            ServiceTitan once = servicetitan.with(Retries.DEFAULT.withAttempts(1));
            once.jpm().jobTypes(Query.all()).list();
            sandbox.faults().next(1, Fault.serverError());
            ServiceTitanException refused = catchThrowableOfType(
                    ServiceTitanException.class,
                    () -> once.jpm().jobTypes(Query.all()).list());
            assertThat(refused.attempts()).isEqualTo(1);
        }
    }

    @Test
    void newestJobsComeInOneRequest() {
        try (ServiceTitan servicetitan = connect(Hooks.NONE)) {
            List<Job> all = servicetitan.jpm().jobs(Query.all()).list();
            long before = servicetitan.usage().requests();

            assertThat(servicetitan
                            .jpm()
                            .jobs(Query.all().sort("-Id").limit(10))
                            .list())
                    .isEqualTo(all.stream()
                            .sorted(Comparator.comparing(Job::id).reversed())
                            .limit(10)
                            .toList());
            assertThat(servicetitan.jpm().jobs(Query.all().sort("-ModifiedOn").limit(5)).stream()
                            .map(Job::modifiedOn)
                            .toList())
                    .isEqualTo(all.stream()
                            .map(Job::modifiedOn)
                            .sorted(Comparator.reverseOrder())
                            .limit(5)
                            .toList());
            assertThat(servicetitan.jpm().jobs(Query.all().limit(1)).list()).containsExactly(all.get(0));
            assertThat(servicetitan.usage().requests() - before).isEqualTo(3);
        }
    }

    @Test
    void orderIsRefusedWhereItCannotHold() {
        try (ServiceTitan servicetitan = connect(Hooks.NONE)) {
            assertThatThrownBy(() -> servicetitan.jpm().jobs(Query.all().sort("-Id")))
                    .hasMessageContaining("needs a limit");
            assertThatThrownBy(() ->
                            servicetitan.jpm().jobTypes(Query.all().sort("-Id").limit(1)))
                    .hasMessageContaining("cannot be sorted");
            assertThatThrownBy(() -> Query.all().sort("Id,Name")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Query.all().limit(5001)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
