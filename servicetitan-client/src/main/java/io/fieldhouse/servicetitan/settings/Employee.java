package io.fieldhouse.servicetitan.settings;

import io.fieldhouse.servicetitan.values.Address;
import io.fieldhouse.servicetitan.values.CustomField;
import java.math.BigDecimal;
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
        @Nullable Instant modifiedOn,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable Long managerId,
        @Nullable Boolean accountLocked,
        @Nullable Address home,
        @Nullable Integer agentId,
        @Nullable Instant startDate,
        @Nullable Instant terminationDate,
        @Nullable BigDecimal hourlyRate,
        @Nullable Long overtimeProfileId,
        @Nullable List<Permission> permissions) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Employee[" + id + "]";
    }

    /** Permission. */
    public record Permission(@Nullable Integer id, @Nullable String value) {
        /** Its kind and id, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "Permission[" + id + "]";
        }
    }
}
