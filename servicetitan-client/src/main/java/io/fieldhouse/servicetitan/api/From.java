package io.fieldhouse.servicetitan.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a reading of an export feed begins. Immutable.
 *
 * @param token the token to go on from; blank where one was expected and is missing, null for a start without a token
 * @param start a day or a moment as the parameter {@code from} takes it; null for the beginning
 * @param withRecentChanges whether the newest changes are asked for
 */
public record From(@Nullable String token, @Nullable String start, boolean withRecentChanges) {
    private static final From BEGINNING = new From(null, null, false);

    /** The first record of all. */
    public static From beginning() {
        return BEGINNING;
    }

    /** Everything that changed on this day or later. */
    public static From day(LocalDate day) {
        return new From(null, day.toString(), false);
    }

    /** Everything that changed at this moment or later; the moment is cut to microseconds. */
    public static From moment(Instant moment) {
        return new From(null, moment.truncatedTo(ChronoUnit.MICROS).toString(), false);
    }

    /**
     * Where a page of an earlier reading ended.
     *
     * @param token the value of {@link ExportPage#continueFrom}; if it is null or blank, the reading begins with the fallback
     * @param fallback where to begin if ServiceTitan refuses the token: a day before the last change that was read
     */
    public static From token(@Nullable String token, LocalDate fallback) {
        return day(fallback).after(token);
    }

    /**
     * Where a page of an earlier reading ended.
     *
     * @param token the value of {@link ExportPage#continueFrom}; if it is null or blank, the reading begins with the fallback
     * @param fallback where to begin if ServiceTitan refuses the token: a moment before the last change that was read
     */
    public static From token(@Nullable String token, Instant fallback) {
        return moment(fallback).after(token);
    }

    private From after(@Nullable String stored) {
        return new From(stored == null ? "" : stored.strip(), start, withRecentChanges);
    }

    /** Includes the newest changes, which ServiceTitan otherwise holds back for a while; more of them are sent again later. */
    public From recentChanges() {
        return new From(token, start, true);
    }

    /** The value of the parameter {@code from}; nothing for the beginning. */
    public Optional<String> parameter() {
        return token == null || token.isEmpty() ? Optional.ofNullable(start) : Optional.of(token);
    }

    /** Where to begin if the token is refused or blank; nothing for a start without a token. */
    public Optional<From> fallback() {
        return token == null || start == null
                ? Optional.empty()
                : Optional.of(new From(null, start, withRecentChanges));
    }

    /** Whether the reading begins with the fallback, since the token is blank. */
    public boolean isFallback() {
        return token != null && token.isEmpty();
    }

    /** The same with another token, which has no fallback. */
    public From next(String other) {
        return new From(other, null, withRecentChanges);
    }

    /** Does not show the token. */
    @Override
    public String toString() {
        String shown = token == null || token.isEmpty() ? (start == null ? "the beginning" : start) : "a token";
        return "From[" + shown + (withRecentChanges ? ", with recent changes" : "") + "]";
    }
}
