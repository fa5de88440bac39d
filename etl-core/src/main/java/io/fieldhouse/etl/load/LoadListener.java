package io.fieldhouse.etl.load;

import java.util.List;

/** Hears how a load goes on, from several threads. */
public interface LoadListener {
    /** Hears nothing. */
    LoadListener NONE = new LoadListener() {};

    /** More steps came to light. */
    default void found(List<Step> steps) {}

    /** A worker has begun a unit. */
    default void begun(Step step, Unit unit) {}

    /** There is nothing left to do but to wait for a unit that another load has claimed. */
    default void waiting(Unit unit) {}

    /** A unit has come to its end. */
    default void ended(UnitResult result) {}
}
