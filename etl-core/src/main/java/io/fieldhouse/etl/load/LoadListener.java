package io.fieldhouse.etl.load;

/** Hears how a load goes on, from several threads. */
public interface LoadListener {
    /** Hears nothing. */
    LoadListener NONE = new LoadListener() {};

    /** Something that several units need is being fetched. */
    default void preparing(String what) {}

    /** A worker has begun a unit. */
    default void begun(Unit unit) {}

    /** A unit has come to its end. */
    default void ended(UnitResult result) {}
}
