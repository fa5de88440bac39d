package io.fieldhouse.servicetitan.settings;

import io.fieldhouse.servicetitan.values.Address;
import io.fieldhouse.servicetitan.values.CustomField;
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
        @Nullable Instant modifiedOn) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Technician[" + id + "]";
    }
}
