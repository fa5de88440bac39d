package io.fieldhouse.tracktik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fieldhouse.client.CallListener;
import io.fieldhouse.client.Hooks;
import io.fieldhouse.client.Retries;
import io.fieldhouse.client.Usage;
import io.fieldhouse.tracktik.api.Query;
import io.fieldhouse.tracktik.api.TrackTikException;
import io.fieldhouse.tracktik.api.TrackTikException.Kind;
import io.fieldhouse.tracktik.entities.Region;
import io.fieldhouse.tracktik.sandbox.Fault;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.tracktik.sandbox.TrackTikSandbox;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HooksTest {
    private static TrackTikSandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = TrackTikSandbox.start(SandboxData.small());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static TrackTik connect(Hooks hooks) {
        return TrackTik.connect(Clients.config(sandbox).with(hooks));
    }

    @Test
    void userAgentNamesTheApplicationAndTheClient() {
        Set<String> sent = ConcurrentHashMap.newKeySet();
        Hooks hooks = Hooks.NONE
                .withApplication("billing-service/1.4")
                .withHttp(http -> http.addInterceptor(chain -> {
                    sent.add(String.valueOf(chain.request().header("User-Agent")));
                    return chain.proceed(chain.request());
                }));
        try (TrackTik tracktik = connect(hooks)) {
            tracktik.entities().regions(Query.all()).list();
        }
        assertThat(sent).singleElement().asString().startsWith("billing-service/1.4 fieldhouse-tracktik");
    }

    @Test
    void redirectsStayOffWhateverTheApplicationSets() {
        Hooks hooks = Hooks.NONE.withHttp(http -> http.followRedirects(true));
        try (TrackTik tracktik = connect(hooks)) {
            sandbox.faults()
                    .next(
                            1,
                            exchange -> new MockResponse.Builder()
                                    .code(302)
                                    .setHeader("Location", sandbox.apiUrl() + "positions")
                                    .build());
            TrackTikException refused = catchThrowableOfType(
                    TrackTikException.class,
                    () -> tracktik.entities().regions(Query.all()).list());
            assertThat(refused.status()).isEqualTo(302);
        }
    }

    @Test
    void listenerHearsOfResponsesRetriesAndTokens() {
        List<String> heard = new CopyOnWriteArrayList<>();
        AtomicInteger bytes = new AtomicInteger();
        CallListener listener = new CallListener() {
            @Override
            public void responded(Call call, int status, long size, Duration time) {
                heard.add(call.api() + " " + call.operation() + " " + status);
                bytes.addAndGet((int) size);
                assertThat(time).isPositive();
            }

            @Override
            public void retrying(Call call, String kind, Duration delay) {
                heard.add(call.operation() + " again " + kind);
            }
        };
        try (TrackTik tracktik = connect(Hooks.NONE.withListener(listener))) {
            tracktik.entities().regions(Query.all().limit(1)).list();
            sandbox.faults().next(1, Fault.serverError());
            tracktik.entities().regions(Query.all().limit(1)).list();

            assertThat(heard)
                    .containsExactly(
                            "tracktik token 200",
                            "tracktik EntitiesApi.regions 200",
                            "tracktik EntitiesApi.regions 500",
                            "EntitiesApi.regions again SERVER",
                            "tracktik EntitiesApi.regions 200");
            assertThat(tracktik.usage()).isEqualTo(new Usage(4, bytes.get()));
        }
    }

    @Test
    void listenerThatFailsChangesNothing() {
        CallListener listener = new CallListener() {
            @Override
            public void responded(Call call, int status, long size, Duration time) {
                throw new IllegalStateException("The metrics are full.");
            }
        };
        try (TrackTik tracktik = connect(Hooks.NONE.withListener(listener))) {
            assertThat(tracktik.entities().regions(Query.all()).list()).isNotEmpty();
        }
    }

    @Test
    void errorBehindAnInputOutputExceptionIsThrownAtOnce() {
        AtomicInteger tries = new AtomicInteger();
        Hooks hooks = Hooks.NONE.withHttp(http -> http.addInterceptor(chain -> {
            if (chain.request().url().encodedPath().contains("/regions")) {
                tries.incrementAndGet();
                throw new NoSuchMethodError("okio.Buffer.getSize");
            }
            return chain.proceed(chain.request());
        }));
        try (TrackTik tracktik = connect(hooks)) {
            assertThatThrownBy(() -> tracktik.entities().regions(Query.all()).list())
                    .isInstanceOf(NoSuchMethodError.class)
                    .hasMessage("okio.Buffer.getSize");
            assertThatThrownBy(() -> tracktik.entities().region(1, Query.all())).isInstanceOf(NoSuchMethodError.class);
        }
        assertThat(tries).hasValue(2);
    }

    @Test
    void sharedRateLimitIsAskedBeforeEachRequest() {
        AtomicInteger asked = new AtomicInteger();
        Hooks hooks = Hooks.NONE.withRateLimit(atMost -> asked.incrementAndGet() <= 2);
        try (TrackTik tracktik = connect(hooks)) {
            tracktik.entities().regions(Query.all().limit(1)).list();
            assertThat(asked).hasValue(2);

            TrackTikException refused = catchThrowableOfType(
                    TrackTikException.class,
                    () -> tracktik.entities().regions(Query.all()).list());
            assertThat(refused.kind()).isEqualTo(Kind.RATE_LIMITED);
            assertThat(tracktik.usage().requests()).isEqualTo(2);
        }
    }

    @Test
    void callMayHaveItsOwnRetriesAndSharesTheToken() {
        try (TrackTik tracktik = connect(Hooks.NONE)) {
            List<Region> all = tracktik.entities().regions(Query.all()).list();
            TrackTik once = tracktik.with(Retries.DEFAULT.withAttempts(1).withDeadline(Duration.ofSeconds(5)));
            assertThat(once.entities().regions(Query.all()).list()).isEqualTo(all);
            assertThat(tracktik.usage().requests()).isEqualTo(3);

            sandbox.faults().next(1, Fault.serverError());
            TrackTikException refused = catchThrowableOfType(
                    TrackTikException.class,
                    () -> once.entities().regions(Query.all()).list());
            assertThat(refused.attempts()).isEqualTo(1);

            once.close();
            TrackTikException closed = catchThrowableOfType(
                    TrackTikException.class,
                    () -> tracktik.entities().regions(Query.all()).list());
            assertThat(closed.kind()).isEqualTo(Kind.CLOSED);
        }
    }

    @Test
    @SuppressWarnings("NullAway")
    void nullQueryIsRefused() {
        try (TrackTik tracktik = connect(Hooks.NONE)) {
            assertThatThrownBy(() -> tracktik.entities().regions(null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The query is null. Use Query.all() for everything.");
            assertThatThrownBy(() -> tracktik.entities().region(1, null)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void limitReadsTheNewestInOneRequest() {
        try (TrackTik tracktik = connect(Hooks.NONE)) {
            List<Long> ids = tracktik.entities().employees(Query.all()).stream()
                    .map(employee -> employee.id())
                    .toList();
            long before = tracktik.usage().requests();

            assertThat(tracktik.entities().employees(Query.all().sort("-id").limit(3)).stream()
                            .map(employee -> employee.id())
                            .toList())
                    .containsExactly(ids.get(ids.size() - 1), ids.get(ids.size() - 2), ids.get(ids.size() - 3));
            assertThat(tracktik.usage().requests() - before).isEqualTo(1);
            assertThat(tracktik.entities().employees(Query.all().limit(1000)).list())
                    .hasSize(Math.min(1000, ids.size()));
            assertThatThrownBy(() -> Query.all().limit(0)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> tracktik.entities()
                            .employees(Query.all().batch(1).in("id", ids).limit(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("one request");
        }
    }

    @Test
    void activeOnlyLeavesOutWhatIsNotActive() {
        try (TrackTik tracktik = connect(Hooks.NONE)) {
            long all = tracktik.entities().employees(Query.all()).stream().count();
            long active = tracktik.entities().employees(Query.all().activeOnly()).stream()
                    .count();
            assertThat(active).isPositive().isLessThan(all);
        }
    }
}
