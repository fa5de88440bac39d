package io.fieldhouse.servicetitan.accounting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tax zone. */
public record TaxZone(
        long id,
        @Nullable String name,
        @Nullable Integer color,
        @Nullable Boolean isTaxRateSeparated,
        @Nullable Boolean isMultipleTaxZone,
        @Nullable List<Rate> rates,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Boolean active) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "TaxZone[" + id + "]";
    }

    /** Rate. */
    public record Rate(
            @Nullable Long id,
            @Nullable String taxName,
            @Nullable List<String> taxBaseType,
            @Nullable BigDecimal taxRate,
            @Nullable String salesTaxItem) {
        /** Its kind and id, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "Rate[" + id + "]";
        }
    }
}
