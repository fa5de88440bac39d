package io.fieldhouse.servicetitan.marketing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a campaign costs a day in a month. */
public record CampaignCost(
        long id,
        @Nullable Long campaignId,
        @Nullable Integer year,
        @Nullable Integer month,
        @Nullable BigDecimal dailyCost) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "CampaignCost[" + id + "]";
    }
}
