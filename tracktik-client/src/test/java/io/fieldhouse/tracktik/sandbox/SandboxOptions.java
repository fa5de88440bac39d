package io.fieldhouse.tracktik.sandbox;

import java.time.Clock;
import java.time.Duration;

/**
 * How a sandbox behaves, apart from its data.
 *
 * @param clock by which tokens expire
 * @param tokenLife how long an access token is good for
 * @param mostRowsInTime a date range of shifts with more rows than this is a 504
 * @param mostDaysInTime a date range of shifts with more days than this is a 504
 * @param timeoutAfter how long that 504 takes to come
 * @param latency how long every answer of the API takes
 * @param timestamps how the fields that the vendor calls timestamps are sent
 */
public record SandboxOptions(
        Clock clock,
        Duration tokenLife,
        long mostRowsInTime,
        long mostDaysInTime,
        Duration timeoutAfter,
        Duration latency,
        TimestampForm timestamps) {

    /** Tokens of an hour by the system's clock, no waiting, and no range too wide. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(
                Clock.systemUTC(),
                Duration.ofHours(1),
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                Duration.ZERO,
                Duration.ZERO,
                TimestampForm.EPOCH_NUMBER);
    }

    public SandboxOptions withClock(Clock other) {
        return new SandboxOptions(other, tokenLife, mostRowsInTime, mostDaysInTime, timeoutAfter, latency, timestamps);
    }

    public SandboxOptions withTokenLife(Duration life) {
        return new SandboxOptions(clock, life, mostRowsInTime, mostDaysInTime, timeoutAfter, latency, timestamps);
    }

    /** Answers 504 to a date range of shifts with more rows or days than these. */
    public SandboxOptions withMostInTime(long rows, long days) {
        return new SandboxOptions(clock, tokenLife, rows, days, timeoutAfter, latency, timestamps);
    }

    public SandboxOptions withTimeoutAfter(Duration wait) {
        return new SandboxOptions(clock, tokenLife, mostRowsInTime, mostDaysInTime, wait, latency, timestamps);
    }

    public SandboxOptions withLatency(Duration wait) {
        return new SandboxOptions(clock, tokenLife, mostRowsInTime, mostDaysInTime, timeoutAfter, wait, timestamps);
    }

    public SandboxOptions withTimestamps(TimestampForm form) {
        return new SandboxOptions(clock, tokenLife, mostRowsInTime, mostDaysInTime, timeoutAfter, latency, form);
    }
}
