package io.fieldhouse.servicetitan;

import static io.fieldhouse.servicetitan.ScriptedServer.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.servicetitan.api.Query;
import io.fieldhouse.servicetitan.api.ServiceTitanException;
import io.fieldhouse.servicetitan.api.ServiceTitanException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Lists that cannot be sorted, and are counted instead. */
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
        assertThat(refused).hasMessageContaining("could be there twice");
    }

    private static List<String> amounts(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(amount -> "{\"amount\":" + amount + "}")
                .toList();
    }

    private static List<Map<String, @Nullable Object>> read(Query query, Function<HttpUrl, MockResponse> script) {
        try (ScriptedServer server = ScriptedServer.answering(request -> script.apply(request.getUrl()));
                ServiceTitan client = server.connect()) {
            return client.resources().read("payroll/v2/gross-pay-items", query).list();
        }
    }
}
