package io.fieldhouse.tracktik;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.tracktik.ScriptedRows.Script;
import io.fieldhouse.tracktik.api.Query;
import io.fieldhouse.tracktik.api.TrackTikException;
import io.fieldhouse.tracktik.api.TrackTikException.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a naive model: a sorted set of ids that changes between any two requests. */
class MovingRowsTest {
    /**
     * How rows are sent.
     *
     * @param id how the id is written: as a number, or as text, whose order nobody knows
     * @param burst how many rows may come at once before all others
     * @param capMoves whether the most that are sent at once change under way
     * @param capSaid whether the envelope says how many are sent at most
     * @param descending whether the largest id comes first
     */
    private record Manner(String id, int burst, boolean capMoves, boolean capSaid, boolean descending) {
        private static final Manner PLAIN = new Manner("%d", 0, false, true, false);
    }

    /** Answers from rows that come and go, and that may be fewer at a time than were asked for. */
    private static final class Rows implements Script {
        private final Random random;
        private final TreeSet<Integer> ids;
        private final Set<Integer> staying;
        private final Manner manner;
        private int most;
        private int first;
        private int last;

        private Rows(long seed, Manner manner) {
            this.manner = manner;
            random = new Random(seed);
            last = 40 + random.nextInt(160);
            ids = new TreeSet<>(ScriptedRows.range(0, last));
            staying = ids.stream().filter(id -> id % 4 != 0).collect(Collectors.toSet());
            most = 3 + random.nextInt(30);
        }

        @Override
        public MockResponse answer(int offset, int limit, int request) {
            change();
            int cap = Math.min(most, limit);
            List<Integer> sorted = new ArrayList<>(manner.descending() ? ids.descendingSet() : ids);
            List<String> page = sorted.stream()
                    .skip(offset)
                    .limit(cap)
                    .map(manner.id()::formatted)
                    .toList();
            @Nullable Integer said = manner.capSaid() ? Integer.valueOf(cap) : null;
            return ScriptedRows.page(ids.size(), said, page);
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
            for (int i = 0; i < manner.burst() && first > -180; i++) {
                ids.add(--first);
            }
            if (manner.capMoves() && random.nextInt(5) == 0) {
                most = 3 + random.nextInt(30);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void rowThatStaysComesOnceWhateverComesAndGoesAroundIt(long seed) throws IOException {
        assertThat(read(seed, Manner.PLAIN)).map(id -> (Long) id).isSorted();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void rowWithATextForItsIdIsFoundWhereOthersVanish(long seed) throws IOException {
        read(seed, new Manner("\"b-%d\"", 0, false, true, false));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void manyRowsMayComeBeforeTheOthersUnderWay(long seed) throws IOException {
        read(seed, new Manner("%d", 60, false, true, false));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void pagesMayBecomeSmallerAndLargerUnderWay(long seed) throws IOException {
        read(seed, new Manner("%d", 0, true, true, false));
        read(seed, new Manner("%d", 0, true, false, false));
        read(seed, new Manner("%d", 20, true, false, false));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void idsMayDescend(long seed) throws IOException {
        assertThat(read(seed, new Manner("%d", 0, false, true, true)))
                .map(id -> (Long) id)
                .isSortedAccordingTo(Collections.reverseOrder());
        read(seed, new Manner("%d", 60, true, true, true));
    }

    /** Every row that stays, once. */
    private static List<Object> read(long seed, Manner manner) throws IOException {
        Rows rows = new Rows(seed, manner);
        Query query = Query.all().pageSize(5 + (int) (seed % 12));
        List<Object> read =
                ScriptedRows.read(manner.descending() ? query.sort("-id") : query, 1 + (int) (seed % 4), rows);

        assertThat(read).doesNotHaveDuplicates();
        assertThat(read)
                .map(id -> Integer.valueOf(id.toString().replace("b-", "")))
                .containsAll(rows.staying);
        return read;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void rowsThatChangePlacesAreNeitherLostNorDoubledInSilence(long seed) {
        Random random = new Random(seed);
        List<Integer> order = new ArrayList<>(ScriptedRows.range(0, 60));
        List<Object> read;
        try {
            read = ScriptedRows.read(Query.all().sort("startDateTime").pageSize(10), 1, (offset, limit, request) -> {
                if (random.nextInt(4) == 0) {
                    order.add(random.nextInt(order.size()), order.remove(random.nextInt(order.size())));
                }
                return ScriptedRows.page(
                        60, limit, order.stream().skip(offset).limit(limit).toList());
            });
        } catch (TrackTikException | IOException e) {
            assertThat(e).hasMessageContaining("moved while they were read");
            return;
        }
        assertThat(read).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"7, 5, 9; requested order", "7, 7, 9; twice"})
    void itemsOutOfOrderAreNotPagedThrough(String ids, String reason) {
        TrackTikException refused = ScriptedRows.refusal(
                Query.all(), (offset, limit, request) -> ScriptedRows.page(5, 3, List.of(ids.split(", ", -1))));

        assertThat(refused.kind()).isEqualTo(Kind.BAD_ANSWER);
        assertThat(refused).hasMessageContaining(reason);
    }
}
