package io.fieldhouse.servicetitan.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** By a clock that stands still unless it is moved, so nothing here waits. */
class SpacingTest {
    private static final Duration AT_ONCE = Duration.ZERO;

    private final AtomicLong seconds = new AtomicLong(-5);
    private final Spacing minute = new Spacing(Duration.ofMinutes(1), this::nanoTime, wait -> {});

    private long nanoTime() {
        return Duration.ofSeconds(seconds.get()).toNanos();
    }

    @Test
    void turnsAreAMinuteApartWheneverTheFirstOneWas() throws InterruptedException {
        assertThat(minute.acquire(AT_ONCE)).isTrue();
        assertThat(minute.acquire(AT_ONCE)).isFalse();
        seconds.addAndGet(59);
        assertThat(minute.acquire(AT_ONCE)).isFalse();
        seconds.addAndGet(60);
        assertThat(minute.acquire(AT_ONCE)).isTrue();
        seconds.addAndGet(1);
        // Another minute of the clock has begun, and only a second is over.
        assertThat(minute.acquire(AT_ONCE)).isFalse();
        assertThat(minute.acquire(Duration.ofSeconds(58))).isFalse();
        seconds.addAndGet(59);
        assertThat(minute.acquire(AT_ONCE)).isTrue();
    }

    @Test
    void waitIsToldBeforeItBegins() throws InterruptedException {
        List<Duration> waits = new ArrayList<>();
        // Here the time is over as soon as it is told.
        Spacing told = new Spacing(Duration.ofMinutes(1), this::nanoTime, wait -> {
            waits.add(wait);
            seconds.addAndGet(wait.toSeconds());
        });
        told.acquire(AT_ONCE);
        seconds.addAndGet(13);
        assertThat(waits).isEmpty();

        assertThat(told.acquire(Duration.ofHours(1))).isTrue();
        assertThat(waits).containsExactly(Duration.ofSeconds(47));
    }

    @Test
    void turnsThatNobodyTookAreNotSaved() throws InterruptedException {
        minute.acquire(AT_ONCE);
        seconds.addAndGet(600);

        assertThat(minute.acquire(AT_ONCE)).isTrue();
        assertThat(minute.acquire(AT_ONCE)).isFalse();
    }

    @Test
    void firstTurnMayBeOneToWaitFor() throws InterruptedException {
        Spacing later = Spacing.afterNow(Duration.ofMinutes(1), this::nanoTime);

        assertThat(later.acquire(AT_ONCE)).isFalse();
        seconds.addAndGet(60);
        assertThat(later.acquire(AT_ONCE)).isTrue();
    }

    @Test
    void turnThatIsGivenUpIsTakenByAnother() throws InterruptedException {
        minute.acquire(AT_ONCE);
        Thread waiting = new Thread(() -> {
            try {
                minute.acquire(Duration.ofMinutes(2));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        waiting.start();
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        waiting.interrupt();
        waiting.join();

        seconds.addAndGet(60);
        assertThat(minute.acquire(AT_ONCE)).isTrue();
    }
}
