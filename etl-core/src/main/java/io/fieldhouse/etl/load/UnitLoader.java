package io.fieldhouse.etl.load;

import java.util.List;

/** How the units of a load are loaded. Safe to be used by several threads. */
public interface UnitLoader {
    /** Gets from the vendor what the units need; no transaction is open meanwhile. */
    Fetched fetch(List<Claim> claims);

    /** What was fetched for a group of units. */
    interface Fetched extends AutoCloseable {
        /** Commits one of the units, and its end in the ledger, in one transaction. */
        LoadCounts commit(Claim claim);

        /** Lets go of what was staged. */
        @Override
        void close();
    }
}
