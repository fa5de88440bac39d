package io.fieldhouse.servicetitan;

import static io.fieldhouse.servicetitan.ScriptedServer.page;
import static io.fieldhouse.servicetitan.ScriptedServer.refusal;
import static io.fieldhouse.servicetitan.ScriptedServer.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.servicetitan.api.Query;
import io.fieldhouse.servicetitan.api.ServiceTitanException;
import io.fieldhouse.servicetitan.api.ServiceTitanException.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that are not sorted, and are counted instead. */
class CountedListsTest {
    @Test
    void itemWithoutAnIdThatChangedIsNotHandedOutTwice() {
        List<String> before = amounts(12);
        List<String> after = new ArrayList<>(before);
        after.set(0, "{\"amount\":120}");
        after.add("{\"amount\":130}");
        AtomicInteger requests = new AtomicInteger();

        ServiceTitanException refused = refusal(() -> read(
                Query.all().pageSize(10),
                url -> ScriptedServer.pageOf(url, requests.incrementAndGet() == 1 ? before : after)));

        assertThat(refused.kind()).isEqualTo(Kind.BAD_ANSWER);
        assertThat(refused).hasMessageContaining("could be returned twice");
    }

    @Test
    @Timeout(60)
    void listThatSaysForEverThatMoreComesIsGivenUp() {
        AtomicInteger requests = new AtomicInteger();
        assertThat(refusal(() -> read(Query.all(), url -> {
                    requests.incrementAndGet();
                    return page(url, rows(0, 8), true, 8);
                })))
                .hasMessageContaining("counts 8 items");
        assertThat(requests).hasValue(5);
    }

    @Test
    @Timeout(60)
    void listThatDoesNotGetOnIsGivenUp() {
        AtomicInteger requests = new AtomicInteger();
        assertThat(refusal(() -> read(Query.all().pageSize(10), url -> {
                    requests.incrementAndGet();
                    return page(url, rows(0, 1), true, 50);
                })))
                .hasMessageContaining("never ends: 1 items");
        assertThat(requests).hasValueLessThan(1000);
    }

    @Test
    @Timeout(60)
    void pageThatIsSmallerEachTimeIsGivenUp() {
        AtomicInteger requests = new AtomicInteger();
        assertThat(refusal(() -> read(Query.all(), url -> {
                    requests.incrementAndGet();
                    HttpUrl smaller = url.newBuilder()
                            .setQueryParameter("pageSize", "" + (ScriptedServer.number(url, "pageSize") - 1))
                            .build();
                    return page(smaller, rows(0, 1), true, 50);
                })))
                .hasMessageContaining("fewer items each time");
        assertThat(requests).hasValue(6);
    }

    @Test
    void onlyPageOfASortedListMayBeInAnyOrder() {
        AtomicInteger requests = new AtomicInteger();
        assertThat(readById(Query.all(), url -> {
                    requests.incrementAndGet();
                    return ScriptedServer.pageOf(url, List.of("{\"id\":7}", "{\"id\":5}"));
                }))
                .extracting(item -> item.get("id"))
                .containsExactly(7L, 5L);
        assertThat(requests).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 99, 1000})
    void listThatTurnsOutNotToBeSortedIsCountedInstead(int pageSize) {
        List<String> rows = rows(0, 200);
        Collections.reverse(rows);
        assertThat(readById(Query.all().pageSize(pageSize), url -> ScriptedServer.pageOf(url, rows)))
                .hasSize(200)
                .doesNotHaveDuplicates();
    }

    @Test
    void listThatLosesItsOrderOnTheWayIsRefusedWithAWayOut() {
        List<String> rows = rows(0, 100);
        Collections.swap(rows, 50, 60);
        ServiceTitanException refused =
                refusal(() -> readById(Query.all().pageSize(20), url -> ScriptedServer.pageOf(url, rows)));

        assertThat(refused.kind()).isEqualTo(Kind.BAD_ANSWER);
        assertThat(refused)
                .hasMessageContaining("order of their ids")
                .hasMessageContaining("resources().read(path, query)");
    }

    @Test
    void itemsThatCannotBeToldApartAreSaidToBe() {
        List<String> rows = new ArrayList<>(amounts(30));
        rows.set(25, rows.get(2));

        assertThat(refusal(() -> read(Query.all().pageSize(10), url -> ScriptedServer.pageOf(url, rows))))
                .hasMessageContaining("counts 30 items, and 29 different")
                .hasMessageContaining("without an id that are alike")
                .hasMessageNotContaining("were added, deleted");
        assertThat(read(Query.all(), url -> ScriptedServer.pageOf(url, rows))).hasSize(30);
    }

    private static List<String> amounts(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(amount -> "{\"amount\":" + amount + "}")
                .toList();
    }

    private static List<Map<String, @Nullable Object>> readById(Query query, Function<HttpUrl, MockResponse> script) {
        try (ScriptedServer server = ScriptedServer.answering(request -> script.apply(request.getUrl()));
                ServiceTitan client = server.connect()) {
            return client.resources().readById("inventory/v2/returns", query).list();
        }
    }

    private static List<Map<String, @Nullable Object>> read(Query query, Function<HttpUrl, MockResponse> script) {
        try (ScriptedServer server = ScriptedServer.answering(request -> script.apply(request.getUrl()));
                ServiceTitan client = server.connect()) {
            return client.resources().read("payroll/v2/gross-pay-items", query).list();
        }
    }
}
