package io.fieldhouse.servicetitan.accounting;

import io.fieldhouse.servicetitan.values.Batch;
import io.fieldhouse.servicetitan.values.CustomField;
import io.fieldhouse.servicetitan.values.LedgerAccount;
import io.fieldhouse.servicetitan.values.Named;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment, or a refund where it is negative. One payment may pay many invoices, or none yet: see {@code appliedTo}
 * and {@code unappliedAmount}. The day of payment is taken as it stands.
 */
public record Payment(
        long id,
        @Nullable LocalDate date,
        @Nullable BigDecimal total,
        @Nullable BigDecimal unappliedAmount,
        @Nullable String type,
        @Nullable String typeId,
        @Nullable Named customer,
        @Nullable Named businessUnit,
        @Nullable String referenceNumber,
        @Nullable String checkNumber,
        @Nullable String authCode,
        @Nullable String memo,
        @Nullable String syncStatus,
        @Nullable Batch batch,
        @Nullable Object deposit,
        @Nullable LedgerAccount generalLedgerAccount,
        @Nullable Long refundedPaymentId,
        @Nullable List<PaymentSplit> appliedTo,
        @Nullable List<CustomField> customFields,
        @Nullable String createdBy,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Boolean active) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Payment[" + id + "]";
    }
}
