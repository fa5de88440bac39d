package io.fieldhouse.servicetitan.marketing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A category of campaigns. */
public record CampaignCategory(
        long id,
        @Nullable String name,
        @Nullable Boolean active,
        @Nullable String type,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "CampaignCategory[" + id + "]";
    }
}
