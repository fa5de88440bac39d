package io.fieldhouse.servicetitan.accounting;

import io.fieldhouse.servicetitan.values.Batch;
import io.fieldhouse.servicetitan.values.Named;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A vendor's credit in accounts payable. */
public record ApCredit(
        long id,
        @Nullable Long inventoryReturnId,
        @Nullable Long jobId,
        @Nullable Boolean active,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable LocalDate date,
        @Nullable Instant canceledOn,
        @Nullable String number,
        @Nullable String referenceNumber,
        @Nullable String memo,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal appliedAmount,
        @Nullable String status,
        @Nullable String syncStatus,
        @Nullable Batch batch,
        @Nullable Named businessUnit,
        @Nullable Object remittanceVendor,
        @Nullable Named vendor,
        @Nullable String paymentStatus,
        @Nullable List<Split> splits,
        @Nullable Long budgetCodeId,
        @Nullable List<ApCreditCustomField> customFields) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "ApCredit[" + id + "]";
    }

    /** Split. */
    public record Split(
            @Nullable Long id,
            @Nullable Boolean active,
            @Nullable Instant createdOn,
            @Nullable Long inventoryBillId,
            @Nullable Long vendorCreditId,
            @Nullable BigDecimal amount) {
        /** Its kind and id, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "Split[" + id + "]";
        }
    }

    /** Ap credit custom field. */
    public record ApCreditCustomField(
            @Nullable String name, @Nullable String value) {
        /** Its kind, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "ApCreditCustomField[***]";
        }
    }
}
