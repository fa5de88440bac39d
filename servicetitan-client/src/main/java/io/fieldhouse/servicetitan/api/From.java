package io.fieldhouse.servicetitan.api;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a reading of an export feed begins. Immutable. */
public final class From {
    private static final From BEGINNING = new From(null, null, false);

    /** Blank where one was to be had, and is none; null where none was. */
    private final @Nullable String token;

    private final @Nullable LocalDate day;
    private final boolean recentChanges;

    private From(@Nullable String token, @Nullable LocalDate day, boolean recentChanges) {
        this.token = token;
        this.day = day;
        this.recentChanges = recentChanges;
    }

    /** With the first that ever was. */
    public static From beginning() {
        return BEGINNING;
    }

    /** With what changed on that day or later. */
    public static From day(LocalDate day) {
        return new From(null, day, false);
    }

    /**
     * Where a page of an earlier reading ended.
     *
     * @param token what {@link ExportPage#continueFrom} said; none or a blank one where nothing was stored yet:
     *     the fallback is taken
     * @param fallback the day to begin with where ServiceTitan refuses the token: before the last change that was read
     */
    public static From token(@Nullable String token, LocalDate fallback) {
        return new From(token == null ? "" : token.strip(), fallback, false);
    }

    /**
     * The newest changes at once, which ServiceTitan otherwise holds back for a while; in exchange more of them come again
     * later.
     */
    public From recentChanges() {
        return new From(token, day, true);
    }

    /** What the parameter {@code from} says; nothing for the beginning. */
    public Optional<String> parameter() {
        return token == null || token.isEmpty()
                ? Optional.ofNullable(day).map(LocalDate::toString)
                : Optional.of(token);
    }

    /** The day to begin with if the token is refused, or is none; nothing where it was not a matter of tokens. */
    public Optional<LocalDate> fallback() {
        return token == null ? Optional.empty() : Optional.ofNullable(day);
    }

    /** Whether it is to begin with the fallback, since the token is blank. */
    public boolean isFallback() {
        return token != null && token.isEmpty();
    }

    /** The same, but by another token, which has no fallback. */
    public From next(String other) {
        return new From(other, null, recentChanges);
    }

    /** Whether the newest changes are asked for. */
    public boolean withRecentChanges() {
        return recentChanges;
    }

    @Override
    public String toString() {
        String start = token == null || token.isEmpty() ? (day == null ? "the beginning" : day.toString()) : "a token";
        return "From[" + start + (recentChanges ? ", with recent changes" : "") + "]";
    }
}
