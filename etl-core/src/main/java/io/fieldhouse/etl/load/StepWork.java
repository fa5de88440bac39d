package io.fieldhouse.etl.load;

import java.util.List;
import java.util.function.Supplier;

/** Does the steps of one load. Safe to be used by several threads. */
public interface StepWork {
    /**
     * Gets what a step needs from the vendor, ready to be committed; no transaction is open while the vendor is asked.
     *
     * @param claims those of the step's units that are to be loaded
     */
    Prepared prepare(Step step, List<Claim> claims);

    /** What is ready to be committed. */
    interface Prepared extends AutoCloseable {
        /** Commits one of the units, and its end in the ledger, in one transaction. */
        Done commit(Claim claim);

        /** Lets go of what was staged. */
        @Override
        void close();
    }

    /**
     * What committing a unit did.
     *
     * @param found looks for the steps that came to light; they are done in the next phase
     */
    record Done(LoadCounts counts, Supplier<List<Step>> found) {
        public Done(LoadCounts counts) {
            this(counts, List::of);
        }
    }
}
