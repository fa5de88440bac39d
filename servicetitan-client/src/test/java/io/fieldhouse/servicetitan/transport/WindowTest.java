package io.fieldhouse.servicetitan.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("times")
class WindowTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void lastItemTakenAndTheOneBehindItAreInAWindow(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            long place = random.nextInt(1 << random.nextInt(1, 24));
            int most = random.nextInt(20, 5001);
            Window window = Window.with(place, 1, most);

            assertThat(window.begin()).isLessThanOrEqualTo(place);
            assertThat(window.end()).isGreaterThan(place + 1);
            assertThat(window.size()).isLessThanOrEqualTo(most);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 7, 10})
    void smallWindowsAreAFewItemsLargerWhereNothingElseHelps(int most) {
        for (long place = 0; place < 20_000; place++) {
            Window window = Window.with(place, 1, most);

            assertThat(window.begin()).isLessThanOrEqualTo(place);
            assertThat(window.end()).isGreaterThan(place + 1);
            assertThat(window.size()).isLessThanOrEqualTo(most + 10);
        }
    }

    @ParameterizedTest
    @CsvSource({"1000, 500000, 1.06", "5000, 500000, 1.05", "100, 100000, 1.15"})
    void longListTakesHardlyMoreWindowsThanPagesSideBySide(int most, long items, double ratio) {
        int windows = 0;
        for (long end = 0; end < items; windows++) {
            end = Window.with(Math.max(0, end - 1), 1, most).end();
        }
        assertThat(windows).isLessThan((int) (ratio * items / most));
    }

    @Test
    void moreBehindTheItemMayBeWanted() {
        for (long place = 0; place < 2_000; place++) {
            assertThat(Window.with(place, 5, 6).end()).isGreaterThan(place + 5);
        }
    }

    @Test
    void firstWindowIsTheFirstPage() {
        assertThat(Window.with(0, 1, 1000)).isEqualTo(new Window(1, 1000));
        assertThat(Window.with(999, 1, 1000)).isEqualTo(new Window(2, 999));
    }
}
