package io.fieldhouse.tracktik.sandbox;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** What a guard clocked; a shift has up to two. */
final class WorkSession {
    static final int PER_SHIFT = 2;
    static final long FIRST_ID = 5_000_000;
    static final long FIRST_GEO_LOCATION = 600_000_000;

    final Shift shift;
    final int number;
    final Moment started;
    final @Nullable Moment ended;

    private WorkSession(Shift shift, int number, long started, @Nullable Long ended) {
        this.shift = shift;
        this.number = number;
        this.started = Moment.at(started, shift.site().zone());
        this.ended = ended == null ? null : Moment.at(ended, shift.site().zone());
    }

    static @Nullable WorkSession of(Shift shift, int number) {
        Outcome outcome = shift.outcome();
        boolean two = outcome == Outcome.TWO_SESSIONS;
        if (!shift.exists() || !outcome.clocked() || (number == 1 && !two)) {
            return null;
        }
        long in = shift.start().epochSecond() + 60L * (Chance.upTo(9, shift.drawn, 2) - 5);
        long out = shift.end().epochSecond() + 60L * Chance.upTo(5, shift.drawn, 3);
        long half = (shift.start().epochSecond() + shift.end().epochSecond()) / 2;
        return switch (outcome) {
            case LATE -> new WorkSession(shift, 0, shift.start().epochSecond() + 60L * lateMinutes(shift), out);
            case LEFT_EARLY -> new WorkSession(shift, 0, in, shift.end().epochSecond() - 60L * earlyMinutes(shift));
            case STAYED_LONG -> new WorkSession(shift, 0, in, out + 1_500);
            case UNDER_WAY, FORGOT -> new WorkSession(shift, 0, in, null);
            case TWO_SESSIONS ->
                number == 0 ? new WorkSession(shift, 0, in, half - 900) : new WorkSession(shift, 1, half + 900, out);
            default -> new WorkSession(shift, 0, in, out);
        };
    }

    static int lateMinutes(Shift shift) {
        return 8 + Chance.upTo(38, shift.drawn, 5);
    }

    static int earlyMinutes(Shift shift) {
        return 20 + Chance.upTo(41, shift.drawn, 5);
    }

    /** Null where a session is open or there is none: what it will be is not known. */
    static @Nullable Integer clockedMinutes(Shift shift) {
        WorkSession first = of(shift, 0);
        if (first == null || first.ended == null) {
            return first == null && shift.outcome().attendance().equals("MISSED") ? 0 : null;
        }
        WorkSession second = of(shift, 1);
        int within = second == null ? shift.breakMinutes() : 0;
        return first.minutes() + (second == null ? 0 : second.minutes()) - within;
    }

    long id() {
        return FIRST_ID + shift.index * PER_SHIFT + number;
    }

    /** Where it began; null where no device said so. */
    @Nullable Long geoLocation() {
        return shift.index % 9 == 0 ? null : (Long) (FIRST_GEO_LOCATION + id() - FIRST_ID);
    }

    boolean open() {
        return ended == null;
    }

    int minutes() {
        return ended == null ? 0 : (int) (ended.epochSecond() - started.epochSecond()) / 60;
    }

    /** Whether somebody took a break within or after it, and clocked that. */
    boolean hasBreak() {
        return number == 0 && !open() && (shift.outcome() == Outcome.TWO_SESSIONS || shift.breakMinutes() > 0);
    }

    Moment breakStart() {
        return shift.outcome() == Outcome.TWO_SESSIONS
                ? requireNonNull(ended)
                : Moment.at(
                        started.epochSecond() + minutes() * 30L, shift.site().zone());
    }

    Moment breakEnd() {
        return Moment.at(breakStart().epochSecond() + 1_800, shift.site().zone());
    }

    long breakMinutes() {
        return (breakEnd().epochSecond() - breakStart().epochSecond()) / 60;
    }
}
