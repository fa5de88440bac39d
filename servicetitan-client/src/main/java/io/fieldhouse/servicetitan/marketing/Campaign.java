package io.fieldhouse.servicetitan.marketing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A campaign that brings jobs. {@code businessUnit} is a name, not an id. */
public record Campaign(
        long id,
        @Nullable String name,
        @Nullable Boolean active,
        @Nullable Category category,
        @Nullable String source,
        @Nullable String medium,
        @Nullable String otherSource,
        @Nullable String otherMedium,
        @Nullable String businessUnit,
        @Nullable Boolean isDefaultCampaign,
        @Nullable List<String> campaignPhoneNumbers,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Campaign[" + id + "]";
    }

    /** A kind of campaign. */
    public record Category(
            @Nullable Long id,
            @Nullable String name,
            @Nullable Boolean active) {
        /** Its kind and id, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "Category[" + id + "]";
        }
    }
}
