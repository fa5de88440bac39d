package io.fieldhouse.servicetitan.crm;

import io.fieldhouse.servicetitan.values.Address;
import io.fieldhouse.servicetitan.values.CustomField;
import io.fieldhouse.servicetitan.values.ExternalData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place where a customer has work done. */
public record Location(
        long id,
        @Nullable Long customerId,
        @Nullable Boolean active,
        @Nullable String name,
        @Nullable Address address,
        @Nullable List<CustomField> customFields,
        @Nullable Long taxZoneId,
        @Nullable Long zoneId,
        @Nullable Boolean taxExempt,
        @Nullable List<Long> tagTypeIds,
        @Nullable Long mergedToId,
        @Nullable List<ExternalData> externalData,
        @Nullable Instant createdOn,
        @Nullable Long createdById,
        @Nullable Instant modifiedOn) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Location[" + id + "]";
    }
}
