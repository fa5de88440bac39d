package io.fieldhouse.servicetitan.accounting;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The part of a payment that is applied to one invoice: {@code appliedTo} is the invoice's id, {@code appliedId} that
 * of this part.
 */
public record PaymentSplit(
        @Nullable Long appliedId,
        @Nullable Long appliedTo,
        @Nullable BigDecimal appliedAmount,
        @Nullable Instant appliedOn,
        @Nullable String appliedBy,
        @Nullable String appliedToReferenceNumber) {
    /** Its kind, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "PaymentSplit[***]";
    }
}
