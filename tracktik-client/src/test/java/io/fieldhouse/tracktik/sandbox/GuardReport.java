package io.fieldhouse.tracktik.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a guard wrote midway through a shift, as some do. */
record GuardReport(Shift shift) {
    static final long FIRST_ID = 8_000_000;
    private static final List<String> STATUSES = List.of("APPROVED", "NEW", "VERIFICATION", "PENDING");

    static @Nullable GuardReport of(Shift shift) {
        boolean worked =
                shift.exists() && shift.outcome().clocked() && !shift.outcome().open();
        return worked && Chance.upTo(4, shift.drawn, 1) == 0 ? new GuardReport(shift) : null;
    }

    long id() {
        return FIRST_ID + shift.index;
    }

    Moment reportedOn() {
        return Moment.at(
                shift.start().epochSecond() + shift.minutes() * 30, shift.site().zone());
    }

    String status() {
        return STATUSES.get(Chance.upTo(STATUSES.size(), shift.drawn, 3));
    }
}
