package io.fieldhouse.servicetitan.accounting;

import io.fieldhouse.servicetitan.values.Address;
import io.fieldhouse.servicetitan.values.Batch;
import io.fieldhouse.servicetitan.values.Named;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A credit memo, with the invoices that it is applied to. */
public record CreditMemo(
        long id,
        @Nullable LocalDate date,
        @Nullable String referenceNumber,
        @Nullable BigDecimal subTotal,
        @Nullable BigDecimal salesTax,
        @Nullable Object salesTaxCode,
        @Nullable BigDecimal total,
        @Nullable BigDecimal balance,
        @Nullable List<AppliedTo> appliedTo,
        @Nullable Named customer,
        @Nullable Address customerAddress,
        @Nullable Named location,
        @Nullable Address locationAddress,
        @Nullable Named businessUnit,
        @Nullable String syncStatus,
        @Nullable Batch batch,
        @Nullable List<CreditMemoCustomField> customFields,
        @Nullable Instant createdOn,
        @Nullable String createdBy,
        @Nullable Instant modifiedOn,
        @Nullable String modifiedBy,
        @Nullable String description,
        @Nullable Boolean active,
        @Nullable String importId,
        @Nullable String exportId) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "CreditMemo[" + id + "]";
    }

    /** Applied to. */
    public record AppliedTo(
            @Nullable Long appliedId,
            @Nullable Long appliedTo,
            @Nullable BigDecimal appliedAmount,
            @Nullable LocalDate appliedOn,
            @Nullable String appliedBy,
            @Nullable String appliedToReferenceNumber) {
        /** Its kind, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "AppliedTo[***]";
        }
    }

    /** Credit memo custom field. */
    public record CreditMemoCustomField(
            @Nullable String name, @Nullable String value) {
        /** Its kind, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "CreditMemoCustomField[***]";
        }
    }
}
