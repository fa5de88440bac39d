package io.fieldhouse.servicetitan.accounting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A journal entry. */
public record JournalEntry(
        @Nullable String id,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Integer number,
        @Nullable String name,
        @Nullable String source,
        @Nullable String status,
        @Nullable String syncStatus,
        @Nullable Integer versionId,
        @Nullable Integer lastSyncVersionId,
        @Nullable String message,
        @Nullable LocalDate postDate,
        @Nullable Instant exportedOn,
        @Nullable Object exportedBy,
        @Nullable List<JournalEntryCustomField> customFields,
        @Nullable String url,
        @Nullable Boolean isEmpty) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "JournalEntry[" + id + "]";
    }

    /** Journal entry custom field. */
    public record JournalEntryCustomField(
            @Nullable String name, @Nullable String value) {
        /** Its kind, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "JournalEntryCustomField[***]";
        }
    }
}
