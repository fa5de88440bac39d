package io.fieldhouse.tracktik;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.client.Page;
import io.fieldhouse.client.Paged;
import io.fieldhouse.client.Pages;
import io.fieldhouse.tracktik.ScriptedRows.Script;
import io.fieldhouse.tracktik.api.Query;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Items that cannot be read, anywhere in an answer, against a naive model of rows that come and go. */
class UnreadableRowsTest {
    /** What a row is sent as, where ids are numbers and where they are texts. */
    private enum Kind {
        READABLE("{\"id\":%d}", "{\"id\":\"b-%d\"}"),
        WITH_ID("{\"id\":%d,\"isGlobal\":\"?\"}", "{\"id\":\"b-%d\",\"a\":1,\"a\":2}"),
        WITH_ODD_ID("{\"id\":\"x-%d\"}", "{\"id\":[%d],\"a\":1,\"a\":2}"),
        WITHOUT_ID("{\"name\":\"%d\"}", "[%d]"),
        ALIKE("{\"name\":\"?\"}", "null");

        private final String numbered;
        private final String named;

        Kind(String numbered, String named) {
            this.numbered = numbered;
            this.named = named;
        }
    }

    /** How many of ten rows are of each kind but the first. */
    private record Mix(int withId, int withOddId, int withoutId, int alike) {
        Kind of(int number, long seed) {
            int drawn = new Random(seed * 1_000_003 + number).nextInt(10);
            for (Kind kind : List.of(Kind.WITH_ID, Kind.WITH_ODD_ID, Kind.WITHOUT_ID, Kind.ALIKE)) {
                drawn -= share(kind);
                if (drawn < 0) {
                    return kind;
                }
            }
            return Kind.READABLE;
        }

        private int share(Kind kind) {
            return switch (kind) {
                case WITH_ID -> withId;
                case WITH_ODD_ID -> withOddId;
                case WITHOUT_ID -> withoutId;
                case ALIKE -> alike;
                case READABLE -> 10 - withId - withOddId - withoutId - alike;
            };
        }
    }

    /** Answers from rows of such a mix: every third time in descending order, every other time with texts for ids. */
    private static final class Rows implements Script {
        private final long seed;
        private final Mix mix;
        private final boolean moving;
        private final Random random;
        private final int first;
        private final TreeSet<Integer> numbers;
        private final NavigableSet<Integer> ever;
        private int most = Query.LARGEST_PAGE;

        private Rows(long seed, Mix mix, boolean moving) {
            this.seed = seed;
            this.mix = mix;
            this.moving = moving;
            random = new Random(seed);
            first = 40 + random.nextInt(120);
            numbers = new TreeSet<>(ScriptedRows.range(0, first));
            ever = new TreeSet<>(numbers);
        }

        private boolean descending() {
            return seed % 3 == 0;
        }

        private boolean named() {
            return seed % 2 == 0;
        }

        @Override
        public MockResponse answer(int offset, int limit, int request) {
            if (moving) {
                move();
            }
            int cap = Math.min(most, limit);
            return ScriptedRows.rows(
                    numbers.size(),
                    cap,
                    inOrder(numbers).stream()
                            .skip(offset)
                            .limit(cap)
                            .map(this::json)
                            .toList());
        }

        /** Every fourth row may vanish, new ones come at the end, and fewer may be sent at a time. */
        private void move() {
            for (int i = 0; i < random.nextInt(3); i++) {
                numbers.remove(random.nextInt(first / 4 + 1) * 4);
            }
            if (random.nextInt(4) == 0 && ever.size() < 400) {
                numbers.add(ever.last() + 1);
                ever.add(ever.last() + 1);
            }
            if (random.nextInt(5) == 0) {
                most = 3 + random.nextInt(30);
            }
        }

        private List<Integer> inOrder(NavigableSet<Integer> some) {
            return new ArrayList<>(descending() ? some.descendingSet() : some);
        }

        private boolean isReadable(int number) {
            return mix.of(number, seed) == Kind.READABLE;
        }

        private String json(int number) {
            Kind kind = mix.of(number, seed);
            return (named() ? kind.named : kind.numbered).formatted(number);
        }

        private List<String> sent(Predicate<Integer> which) {
            return inOrder(ever).stream().filter(which).map(this::json).toList();
        }

        private boolean stays(int number) {
            return number % 4 != 0 && number < first;
        }
    }

    /** What was handed out, as it came. */
    private record Handed(List<String> readable, List<String> unreadable) {}

    private static Handed read(Rows rows, int pageSize) throws IOException {
        Query all = Query.all().pageSize(pageSize);
        Query query = rows.descending() ? all.sort("-id") : all;
        return ScriptedRows.read(
                1 + (int) (rows.seed % 4),
                rows,
                tracktik -> rows.named()
                        ? handed(tracktik.resources().read("zones", query))
                        : handed(tracktik.billing().billItems(query)));
    }

    private static <T> Handed handed(Paged<T> answer) {
        Handed handed = new Handed(new ArrayList<>(), new ArrayList<>());
        try (Pages<T> pages = answer.pages()) {
            while (pages.hasNext()) {
                Page<T> page = pages.next();
                for (int i = 0; i < page.items().size(); i++) {
                    handed.readable.add(page.json(i).utf8());
                }
                page.unreadable()
                        .forEach(item -> handed.unreadable.add(item.json().utf8()));
            }
        }
        return handed;
    }

    static Stream<Arguments> mixes() {
        return Stream.of(
                        new Mix(3, 0, 0, 0),
                        new Mix(0, 0, 1, 0),
                        new Mix(0, 0, 0, 1),
                        new Mix(1, 1, 1, 1),
                        new Mix(0, 0, 2, 2),
                        new Mix(10, 0, 0, 0),
                        new Mix(0, 10, 0, 0),
                        new Mix(0, 0, 10, 0),
                        new Mix(0, 0, 0, 10))
                .flatMap(mix -> LongStream.rangeClosed(1, 6).mapToObj(seed -> Arguments.of(mix, seed)));
    }

    @ParameterizedTest
    @MethodSource("mixes")
    void pagesOfAnySizeHandOutEveryItemOnce(Mix mix, long seed) throws IOException {
        Rows rows = new Rows(seed, mix, false);

        Handed handed = read(rows, 2 + new Random(seed).nextInt(30));

        assertThat(handed.readable).containsExactlyElementsOf(rows.sent(rows::isReadable));
        assertThat(handed.unreadable).containsExactlyElementsOf(rows.sent(number -> !rows.isReadable(number)));
    }

    @ParameterizedTest
    @MethodSource("mixes")
    void itemThatStaysComesOnceWhateverComesAndGoesAroundIt(Mix mix, long seed) throws IOException {
        Rows rows = new Rows(seed, mix, true);

        Handed handed = read(rows, 5 + (int) seed);

        Map<String, Long> ever = often(rows.sent(number -> true));
        Map<String, Long> staying = often(rows.sent(rows::stays));
        Map<String, Long> came = often(handed.readable);
        came.putAll(often(handed.unreadable));
        assertThat(came.keySet()).containsAll(staying.keySet());
        // Those that are alike can only be counted.
        assertThat(came)
                .allSatisfy((json, times) -> assertThat(times)
                        .as(json)
                        .isBetween(staying.getOrDefault(json, 0L), ever.getOrDefault(json, 0L)));
    }

    private static Map<String, Long> often(List<String> items) {
        return items.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
