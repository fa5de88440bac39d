package io.fieldhouse.servicetitan.values;

import org.jspecify.annotations.Nullable;

/** An account of the general ledger. */
public record LedgerAccount(
        @Nullable Long id,
        @Nullable String name,
        @Nullable String number,
        @Nullable String type,
        @Nullable String detailType) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "LedgerAccount[" + id + "]";
    }
}
