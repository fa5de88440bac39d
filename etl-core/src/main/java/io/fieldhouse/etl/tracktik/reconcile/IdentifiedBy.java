package io.fieldhouse.etl.tracktik.reconcile;

/** What a CSV names a site or a region by. Upper and lower case, and how many spaces there are, do not matter. */
public enum IdentifiedBy {
    /** The owner's own id of it; of a site, its building code. */
    CODE,
    /** Its name. */
    NAME,
    /** TrackTik's id of it. */
    ID
}
