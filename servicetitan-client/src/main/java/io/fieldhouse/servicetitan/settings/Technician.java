package io.fieldhouse.servicetitan.settings;

import io.fieldhouse.servicetitan.values.Address;
import io.fieldhouse.servicetitan.values.CustomField;
import io.fieldhouse.servicetitan.values.Named;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody who does the work. */
public record Technician(
        long id,
        @Nullable Long userId,
        @Nullable String name,
        @Nullable Long businessUnitId,
        @Nullable Boolean active,
        @Nullable List<Long> roleIds,
        @Nullable Long mainZoneId,
        @Nullable List<Long> zoneIds,
        @Nullable String email,
        @Nullable String phoneNumber,
        @Nullable String loginName,
        @Nullable Address home,
        @Nullable BigDecimal dailyGoal,
        @Nullable Boolean isManagedTech,
        @Nullable BigDecimal burdenRate,
        @Nullable BigDecimal hourlyRate,
        @Nullable BigDecimal commissionRate,
        @Nullable String team,
        @Nullable String status,
        @Nullable String jobFilter,
        @Nullable String aadUserId,
        @Nullable List<CustomField> customFields,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Object licenseType,
        @Nullable List<Permission> permissions,
        @Nullable Boolean accountLocked,
        @Nullable BigDecimal currentValue,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable Long jobId,
        @Nullable String mobilePhone,
        @Nullable String outboundCallerId,
        @Nullable String payrollId,
        @Nullable Long payrollProfileId,
        @Nullable Long appoitmentId,
        @Nullable String shiftStart,
        @Nullable String shiftEnd,
        @Nullable BigDecimal soldByRate,
        @Nullable Instant startDate,
        @Nullable List<Named> skills,
        @Nullable List<String> positions,
        @Nullable Object location,
        @Nullable String bio,
        @Nullable String memo) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Technician[" + id + "]";
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
