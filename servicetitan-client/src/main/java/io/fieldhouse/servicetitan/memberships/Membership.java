package io.fieldhouse.servicetitan.memberships;

import io.fieldhouse.servicetitan.values.CustomField;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer's membership. */
public record Membership(
        long id,
        @Nullable Instant createdOn,
        @Nullable Long createdById,
        @Nullable Instant modifiedOn,
        @Nullable Instant followUpOn,
        @Nullable Instant cancellationDate,
        @Nullable Instant from,
        @Nullable Instant nextScheduledBillDate,
        @Nullable Instant to,
        @Nullable Object billingFrequency,
        @Nullable Object renewalBillingFrequency,
        @Nullable Object status,
        @Nullable Object followUpStatus,
        @Nullable Boolean active,
        @Nullable BigDecimal initialDeferredRevenue,
        @Nullable Integer duration,
        @Nullable Integer renewalDuration,
        @Nullable Long businessUnitId,
        @Nullable Long customerId,
        @Nullable Long membershipTypeId,
        @Nullable Long activatedById,
        @Nullable Long activatedFromId,
        @Nullable Long billingTemplateId,
        @Nullable Long cancellationBalanceInvoiceId,
        @Nullable Long cancellationInvoiceId,
        @Nullable Long followUpCustomStatusId,
        @Nullable Long locationId,
        @Nullable Long paymentMethodId,
        @Nullable Long paymentTypeId,
        @Nullable Long recurringLocationId,
        @Nullable Long renewalMembershipTaskId,
        @Nullable Long renewedById,
        @Nullable Long soldById,
        @Nullable String customerPo,
        @Nullable String importId,
        @Nullable String memo,
        @Nullable List<CustomField> customFields) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Membership[" + id + "]";
    }
}
