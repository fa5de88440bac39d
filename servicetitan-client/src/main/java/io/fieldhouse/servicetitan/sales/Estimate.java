package io.fieldhouse.servicetitan.sales;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An estimate with its items; what is sold is the sum of the subtotals of sold ones. It has no total: that is {@code
 * subtotal} and {@code tax}.
 */
public record Estimate(
        long id,
        @Nullable Long jobId,
        @Nullable Long projectId,
        @Nullable Long locationId,
        @Nullable Long customerId,
        @Nullable String name,
        @Nullable String jobNumber,
        @Nullable Status status,
        @Nullable String reviewStatus,
        @Nullable String summary,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Instant soldOn,
        @Nullable Long soldBy,
        @Nullable Boolean active,
        @Nullable BigDecimal subtotal,
        @Nullable BigDecimal tax,
        @Nullable Long businessUnitId,
        @Nullable String businessUnitName,
        @Nullable Boolean isRecommended,
        @Nullable Boolean isChangeOrder,
        @Nullable String proposalTagName,
        @Nullable List<EstimateItem> items,
        @Nullable List<Link> externalLinks,
        @Nullable Long budgetCodeId) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Estimate[" + id + "]";
    }

    /** Where it stands: {@code Open}, {@code Sold} or {@code Dismissed}. */
    public record Status(@Nullable Integer value, @Nullable String name) {
        /** Its kind, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "Status[***]";
        }
    }

    /** An address outside of ServiceTitan. */
    public record Link(@Nullable String name, @Nullable String url) {
        /** Its kind, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "Link[***]";
        }
    }
}
