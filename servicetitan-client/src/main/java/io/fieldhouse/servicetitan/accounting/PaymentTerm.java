package io.fieldhouse.servicetitan.accounting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Terms of payment. */
public record PaymentTerm(
        long id,
        @Nullable String name,
        @Nullable String dueDayType,
        @Nullable Integer dueDay,
        @Nullable Boolean isCustomerDefault,
        @Nullable Boolean isVendorDefault,
        @Nullable Boolean active,
        @Nullable Boolean inUse,
        @Nullable Instant modifiedOn,
        @Nullable Instant createdOn,
        @Nullable PaymentTermDiscountModel paymentTermDiscountModel,
        @Nullable InterestSettings interestSettings) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "PaymentTerm[" + id + "]";
    }

    /** Payment term discount model. */
    public record PaymentTermDiscountModel(
            @Nullable Long id,
            @Nullable Object discountApplyTo,
            @Nullable BigDecimal discount,
            @Nullable Object discountType,
            @Nullable String account,
            @Nullable Object applyBy,
            @Nullable Integer applyByValue) {
        /** Its kind and id, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "PaymentTermDiscountModel[" + id + "]";
        }
    }

    /** Interest settings. */
    public record InterestSettings(
            @Nullable Long id,
            @Nullable String rateType,
            @Nullable BigDecimal flatRateValue,
            @Nullable BigDecimal percentageRateValue,
            @Nullable Object chargeMethod,
            @Nullable String frequency,
            @Nullable Integer gracePeriod,
            @Nullable List<String> targetInvoices,
            @Nullable Long taskId,
            @Nullable String taskDisplayName) {
        /** Its kind and id, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "InterestSettings[" + id + "]";
        }
    }
}
