package io.fieldhouse.servicetitan.accounting;

import io.fieldhouse.servicetitan.values.Batch;
import io.fieldhouse.servicetitan.values.Named;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A payment to a vendor. */
public record ApPayment(
        long id,
        @Nullable Boolean active,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable LocalDate date,
        @Nullable Instant approvedDate,
        @Nullable String method,
        @Nullable String name,
        @Nullable Boolean printCheck,
        @Nullable BigDecimal amount,
        @Nullable String errorMessage,
        @Nullable String status,
        @Nullable String syncStatus,
        @Nullable Batch batch,
        @Nullable Object glAccount,
        @Nullable Named businessUnit,
        @Nullable Named vendor,
        @Nullable Object remittanceVendor,
        @Nullable List<Split> splits,
        @Nullable List<ApPaymentCustomField> customFields) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "ApPayment[" + id + "]";
    }

    /** Split. */
    public record Split(
            @Nullable Long id,
            @Nullable Boolean active,
            @Nullable Instant createdOn,
            @Nullable Long documentId,
            @Nullable Long inventoryBillId,
            @Nullable BigDecimal amount) {
        /** Its kind and id, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "Split[" + id + "]";
        }
    }

    /** Ap payment custom field. */
    public record ApPaymentCustomField(
            @Nullable String name, @Nullable String value) {
        /** Its kind, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "ApPaymentCustomField[***]";
        }
    }
}
