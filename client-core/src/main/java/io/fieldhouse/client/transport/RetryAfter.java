package io.fieldhouse.client.transport;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** How long an answer asks to wait. */
public final class RetryAfter {
    /** A longer wait is believed to be as long as this: a header may say anything. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,15}([.]\\d{1,18})?");

    private RetryAfter() {}

    /** Seconds, also parts of them, or a moment, which is compared with the moment of the answer; null if not said. */
    public static @Nullable Duration in(Headers headers) {
        String said = headers.get("Retry-After");
        if (said == null) {
            return null;
        }
        if (SECONDS.matcher(said).matches()) {
            return bounded(seconds(said));
        }
        Instant until = headers.getInstant("Retry-After");
        Instant answered = headers.getInstant("Date");
        return until == null || answered == null || until.isBefore(answered)
                ? null
                : bounded(Duration.between(answered, until));
    }

    /** Seconds, also parts of them, rounded up to milliseconds. */
    public static Duration seconds(String number) {
        return Duration.ofMillis(new BigDecimal(number)
                .movePointRight(3)
                .setScale(0, RoundingMode.CEILING)
                .longValueExact());
    }

    /** A wait, or the longest that is believed. */
    public static Duration bounded(Duration wait) {
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
