package io.fieldhouse.tracktik;

import static io.fieldhouse.tracktik.ScriptedRows.page;
import static io.fieldhouse.tracktik.ScriptedRows.range;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.tracktik.api.Query;
import io.fieldhouse.tracktik.api.TrackTikException;
import io.fieldhouse.tracktik.api.TrackTikException.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
    @Test
    void answerThatGrowsWithoutEndIsNone() {
        TrackTikException refused = ScriptedRows.refusal(
                Query.all(), (offset, limit, request) -> page(offset + 50, 20, range(offset, offset + 20)));

        assertThat(refused.kind()).isEqualTo(Kind.BAD_ANSWER);
        assertThat(refused).hasMessageContaining("has no end");
    }

    @Test
    void countThatIsTooSmallHidesNothing() throws IOException {
        List<Object> read = ScriptedRows.read(
                Query.all().pageSize(10),
                2,
                (offset, limit, request) ->
                        page(Math.min(50, offset + limit), limit, range(offset, Math.min(50, offset + limit))));

        assertThat(read).hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10})
    void countThatStaysTooLargeIsNoAnswer(int rows) {
        TrackTikException refused = ScriptedRows.refusal(
                Query.all(),
                (offset, limit, request) -> page(3357, 1000, range(offset, Math.min(rows, offset + limit))));

        assertThat(refused.kind()).isEqualTo(Kind.BAD_ANSWER);
        assertThat(refused).hasMessageContaining("counts 3357 items and sends no more than " + rows);
    }

    @Test
    void limitThatNobodySpokeOfIsKeptTo() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        List<Object> read = ScriptedRows.read(Query.all(), 4, (offset, limit, request) -> {
            requests.incrementAndGet();
            return page(20_000, 1000, range(offset, Math.min(20_000, offset + Math.min(100, limit))));
        });

        assertThat(read).hasSize(20_000);
        assertThat(requests.get()).isLessThan(230);
    }

    @Test
    void limitOfTheEnvelopeMayBeEmpty() throws IOException {
        assertThat(ScriptedRows.read(Query.all(), 2, (offset, limit, request) -> page(3, null, range(0, 3))))
                .hasSize(3);
    }

    @Test
    void itemsWithoutAnIdAreReadInOnePageOnly() throws IOException {
        MockResponse.Builder nameless = new MockResponse.Builder();
        TrackTikException refused = ScriptedRows.refusal(
                Query.all(),
                (offset, limit, request) -> nameless.body(
                                "{\"meta\":{\"count\":5,\"limit\":2},\"data\":[{\"name\":\"a\"},{\"name\":\"b\"}]}")
                        .build());

        assertThat(refused.kind()).isEqualTo(Kind.BAD_ANSWER);
        assertThat(refused).hasMessageContaining("have no id");
    }

    @Test
    void longReadingSurvivesThatTrackTikIsSlowNowAndThen() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        List<Object> read = ScriptedRows.read(Query.all(), 4, (offset, limit, request) -> {
            requests.incrementAndGet();
            return request % 25 == 24
                    ? new MockResponse.Builder().code(504).build()
                    : page(200_000, limit, range(offset, Math.min(200_000, offset + limit)));
        });

        assertThat(read).hasSize(200_000);
        // Pages grow again: in pages of ten it would be twenty thousand.
        assertThat(requests.get()).isLessThan(3_000);
    }

    @Test
    void smallestPageIsAskedForAgainBeforeItIsGivenUp() throws IOException {
        List<Object> read = ScriptedRows.read(
                Query.all().pageSize(5),
                1,
                (offset, limit, request) -> request == 1
                        ? new MockResponse.Builder().code(504).build()
                        : page(20, 5, range(offset, Math.min(20, offset + limit))));
        assertThat(read).hasSize(20);

        assertThat(ScriptedRows.refusal(
                                Query.all().pageSize(5),
                                (offset, limit, request) ->
                                        new MockResponse.Builder().code(504).build())
                        .kind())
                .isEqualTo(Kind.TOO_SLOW);
    }

    @Test
    void rowsThatSwapPlacesFarApartAreSeen() {
        List<Integer> order = new ArrayList<>(range(0, 2500));
        TrackTikException refused =
                ScriptedRows.refusal(Query.all().sort("startDateTime"), (offset, limit, request) -> {
                    if (request == 2) {
                        Collections.swap(order, 5, 2400);
                    }
                    return page(
                            2500,
                            limit,
                            order.stream().skip(offset).limit(limit).toList());
                });

        assertThat(refused).hasMessageContaining("moved while they were read");
    }

    @Test
    void rowThatMovesWhereAnotherVanishedIsSeenByTheCount() {
        List<Integer> order = new ArrayList<>(range(0, 60));
        TrackTikException refused =
                ScriptedRows.refusal(Query.all().sort("startDateTime").pageSize(10), (offset, limit, request) -> {
                    if (request == 2) {
                        order.remove(Integer.valueOf(3));
                        order.remove(Integer.valueOf(50));
                        order.add(0, 50);
                    }
                    return page(
                            order.size(),
                            limit,
                            order.stream().skip(offset).limit(limit).toList());
                });

        assertThat(refused).hasMessageContaining("moved while they were read");
    }

    @Test
    void newIdInTextMayStandBeforeTheOthers() throws IOException {
        List<String> ids = new ArrayList<>(
                range(100, 160).stream().map(id -> "\"PAY-" + id + "\"").toList());
        List<Object> read = ScriptedRows.read(Query.all().pageSize(10), 3, (offset, limit, request) -> {
            if (request == 3) {
                ids.add(0, "\"BILL-1\"");
            }
            return page(
                    ids.size(), limit, ids.stream().skip(offset).limit(limit).toList());
        });

        assertThat(read).doesNotHaveDuplicates().contains("PAY-100", "PAY-159").hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void itemThatComesTwiceInAPageIsNoAnswer() {
        assertThat(ScriptedRows.refusal(Query.all(), (offset, limit, request) -> page(3, limit, List.of(7, 7, 9))))
                .hasMessageContaining("twice");
    }
}
