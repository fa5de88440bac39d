package io.fieldhouse.servicetitan.inventory;

import io.fieldhouse.servicetitan.values.Address;
import io.fieldhouse.servicetitan.values.CustomField;
import io.fieldhouse.servicetitan.values.ExternalData;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A vendor that inventory is bought from. */
public record Vendor(
        long id,
        @Nullable String name,
        @Nullable Boolean active,
        @Nullable Boolean isTruckReplenishment,
        @Nullable Boolean isMobileCreationRestricted,
        @Nullable String memo,
        @Nullable String deliveryOption,
        @Nullable BigDecimal defaultTaxRate,
        @Nullable Object contactInfo,
        @Nullable Address address,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable List<ExternalData> externalData,
        @Nullable List<CustomField> customFields) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Vendor[" + id + "]";
    }
}
