package io.fieldhouse.etl.tracktik.shifts;

import io.fieldhouse.etl.load.LoadCounts;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.etl.stage.Extract;
import io.fieldhouse.etl.tracktik.catalog.TrackTikFeeds;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was staged of shifts and of what belongs to them. To be used by one thread.
 *
 * <p>{@link #counts()} and {@link #cleanFeeds()} grow while what is missing is added and what is not usable is set aside.
 */
final class StagedShifts {
    private final Extract shifts;
    private final Extract sessions;
    private final Extract breaks;
    private final Extract summaries;
    private final Extract billed;
    private final Map<String, Long> setAside = new HashMap<>();
    private LoadCounts counts;

    StagedShifts(Extract shifts, Extract sessions, Extract breaks, Extract summaries, Extract billed) {
        this.shifts = shifts;
        this.sessions = sessions;
        this.breaks = breaks;
        this.summaries = summaries;
        this.billed = billed;
        this.counts = Stream.of(shifts, sessions, breaks, summaries, billed)
                .map(Extract::counts)
                .reduce(LoadCounts.NONE, LoadCounts::plus);
        setAside.put(TrackTikFeeds.SHIFTS.name(), shifts.staged().quarantined());
        setAside.put(TrackTikFeeds.WORK_SESSIONS.name(), sessions.staged().quarantined());
        setAside.put(TrackTikFeeds.BREAK_SESSIONS.name(), breaks.staged().quarantined());
        setAside.put(TrackTikFeeds.SHIFT_SUMMARIES.name(), summaries.staged().quarantined());
        setAside.put(TrackTikFeeds.BILLABLE_ITEMS.name(), billed.staged().quarantined());
    }

    /** The staging tables, by the names that statements have for them. */
    Map<String, SqlText> tables() {
        return Map.of(
                "shifts", shifts.table(),
                "sessions", sessions.table(),
                "breaks", breaks.table(),
                "summaries", summaries.table(),
                "billed", billed.table(),
                "refused", shifts.staged().refused());
    }

    /** How many shifts there are, by TrackTik's own count. */
    long vendorCount() {
        return shifts.vendorCount();
    }

    /** How many shifts came. */
    long came() {
        return shifts.staged().rows() + shifts.staged().quarantined();
    }

    /** Whether a shift that is not there is known to be gone: of every record it is known which shift it is. */
    boolean isComplete() {
        return shifts.staged().nameless() == 0;
    }

    /** Adds what was read later, and how many records of it, or of what was there, were set aside. */
    void add(String feed, LoadCounts read, long quarantined) {
        counts = counts.plus(read);
        setAside.merge(feed, quarantined, Long::sum);
    }

    LoadCounts counts() {
        return counts;
    }

    /** The feeds of which no record had to be set aside. */
    Set<String> cleanFeeds() {
        Set<String> clean = new HashSet<>();
        setAside.forEach((feed, records) -> {
            if (records == 0) {
                clean.add(feed);
            }
        });
        return clean;
    }
}
