package io.fieldhouse.etl.tracktik.shifts;

/** How the shifts of a sub-region are asked for. Whichever it is, what comes back is cut by the site's own region. */
public enum ShiftStrategy {
    /** By the ids of the sub-region's positions, in batches. Rests on nothing that is not proven. */
    BY_POSITIONS,
    /** By TrackTik's region header, whose ids are known to exist; fails where shifts of other regions come back. */
    BY_REGION_HEADER,
    /** All that the login may see, once a period, for all of its sub-regions. */
    WHOLE_WINDOW
}
