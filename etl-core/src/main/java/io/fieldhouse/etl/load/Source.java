package io.fieldhouse.etl.load;

import java.util.List;

/** A vendor whose data is loaded. Thread-safe. */
public interface Source {
    /** Its name in the ledger. */
    String name();

    /** The names that a request can be restricted to are of these kinds, such as {@code region}. */
    List<String> kindsOfNames();

    /** What is read from the vendor, by the names that the quarantine has it by. */
    List<String> feeds();

    /** The names of the quality rules for its data. */
    List<String> rules();

    /** What a schedule asks for: what is new, what has changed, and what is still open. */
    LoadRequest recent(Recent range);

    /**
     * Plans a load; writes nothing.
     *
     * @throws io.fieldhouse.etl.Refusal if the request cannot be met
     */
    LoadPlan plan(LoadRequest request, LedgerView ledger);

    /** Begins to do what was planned. */
    StepWork begin(LoadPlan plan, LoadContext context);

    /** How far back a schedule looks. */
    enum Recent {
        /** Yesterday. */
        DAILY(1),
        /** The last seven days. */
        WEEKLY(7);

        private final int days;

        Recent(int days) {
            this.days = days;
        }

        public int days() {
            return days;
        }
    }
}
