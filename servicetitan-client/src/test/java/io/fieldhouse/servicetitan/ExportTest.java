package io.fieldhouse.servicetitan;

import static io.fieldhouse.servicetitan.ScriptedServer.json;
import static io.fieldhouse.servicetitan.ScriptedServer.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.servicetitan.api.ExportPage;
import io.fieldhouse.servicetitan.api.ExportPages;
import io.fieldhouse.servicetitan.api.From;
import io.fieldhouse.servicetitan.api.ServiceTitanException;
import io.fieldhouse.servicetitan.api.ServiceTitanException.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("times")
class ExportTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 2);

    @Test
    void feedIsReadFromItsBeginningToWhatIsThereNow() {
        try (ScriptedServer server = feed(23);
                ServiceTitan client = server.connect()) {
            assertThat(ids(client, From.beginning())).isEqualTo(ids(0, 23));
            assertThat(server.asked().get(0).getUrl().encodedPath())
                    .isEqualTo("/api/memberships/v2/tenant/77/export/memberships");
            assertThat(server.asked())
                    .extracting(request -> from(request.getUrl()))
                    .containsExactly("", "t5", "t10", "t15", "t20");
        }
    }

    @Test
    void readingBeginsAtAMoment() {
        try (ScriptedServer server = feed(7);
                ServiceTitan client = server.connect()) {
            assertThat(ids(client, From.moment(Instant.parse("2026-01-02T03:04:05Z"))))
                    .isEqualTo(ids(0, 7));
            assertThat(from(server.asked().get(0).getUrl())).isEqualTo("2026-01-02T03:04:05Z");
        }
    }

    @Test
    void dayAndRecentChangesAreAskedForOnEveryPage() {
        try (ScriptedServer server = feed(7);
                ServiceTitan client = server.connect()) {
            assertThat(ids(client, From.day(DAY).recentChanges())).isEqualTo(ids(0, 7));
            assertThat(server.asked())
                    .extracting(request -> from(request.getUrl()))
                    .containsExactly("2026-01-02", "t5");
            assertThat(server.asked())
                    .extracting(request -> request.getUrl().queryParameter("includeRecentChanges"))
                    .containsOnly("true");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5, 6, 24, 25, 26, 60})
    void readingThatGoesOnBehindAnyPageBringsTheSameItems(int rows) {
        try (ScriptedServer server = feed(rows);
                ServiceTitan client = server.connect()) {
            List<List<Long>> pages = new ArrayList<>();
            List<String> tokens = new ArrayList<>();
            try (var reading = export(client, From.beginning())) {
                reading.forEachRemaining(page -> {
                    pages.add(ids(page));
                    tokens.add(page.continueFrom());
                });
            }
            assertThat(pages.stream().flatMap(List::stream)).isEqualTo(ids(0, rows));
            for (int stop = 0; stop < pages.size(); stop++) {
                List<Long> read = new ArrayList<>();
                pages.subList(0, stop + 1).forEach(read::addAll);
                read.addAll(ids(client, From.token(tokens.get(stop), DAY)));

                assertThat(read).isEqualTo(ids(0, rows));
            }
        }
    }

    @Test
    void lastPageIsHandedOutForItsTokenThoughNothingIsInIt() {
        try (ScriptedServer server = feed(5);
                ServiceTitan client = server.connect();
                var pages = export(client, From.token("t5", DAY))) {
            ExportPage<?> only = pages.next();

            assertThat(only.items()).isEmpty();
            assertThat(only.hasMore()).isFalse();
            assertThat(only.continueFrom()).isEqualTo("t5");
            assertThat(pages.hasNext()).isFalse();
            assertThat(pages.fellBackTo()).isEmpty();
        }
    }

    @Test
    void tokenThatIsRefusedFallsBackToTheDayAndSaysSo() {
        try (ScriptedServer server = feed(7);
                ServiceTitan client = server.connect();
                var pages = export(client, From.token("stale", DAY).recentChanges())) {
            List<Long> read = new ArrayList<>();
            pages.forEachRemaining(page -> read.addAll(ids(page)));

            assertThat(read).isEqualTo(ids(0, 7));
            assertThat(pages.fellBackTo()).contains(From.day(DAY).recentChanges());
            assertThat(server.asked())
                    .extracting(request -> from(request.getUrl()))
                    .containsExactly("stale", "2026-01-02", "t5");
            assertThat(server.asked())
                    .extracting(request -> request.getUrl().queryParameter("includeRecentChanges"))
                    .containsOnly("true");
        }
    }

    @Test
    void blankTokenBeginsWithTheDayAndSaysSo() {
        try (ScriptedServer server = feed(2);
                ServiceTitan client = server.connect();
                var pages = export(client, From.token(" ", DAY).recentChanges())) {
            assertThat(ids(pages.next())).isEqualTo(ids(0, 2));
            assertThat(pages.fellBackTo()).contains(From.day(DAY).recentChanges());
            assertThat(from(server.asked().get(0).getUrl())).isEqualTo("2026-01-02");
            assertThat(export(client, From.day(DAY)).fellBackTo()).isEmpty();
        }
    }

    @Test
    void dayThatIsRefusedIsNotAskedForAgain() {
        AtomicInteger requests = new AtomicInteger();
        ServiceTitanException refused = reading(From.token("", DAY), from -> {
            requests.incrementAndGet();
            return problem();
        });

        assertThat(refused.kind()).isEqualTo(Kind.BAD_REQUEST);
        assertThat(requests).hasValue(1);
    }

    @Test
    void refusalThatIsNotOfATokenStandsAsItIs() {
        ServiceTitanException ofADay = reading(From.day(DAY), from -> problem());
        ServiceTitanException onTheWay =
                reading(From.token("t0", DAY), from -> from.equals("t0") ? page(0, 5, true, "stale") : problem());

        assertThat(List.of(ofADay, onTheWay))
                .extracting(ServiceTitanException::kind)
                .containsOnly(Kind.BAD_REQUEST);
    }

    @Test
    @Timeout(60)
    void feedThatDoesNotGoOnIsNoAnswer() {
        assertThat(reading(From.beginning(), from -> page(0, 5, true, "same")))
                .hasMessageContaining("without a continuation token");
        assertThat(reading(From.beginning(), from -> page(0, 5, true, from.equals("a") ? "b" : "a")))
                .hasMessageContaining("without a continuation token");
        assertThat(reading(From.beginning(), from -> json("{\"hasMore\":true,\"data\":[]}")))
                .hasMessageContaining("without a continuation token");
    }

    @Test
    void feedWithNothingInItMayHaveNoToken() {
        try (ScriptedServer server = ScriptedServer.answering(request -> json("{\"hasMore\":false,\"data\":[]}"));
                ServiceTitan client = server.connect();
                var pages = export(client, From.beginning())) {
            assertThat(pages.next().continueFrom()).isEmpty();
            assertThat(pages.hasNext()).isFalse();
        }
    }

    @Test
    @Timeout(30)
    void nextPageIsFetchedWhileOneIsTakenAndNoneBeyond() throws InterruptedException {
        CountDownLatch second = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.answering(request -> {
                    String from = from(request.getUrl());
                    if (from.equals("t5")) {
                        second.countDown();
                    }
                    return feedPage(from, 100);
                });
                ServiceTitan client = server.connect();
                var pages = export(client, From.beginning())) {
            pages.next();
            assertThat(second.await(20, TimeUnit.SECONDS)).isTrue();
            pages.next();

            assertThat(server.asked()).hasSizeBetween(2, 3);
            assertThat(pages.bytes()).isPositive();
        }
    }

    @Test
    void itemThatCannotBeReadIsSetAside() {
        try (ScriptedServer server = ScriptedServer.answering(request ->
                        json("{\"hasMore\":false,\"continueFrom\":\"x\",\"data\":[{\"id\":1},{\"id\":\"many\"}]}"));
                ServiceTitan client = server.connect()) {
            ExportPages<?> pages = client.jpm().exportJobs(From.beginning()).pages();
            ExportPage<?> page = pages.next();

            assertThat(page.items()).hasSize(1);
            assertThat(page.unreadable()).singleElement().satisfies(item -> {
                assertThat(item.reason()).isEqualTo("$.id: expected a whole number");
                assertThat(item.json().utf8()).isEqualTo("{\"id\":\"many\"}");
            });
            assertThat(refusal(() -> client.jpm().exportJobs(From.beginning()).list()))
                    .hasMessageContaining("1 of 2 items of a page cannot be read");
        }
    }

    @Test
    void readingThatWasClosedEarlyDoesNotLookLikeOneThatEnded() {
        try (ScriptedServer server = feed(20);
                ServiceTitan client = server.connect()) {
            ExportPages<?> pages = export(client, From.beginning());
            pages.next();
            pages.close();

            assertThatThrownBy(pages::hasNext).isInstanceOf(IllegalStateException.class);
        }
    }

    private static ServiceTitanException reading(From from, Function<String, MockResponse> script) {
        try (ScriptedServer server = ScriptedServer.answering(request -> script.apply(from(request.getUrl())));
                ServiceTitan client = server.connect()) {
            return refusal(() -> ids(client, from));
        }
    }

    /** A feed of so many items, five a page, whose tokens say how many come before. */
    private static ScriptedServer feed(int rows) {
        return ScriptedServer.answering(request -> feedPage(from(request.getUrl()), rows));
    }

    private static MockResponse feedPage(String from, int rows) {
        if (from.equals("stale")) {
            return problem();
        }
        int begin = from.startsWith("t") ? Integer.parseInt(from.substring(1)) : 0;
        int end = Math.min(begin + 5, rows);
        return page(begin, end, end < rows, "t" + end);
    }

    private static MockResponse page(int begin, int end, boolean hasMore, String token) {
        return json("{\"hasMore\":" + hasMore + ",\"continueFrom\":\"" + token + "\",\"data\":"
                + ScriptedServer.rows(begin, end) + "}");
    }

    private static MockResponse problem() {
        return ScriptedServer.status(400, "{\"title\":\"The continuation token is not valid.\",\"status\":400}");
    }

    private static String from(HttpUrl url) {
        return Objects.requireNonNullElse(url.queryParameter("from"), "");
    }

    private static ExportPages<Map<String, @Nullable Object>> export(ServiceTitan client, From from) {
        return client.resources()
                .export("memberships/v2/export/memberships", from)
                .pages();
    }

    private static List<Long> ids(ServiceTitan client, From from) {
        return client.resources().export("memberships/v2/export/memberships", from).stream()
                .map(item -> (Long) Objects.requireNonNull(item.get("id")))
                .toList();
    }

    private static List<Long> ids(ExportPage<Map<String, @Nullable Object>> page) {
        return page.items().stream()
                .map(item -> (Long) Objects.requireNonNull(item.get("id")))
                .toList();
    }

    private static List<Long> ids(long from, long to) {
        return java.util.stream.LongStream.range(from, to).boxed().toList();
    }
}
