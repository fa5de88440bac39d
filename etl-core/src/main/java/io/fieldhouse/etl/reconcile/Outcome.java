package io.fieldhouse.etl.reconcile;

import java.util.Locale;

/** What comparing a figure of a site came to. */
public enum Outcome {
    /** Equal within the tolerance; nothing on one side and 0 on the other are, too. */
    MATCH,
    /** Both have it, and it is not the same. */
    DIFFERENCE,
    /** The warehouse has it, and the CSV does not. */
    ONLY_HERE,
    /** The CSV has it, and the warehouse does not. */
    ONLY_THERE;

    /** The outcome that is stored as a text. */
    public static Outcome of(String stored) {
        return valueOf(stored.replace(' ', '_').toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
