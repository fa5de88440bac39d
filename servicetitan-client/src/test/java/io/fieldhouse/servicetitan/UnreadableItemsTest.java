package io.fieldhouse.servicetitan;

import static io.fieldhouse.servicetitan.ScriptedServer.pageOf;
import static io.fieldhouse.servicetitan.ScriptedServer.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.client.Pages;
import io.fieldhouse.client.Unreadable;
import io.fieldhouse.servicetitan.api.Query;
import io.fieldhouse.servicetitan.jpm.Job;
import io.fieldhouse.servicetitan.settings.BusinessUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableItemsTest {
    /** One in seven does not fit; the last ones have not even an id. */
    private static final List<String> ROWS = IntStream.range(0, 100)
            .mapToObj(i -> i % 7 != 3
                    ? "{\"id\":" + i + ",\"jobNumber\":\"J-" + i + "\"}"
                    : i < 50 ? "{\"id\":" + i + ",\"createdOn\":\"once\"}" : "{\"createdOn\":\"" + i + "\"}")
            .toList();

    @ParameterizedTest
    @ValueSource(ints = {4, 7, 10, 99, 1000})
    void eachIsHandedOutOnceBesideTheOthers(int pageSize) {
        List<Long> ids = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        try (ScriptedServer server = ScriptedServer.answering(request -> pageOf(request.getUrl(), ROWS));
                ServiceTitan client = server.connect();
                Pages<Job> pages =
                        client.jpm().jobs(Query.all().pageSize(pageSize)).pages()) {
            pages.forEachRemaining(page -> {
                for (int i = 0; i < page.items().size(); i++) {
                    Job job = page.items().get(i);
                    ids.add(job.id());
                    assertThat(page.json(i).utf8()).isEqualTo(ROWS.get((int) job.id()));
                }
                unreadable.addAll(page.unreadable());
            });
        }
        assertThat(ids).hasSize(86).isSorted().doesNotHaveDuplicates();
        assertThat(unreadable)
                .extracting(item -> item.json().utf8())
                .containsExactlyElementsOf(
                        ROWS.stream().filter(row -> row.contains("createdOn")).toList());
        assertThat(unreadable).extracting(Unreadable::reason).containsOnly("$.createdOn: expected a time");
        assertThat(unreadable.get(0)).hasToString("Unreadable[$.createdOn: expected a time]");
    }

    @Test
    void eachIsCountedInAListThatCannotSort() {
        List<String> rows = IntStream.range(0, 50)
                .mapToObj(i -> i % 5 == 0 ? "{\"name\":\"unit\"}" : "{\"id\":" + i + "}")
                .toList();
        try (ScriptedServer server = ScriptedServer.answering(request -> pageOf(request.getUrl(), rows));
                ServiceTitan client = server.connect();
                Pages<BusinessUnit> pages =
                        client.settings().businessUnits(Query.all()).pages()) {
            var page = pages.next();

            assertThat(page.items()).hasSize(40);
            assertThat(page.unreadable()).hasSize(10);
            assertThat(pages.hasNext()).isFalse();
        }
    }

    @Test
    void whoTakesItemsOnlyGetsNoneForAll() {
        try (ScriptedServer server = ScriptedServer.answering(request -> pageOf(request.getUrl(), ROWS));
                ServiceTitan client = server.connect()) {
            assertThat(refusal(() -> client.jpm().jobs(Query.all()).list()))
                    .hasMessageContaining("14 of 100 items of a page cannot be read, the first for $.createdOn")
                    .hasMessageNotContaining("once");
            assertThat(refusal(() -> client.jpm().jobs(Query.all()).iterator().next()))
                    .hasMessageContaining("14 of 100");
        }
    }

    @Test
    void whatIsNestedWithoutEndIsNotNamedWithoutEnd() {
        String deep = "{\"id\":1,\"x\":" + "[".repeat(1000) + "]".repeat(1000) + "}";
        try (ScriptedServer server = ScriptedServer.answering(request -> pageOf(request.getUrl(), List.of(deep)));
                ServiceTitan client = server.connect()) {
            assertThat(refusal(() -> client.jpm().jobs(Query.all()).list()).getMessage())
                    .contains("at $.data[0]")
                    .hasSizeLessThan(400);
        }
    }
}
