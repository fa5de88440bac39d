package io.fieldhouse.servicetitan.memberships;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type of memberships. */
public record MembershipType(
        long id,
        @Nullable String name,
        @Nullable String displayName,
        @Nullable Boolean active,
        @Nullable Object discountMode,
        @Nullable Object locationTarget,
        @Nullable Object revenueRecognitionMode,
        @Nullable Boolean autoCalculateInvoiceTemplates,
        @Nullable Boolean useMembershipPricingTable,
        @Nullable Boolean showMembershipSavings,
        @Nullable Instant createdOn,
        @Nullable Long createdById,
        @Nullable Instant modifiedOn,
        @Nullable String importId,
        @Nullable Long billingTemplateId,
        @Nullable BigDecimal discount,
        @Nullable List<DurationBilling> durationBilling,
        @Nullable List<Discount> discounts,
        @Nullable List<RecurringService> recurringServices,
        @Nullable List<Long> tagTypeIds) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "MembershipType[" + id + "]";
    }

    /** Duration billing. */
    public record DurationBilling(
            @Nullable Integer duration,
            @Nullable Object billingFrequency,
            @Nullable BigDecimal salePrice,
            @Nullable BigDecimal billingPrice,
            @Nullable BigDecimal renewalPrice) {
        /** Its kind, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "DurationBilling[***]";
        }
    }

    /** Discount. */
    public record Discount(
            @Nullable Long targetId, @Nullable BigDecimal discount) {
        /** Its kind, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "Discount[***]";
        }
    }

    /** Recurring service. */
    public record RecurringService(
            @Nullable Long membershipTypeId,
            @Nullable Long recurringServiceTypeId,
            @Nullable Integer offset,
            @Nullable Object offsetType,
            @Nullable BigDecimal allocation) {
        /** Its kind, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "RecurringService[***]";
        }
    }
}
