package io.fieldhouse.servicetitan.crm;

import io.fieldhouse.servicetitan.values.Address;
import io.fieldhouse.servicetitan.values.CustomField;
import io.fieldhouse.servicetitan.values.ExternalData;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer. One that was merged names the other in {@code mergedToId}. */
public record Customer(
        long id,
        @Nullable Boolean active,
        @Nullable String name,
        @Nullable String type,
        @Nullable Address address,
        @Nullable List<CustomField> customFields,
        @Nullable BigDecimal balance,
        @Nullable Boolean taxExempt,
        @Nullable List<Long> tagTypeIds,
        @Nullable Boolean doNotMail,
        @Nullable Boolean doNotService,
        @Nullable Long mergedToId,
        @Nullable List<ExternalData> externalData,
        @Nullable Instant createdOn,
        @Nullable Long createdById,
        @Nullable Instant modifiedOn,
        @Nullable Boolean nationalAccount,
        @Nullable Long paymentTermId,
        @Nullable BigDecimal creditLimit,
        @Nullable BigDecimal creditLimitBalance) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Customer[" + id + "]";
    }
}
