package io.fieldhouse.etl.load;

/** Hears how a load goes on, from several threads. */
public interface LoadListener {
    /** Hears nothing. */
    LoadListener NONE = new LoadListener() {};

    /** Something that several units need is being fetched. */
    default void preparing(String what) {}

    /** A worker has begun a unit. */
    default void begun(Unit unit) {}

    /** There is nothing left to do but to wait for a unit that another load has claimed. */
    default void waiting(Unit unit) {}

    /** A unit has come to its end. */
    default void ended(UnitResult result) {}
}
