package io.fieldhouse.servicetitan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.client.Pace;
import io.fieldhouse.servicetitan.api.Query;
import io.fieldhouse.servicetitan.api.ServiceTitanException;
import io.fieldhouse.servicetitan.api.ServiceTitanException.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against a naive model: rows that come and go between any two requests. */
class MovingRowsTest {
    /**
     * How rows come and go.
     *
     * @param sorted whether they are sent in the order of their ids
     * @param most how many rows may vanish at once
     * @param oddsOfChange one in how many requests finds the rows changed
     * @param cap the most that are sent at once, which the envelope says; 0 for what is asked for
     * @param places whether they change places instead
     */
    private record Manner(boolean sorted, int most, int oddsOfChange, int cap, boolean places) {}

    private static final class Rows {
        private final Random random;
        private final List<Integer> ids;
        private final Set<Integer> staying;
        private final Manner manner;
        private int last;

        private Rows(long seed, Manner manner) {
            this.random = new Random(seed);
            this.manner = manner;
            this.last = 40 + random.nextInt(200);
            this.ids = new ArrayList<>(IntStream.range(0, last).boxed().toList());
            if (!manner.sorted()) {
                Collections.shuffle(ids, random);
            }
            this.staying = ids.stream().filter(id -> id % 3 != 0).collect(Collectors.toSet());
        }

        private synchronized MockResponse answer(HttpUrl asked) {
            if (random.nextInt(manner.oddsOfChange()) == 0) {
                change();
            }
            int size = ScriptedServer.number(asked, "pageSize");
            int most = manner.cap() == 0 ? size : Math.min(size, manner.cap());
            int from = Math.min((ScriptedServer.number(asked, "page") - 1) * most, ids.size());
            int to = Math.min(from + most, ids.size());
            List<String> items = ids.subList(from, to).stream()
                    .map(id -> "{\"id\":" + id + "}")
                    .toList();
            HttpUrl answered = asked.newBuilder()
                    .setQueryParameter("pageSize", String.valueOf(most))
                    .build();
            return ScriptedServer.page(answered, items, to < ids.size(), ids.size());
        }

        /** Rows that do not stay vanish; new ones come at the end, as ids do, or anywhere, where nothing is sorted. */
        private void change() {
            if (manner.places()) {
                ids.add(random.nextInt(ids.size()), ids.remove(random.nextInt(ids.size())));
                return;
            }
            for (int i = random.nextInt(manner.most() + 1); i > 0; i--) {
                ids.remove((Integer) (3 * random.nextInt(last / 3 + 1)));
            }
            if (random.nextInt(4) == 0 && last < 500) {
                ids.add(manner.sorted() ? ids.size() : random.nextInt(ids.size() + 1), last++);
            }
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rowThatStaysComesOnceWhateverComesAndGoesAroundIt(long seed) {
        assertThat(read(seed, new Manner(true, 2, 1, 0, false))).isSorted();
        assertThat(read(seed, new Manner(true, 30, 2, 0, false))).isSorted();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void pagesMayBeSmallerThanTheyWereAskedFor(long seed) {
        assertThat(read(12 * seed - seed % 2, new Manner(true, 2, 1, 9, false))).isSorted();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rowsInNoOrderAreNeitherLostNorDoubledInSilence(long seed) {
        try {
            read(seed, new Manner(false, 1, 2 + (int) seed, 0, seed % 2 == 0));
        } catch (ServiceTitanException e) {
            assertThat(e.kind()).isEqualTo(Kind.BAD_ANSWER);
            assertThat(e).hasMessageContaining("rows were added, deleted or moved");
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rowsInNoOrderAreReadAnewUntilTheyKeepStill(long seed) {
        read(seed, new Manner(false, 1, 200, 0, false));
        read(seed, new Manner(false, 1, 200, 7, true));
    }

    /** Every row that stays, once. */
    private static List<Long> read(long seed, Manner manner) {
        Rows rows = new Rows(seed, manner);
        Query query = Query.all().pageSize(5 + (int) (seed % 12));
        Pace pace = Pace.perSecond(1_000_000).withRequestsInFlight(1 + (int) (seed % 4));
        List<Long> read;
        try (ScriptedServer server = ScriptedServer.answering(request -> rows.answer(request.getUrl()));
                ServiceTitan client = ServiceTitan.connect(server.config().with(pace))) {
            var list = manner.sorted()
                    ? client.resources().readById("jpm/v2/jobs", query)
                    : client.resources().read("jpm/v2/job-types", query);
            read = list.stream().map(item -> (Long) item.get("id")).toList();
        }
        assertThat(read).doesNotHaveDuplicates();
        assertThat(read).map(Long::intValue).containsAll(rows.staying);
        return read;
    }
}
