package io.fieldhouse.servicetitan;

import static io.fieldhouse.servicetitan.ScriptedServer.page;
import static io.fieldhouse.servicetitan.ScriptedServer.pageOf;
import static io.fieldhouse.servicetitan.ScriptedServer.refusal;
import static io.fieldhouse.servicetitan.ScriptedServer.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.client.Page;
import io.fieldhouse.client.Pages;
import io.fieldhouse.servicetitan.api.Query;
import io.fieldhouse.servicetitan.api.ServiceTitanException;
import io.fieldhouse.servicetitan.api.ServiceTitanException.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("times")
class ListsTest {
    private static final String JOBS = "jpm/v2/jobs";

    @Test
    void pathHasTheTenantBehindTheVersion() {
        HttpUrl asked = askedFor(client -> client.jpm().jobs(Query.all()).list());

        assertThat(asked.encodedPath()).isEqualTo("/api/jpm/v2/tenant/77/jobs");
        assertThat(asked.query()).isEqualTo("sort=+Id&page=1&pageSize=1000&includeTotal=true");
        assertThat(asked.encodedQuery()).contains("sort=%2BId");
    }

    @Test
    void inactiveRowsAreAskedForAsEachEndpointWantsIt() {
        assertThat(askedFor(client -> client.jpm().appointments(Query.all()).list())
                        .queryParameter("active"))
                .isEqualTo("Any");
        assertThat(askedFor(client -> client.accounting().invoices(Query.all()).list())
                        .queryParameter("activeState"))
                .isEqualTo("All");
        assertThat(askedFor(client -> client.jpm().jobs(Query.all()).list()).queryParameterNames())
                .doesNotContain("active", "activeState");
    }

    @Test
    void inactiveRowsAreLeftOutWhereThatIsSaid() {
        assertThat(askedFor(client -> client.jpm()
                                .appointments(Query.all().activeOnly())
                                .list())
                        .queryParameterNames())
                .doesNotContain("active");
        assertThat(askedFor(client -> client.jpm()
                                .appointments(Query.all().equal("active", "False"))
                                .list())
                        .queryParameterValues("active"))
                .containsExactly("False");
        assertThat(askedFor(client -> client.jpm()
                                .appointments(Query.all().equal("Active", "False"))
                                .list())
                        .queryParameterNames())
                .doesNotContain("active");
    }

    @Test
    void listThatCannotSortIsAskedForInOnePage() {
        HttpUrl asked =
                askedFor(client -> client.settings().businessUnits(Query.all()).list());

        assertThat(asked.queryParameter("pageSize")).isEqualTo("5000");
        assertThat(asked.queryParameterNames()).doesNotContain("sort");
    }

    @Test
    void idsGoOutFiftyAtATimeAndEachOnce() {
        List<Long> ids = LongStream.rangeClosed(1, 120).boxed().toList();
        List<Long> twice = new ArrayList<>(ids);
        twice.addAll(ids);
        try (ScriptedServer server = ScriptedServer.answering(request -> {
                    List<String> items = List.of(asked(request.getUrl(), "ids").split(",")).stream()
                            .map(id -> "{\"id\":" + id + "}")
                            .toList();
                    return page(request.getUrl(), items, false, items.size());
                });
                ServiceTitan client = server.connect()) {
            assertThat(ids(client, Query.all().ids(twice))).isEqualTo(ids);
            assertThat(server.asked())
                    .extracting(request -> asked(request.getUrl(), "ids").split(",").length)
                    .containsExactlyInAnyOrder(50, 50, 20);

            assertThat(ids(client, Query.all().ids(List.of()))).isEmpty();
            assertThat(server.asked()).hasSize(3);
        }
    }

    @Test
    void moreComesWhereServiceTitanSaysSoThoughAPageIsShort() {
        List<String> rows = rows(0, 1000);
        assertThat(readById(Query.all().pageSize(50), url -> {
                    int size = ScriptedServer.number(url, "pageSize");
                    int from = (ScriptedServer.number(url, "page") - 1) * size;
                    int to = Math.min(from + Math.min(size, 30), 1000);
                    return page(url, rows.subList(from, to), to < 1000, 1000);
                }))
                .hasSize(1000)
                .doesNotHaveDuplicates();
    }

