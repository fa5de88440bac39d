package io.fieldhouse.tracktik.entities;

import io.fieldhouse.tracktik.api.Ref;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A position (post) at a site. Some have no account.
 *
 * <p>Sent only when included: {@code billingSetting}, {@code isTeamLeader}, {@code createdBy}, {@code createdOn},
 * {@code updatedBy}, {@code updatedOn}, {@code uri}, {@code resourceType}.
 */
public record Position(
        long id,
        @Nullable String name,
        @Nullable String description,
        @Nullable String customId,
        @Nullable String status,
        @Nullable Ref<Account> account,
        @Nullable Ref<Map<String, @Nullable Object>> contract,
        @Nullable Boolean nonBillable,
        @Nullable String shiftMemo,
        @Nullable LocalDate beginDate,
        @Nullable LocalDate endDate,
        @Nullable Ref<Map<String, @Nullable Object>> breakRule,
        @Nullable Ref<Map<String, @Nullable Object>> taxClass,
        @Nullable Ref<Map<String, @Nullable Object>> payCodeLabel,
        @Nullable String payCodeOverride,
        @Nullable Ref<Map<String, @Nullable Object>> taxLocation,
        @Nullable Ref<Map<String, @Nullable Object>> payrollSetting,
        @Nullable Ref<Map<String, @Nullable Object>> billingSetting,
        @Nullable Boolean isTeamLeader,
        @Nullable Ref<Employee> createdBy,
        @Nullable Instant createdOn,
        @Nullable Ref<Employee> updatedBy,
        @Nullable Instant updatedOn,
        @Nullable String uri,
        @Nullable String resourceType) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Position[" + id + "]";
    }
}
