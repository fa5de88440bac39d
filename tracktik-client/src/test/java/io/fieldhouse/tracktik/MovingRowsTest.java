package io.fieldhouse.tracktik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fieldhouse.tracktik.api.Login;
import io.fieldhouse.tracktik.api.Query;
import io.fieldhouse.tracktik.api.TrackTikConfig;
import io.fieldhouse.tracktik.api.TrackTikException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a naive model: a sorted set of ids that changes between any two requests. */
class MovingRowsTest {
    /** Answers from rows that come and go, and that may be fewer at a time than were asked for. */
    private static final class Rows extends Dispatcher {
        private final Random random;
        private final TreeSet<Integer> ids;
        private final Set<Integer> staying;
        private final int most;
        /** How the id is written: as a number, or as text, whose order nobody knows. */
        private final String idForm;
        /** How many rows may come at once before all others. */
        private final int burst;

        private int first;
        private int last;

        private Rows(long seed, String idForm, int burst) {
            this.idForm = idForm;
            this.burst = burst;
            random = new Random(seed);
            ids = IntStream.range(0, 40 + random.nextInt(160)).boxed().collect(Collectors.toCollection(TreeSet::new));
            staying = ids.stream().filter(id -> id % 4 != 0).collect(Collectors.toSet());
            last = ids.size();
            most = 3 + random.nextInt(30);
        }

        @Override
        public synchronized MockResponse dispatch(RecordedRequest request) {
            HttpUrl url = request.getUrl();
            int limit = Math.min(most, Integer.parseInt(Objects.requireNonNull(url.queryParameter("limit"))));
            int offset = Integer.parseInt(Objects.requireNonNull(url.queryParameter("offset")));
            change();
            List<Integer> page = ids.stream().skip(offset).limit(limit).toList();
            return new MockResponse.Builder()
                    .body("{\"meta\":{\"count\":" + ids.size() + ",\"limit\":" + limit + "},\"data\":["
                            + page.stream()
                                    .map(id -> "{\"id\":" + idForm.formatted(id) + "}")
                                    .collect(Collectors.joining(","))
                            + "]}")
                    .build();
        }

        /** Rows that do not stay vanish, and new ones come at the end, as ids do. */
        private void change() {
            for (int i = 0; i < random.nextInt(3); i++) {
                int id = random.nextInt(last / 4 + 1) * 4;
                if (!staying.contains(id)) {
                    ids.remove(id);
                }
            }
            if (random.nextInt(4) == 0 && last < 400) {
                ids.add(last++);
            }
            for (int i = 0; i < burst && first > -180; i++) {
                ids.add(--first);
            }
        }
    }

    @Test
    void answerThatGrowsWithoutEndIsNone() throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    HttpUrl url = request.getUrl();
                    int offset = Integer.parseInt(Objects.requireNonNull(url.queryParameter("offset")));
                    return new MockResponse.Builder()
                            .body("{\"meta\":{\"count\":" + (offset + 50) + ",\"limit\":20},\"data\":["
                                    + IntStream.range(offset, offset + 20)
                                            .mapToObj(id -> "{\"id\":" + id + "}")
                                            .collect(Collectors.joining(","))
                                    + "]}")
                            .build();
                }
            });
            server.start();
            TrackTikConfig config = TrackTikConfig.at(server.url("/rest/v1/").toString(), new Login.StaticToken("t"))
                    .with(Clients.UNHURRIED);
            try (TrackTik tracktik = TrackTik.connect(config)) {
                TrackTikException refused = catchThrowableOfType(
                        TrackTikException.class,
                        () -> tracktik.resources().read("zones", Query.all()).list());

                assertThat(refused.kind()).isEqualTo(TrackTikException.Kind.BAD_ANSWER);
                assertThat(refused).hasMessageContaining("has no end");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"{\"id\":7},{\"id\":5}; order of their ids", "{\"name\":\"a\"},{\"name\":\"b\"}; have no id"})
    void itemsThatCannotBeToldApartAreNotPagedThrough(String items, String reason) throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    return new MockResponse.Builder()
                            .body("{\"meta\":{\"count\":5,\"limit\":2},\"data\":[" + items + "]}")
                            .build();
                }
            });
            server.start();
            TrackTikConfig config = TrackTikConfig.at(server.url("/rest/v1/").toString(), new Login.StaticToken("t"))
                    .with(Clients.QUICK);
            try (TrackTik tracktik = TrackTik.connect(config)) {
                TrackTikException refused = catchThrowableOfType(
                        TrackTikException.class,
                        () -> tracktik.resources().read("zones", Query.all()).list());

                assertThat(refused.kind()).isEqualTo(TrackTikException.Kind.BAD_ANSWER);
                assertThat(refused).hasMessageContaining(reason);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void rowThatStaysComesOnceWhateverComesAndGoesAroundIt(long seed) throws IOException {
        assertThat(read(new Rows(seed, "%d", 0), seed)).map(id -> (Long) id).isSorted();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void rowWithATextForItsIdIsFoundWhereOthersVanish(long seed) throws IOException {
        read(new Rows(seed, "\"b-%d\"", 0), seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void manyRowsMayComeBeforeTheOthersUnderWay(long seed) throws IOException {
        read(new Rows(seed, "%d", 60), seed);
    }

    /** Every row that stays, once. */
    private static List<Object> read(Rows rows, long seed) throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.setDispatcher(rows);
            server.start();
            TrackTikConfig config = TrackTikConfig.at(server.url("/rest/v1/").toString(), new Login.StaticToken("t"))
                    .with(new TrackTikConfig.Pace(1_000_000, 1 + (int) (seed % 4)))
                    .with(Clients.QUICK);
            try (TrackTik tracktik = TrackTik.connect(config)) {
                List<Object> read = tracktik
                        .resources()
                        .read("zones", Query.all().pageSize(5 + (int) seed))
                        .stream()
                        .map(item -> Objects.requireNonNull(item.get("id")))
                        .toList();

                assertThat(read).doesNotHaveDuplicates();
                assertThat(read)
                        .map(id -> Integer.valueOf(id.toString().replace("b-", "")))
                        .containsAll(rows.staying);
                return read;
            }
        }
    }
}