    @Test
    void fullPageIsTheLastOneWhereServiceTitanSaysSo() {
        AtomicInteger requests = new AtomicInteger();
        assertThat(readById(Query.all().pageSize(10), url -> {
                    requests.incrementAndGet();
                    return page(url, rows(0, 10), false, 10);
                }))
                .hasSize(10);
        assertThat(requests).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 100, 101, 999, 5000})
    void everyRowComesOnceWhateverThePagesSize(int pageSize) {
        List<String> rows = rows(0, 1000);
        List<Long> all = LongStream.range(0, 1000).boxed().toList();

        assertThat(readById(Query.all().pageSize(pageSize), url -> pageOf(url, rows)))
                .isEqualTo(all);
        assertThat(read(Query.all().pageSize(pageSize), url -> pageOf(url, rows)))
                .isEqualTo(all);
    }

    @Test
    void countIsKnownWhileReading() {
        List<String> rows = rows(0, 95);
        try (ScriptedServer server = ScriptedServer.answering(request -> pageOf(request.getUrl(), rows));
                ServiceTitan client = server.connect();
                Pages<Map<String, @Nullable Object>> pages = client.resources()
                        .readById(JOBS, Query.all().pageSize(20))
                        .pages()) {
            Page<Map<String, @Nullable Object>> first = pages.next();

            assertThat(pages.total()).isEqualTo(95);
            assertThat(first.json(3).utf8()).isEqualTo("{\"id\":3}");
            pages.forEachRemaining(page -> {});
            assertThat(pages.requests()).isEqualTo(server.asked().size());
            assertThat(pages.bytes()).isGreaterThan(95 * 8);
        }
    }

    @Test
    void heavyItemsAreAskedForAFewAtATimeUnlessItIsSaidHowMany() {
        String heavy = "x".repeat(2_000);
        List<String> rows = IntStream.range(0, 3000)
                .mapToObj(id -> "{\"id\":" + id + ",\"summary\":\"" + heavy + "\"}")
                .toList();
        for (boolean said : new boolean[] {false, true}) {
            try (ScriptedServer server = ScriptedServer.answering(request -> pageOf(request.getUrl(), rows));
                    ServiceTitan client = server.connect()) {
                assertThat(ids(client, said ? Query.all().pageSize(1000) : Query.all()))
                        .hasSize(3000)
                        .doesNotHaveDuplicates();
                assertThat(server.asked().stream()
                                .skip(1)
                                .mapToInt(request -> ScriptedServer.number(request.getUrl(), "pageSize")))
                        .allMatch(size -> said ? size > 500 : size < 250);
            }
        }
    }

    @Test
    void pageThatTakesTooLongIsAskedForInSmallerPieces() {
        List<String> rows = rows(0, 300);
        assertThat(readById(
                        Query.all().pageSize(200),
                        url -> ScriptedServer.number(url, "pageSize") > 60
                                ? ScriptedServer.status(504, "<html>Gateway Timeout</html>")
                                : pageOf(url, rows)))
                .hasSize(300)
                .doesNotHaveDuplicates();
    }

    @Test
    void pageThatTakesTooLongHoweverSmallIsGivenUp() {
        ServiceTitanException refused =
                refusal(() -> readById(Query.all(), url -> ScriptedServer.status(504, "<html>Gateway Timeout</html>")));

        assertThat(refused.kind()).isEqualTo(Kind.TOO_SLOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"[{\"id\":7},{\"id\":7}]; twice", "[{\"name\":\"a\"},{\"name\":\"a\"}]; no item with an id"})
    void itemsThatCannotBeToldApartAreNotPagedThrough(String items, String reason) {
        ServiceTitanException refused = refusal(() -> readById(
                Query.all(), url -> ScriptedServer.json("{\"hasMore\":true,\"totalCount\":9,\"data\":" + items + "}")));

        assertThat(refused.kind()).isEqualTo(Kind.BAD_ANSWER);
        assertThat(refused).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"page\":2,\"pageSize\":1000,\"hasMore\":false,\"data\":[]}",
                "{\"page\":1,\"pageSize\":2000,\"hasMore\":false,\"data\":[]}"
            })
    void pageThatWasNotAskedForIsNone(String answer) {
        assertThat(refusal(() -> readById(Query.all(), url -> ScriptedServer.json(answer))))
                .hasMessageContaining("a different page");
    }

    @Test
    void samePageForEverIsNoAnswer() {
        assertThat(refusal(() -> readById(
                        Query.all().pageSize(10),
                        url -> page(url, rows(0, Math.min(5, ScriptedServer.number(url, "pageSize"))), true, 50))))
                .hasMessageContaining("sends the same items again");
    }

    @Test
    void listThatIsNeverAsLongAsItIsCountedIsGivenUp() {
        AtomicInteger requests = new AtomicInteger();
        ServiceTitanException refused = refusal(() -> read(Query.all(), url -> {
            requests.incrementAndGet();
            return page(url, rows(0, 10), false, 11);
        }));

        assertThat(refused).hasMessageContaining("counts 11 items, and 10 different ones came");
        assertThat(requests).hasValue(5);
        assertThat(refusal(() ->
                        read(Query.all(), url -> ScriptedServer.json("{\"hasMore\":true,\"data\":[{\"id\":1}]}"))))
                .hasMessageContaining("does not say how many");
    }

    @Test
    void rowsWithoutAnIdAreCountedInAListThatCannotSort() {
        List<String> rows = IntStream.range(0, 40)
                .mapToObj(i -> "{\"id\":null,\"amount\":" + i / 2 + "}")
                .toList();
        assertThat(read(Query.all(), url -> pageOf(url, rows))).hasSize(40);
    }

    @Test
    void answerThatIsNotWhatWasAskedForIsRefused() {
        List<String> rows = List.of("{\"id\":1,\"jobTypeId\":5,\"modifiedOn\":\"2026-01-01T00:00:00.0000009Z\"}");
        Instant then = Instant.parse("2026-01-01T00:00:00Z");

        assertThat(read(Query.all().ids(1, 2).modifiedOnOrAfter(then), url -> pageOf(url, rows)))
                .hasSize(1);
        assertThat(read(Query.all().equal("jobTypeId", "4, 5").equal("jobStatus", "Done"), url -> pageOf(url, rows)))
                .hasSize(1);
        for (Query other : List.of(
                Query.all().ids(2),
                Query.all().modifiedBefore(then),
                Query.all().modifiedOnOrAfter(then.plusSeconds(1)),
                Query.all().equal("jobTypeId", 6))) {
            assertThat(refusal(() -> read(other, url -> pageOf(url, rows))))
                    .hasMessageContaining("do not match the filter");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.com/jpm/v2/jobs", "/jpm/v2/jobs", "jobs", "jpm/jobs/v2", "jpm/v2/tenant/5/jobs"
            })
    void pathThatIsNoneIsRefusedBeforeItIsAsked(String path) {
        try (ScriptedServer server = ScriptedServer.answering(request -> pageOf(request.getUrl(), rows(0, 1)));
                ServiceTitan client = server.connect()) {
            assertThatThrownBy(() -> client.resources().read(path, Query.all()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("jpm/v2/jobs");
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void readingThatWasClosedEarlyDoesNotLookLikeOneThatEnded() {
        try (ScriptedServer server = ScriptedServer.answering(request -> pageOf(request.getUrl(), rows(0, 100)));
                ServiceTitan client = server.connect()) {
            Pages<?> pages =
                    client.resources().readById(JOBS, Query.all().pageSize(10)).pages();
            pages.next();
            pages.close();

            assertThatThrownBy(pages::hasNext)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed before");
        }
    }

    @Test
    void secondDataDoesNotReplaceTheFirst() {
        assertThat(refusal(() -> readById(
                        Query.all(),
                        url -> ScriptedServer.json("{\"data\":[{\"id\":1}],\"hasMore\":false,\"data\":[{\"id\":2}]}"))))
                .hasMessageContaining("data twice");
    }

    private static HttpUrl askedFor(Function<ServiceTitan, Object> asking) {
        try (ScriptedServer server = ScriptedServer.answering(request -> pageOf(request.getUrl(), List.of()));
                ServiceTitan client = server.connect()) {
            assertThat(asking.apply(client)).isEqualTo(List.of());
            return server.asked().get(0).getUrl();
        }
    }

    private static List<@Nullable Object> readById(Query query, Function<HttpUrl, MockResponse> script) {
        try (ScriptedServer server = ScriptedServer.answering(request -> script.apply(request.getUrl()));
                ServiceTitan client = server.connect()) {
            return ids(client, query);
        }
    }

    private static List<@Nullable Object> ids(ServiceTitan client, Query query) {
        return ids(client.resources().readById(JOBS, query).list());
    }

    private static List<@Nullable Object> read(Query query, Function<HttpUrl, MockResponse> script) {
        try (ScriptedServer server = ScriptedServer.answering(request -> script.apply(request.getUrl()));
                ServiceTitan client = server.connect()) {
            return ids(client.resources().read("jpm/v2/job-types", query).list());
        }
    }

    private static List<@Nullable Object> ids(List<Map<String, @Nullable Object>> items) {
        List<@Nullable Object> ids = new ArrayList<>();
        items.forEach(item -> ids.add(item.get("id")));
        return ids;
    }

    private static String asked(HttpUrl url, String name) {
        return Objects.requireNonNull(url.queryParameter(name));
    }
}
