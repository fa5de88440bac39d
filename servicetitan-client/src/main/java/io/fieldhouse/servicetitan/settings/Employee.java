package io.fieldhouse.servicetitan.settings;

import io.fieldhouse.servicetitan.values.CustomField;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody who works in the office. */
public record Employee(
        long id,
        @Nullable Long userId,
        @Nullable String name,
        @Nullable Long businessUnitId,
        @Nullable Boolean active,
        @Nullable String role,
        @Nullable List<Long> roleIds,
        @Nullable String email,
        @Nullable String phoneNumber,
        @Nullable String loginName,
        @Nullable String aadUserId,
        @Nullable List<CustomField> customFields,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Employee[" + id + "]";
    }
}
