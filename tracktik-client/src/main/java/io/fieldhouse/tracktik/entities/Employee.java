package io.fieldhouse.tracktik.entities;

import io.fieldhouse.tracktik.api.Ref;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An employee. Those who left come only with {@code includeInactive}.
 *
 * <p>Sent only when included: {@code username}, {@code gender}, {@code birthday}, {@code language},
 * {@code externalIdObject}, {@code tags}, {@code clockStatus}, {@code lastLoggedInOn}, {@code createdBy},
 * {@code createdOn}, {@code updatedBy}, {@code updatedOn}, {@code currentActivities}, {@code age}, {@code ageGroup},
 * {@code fax}, {@code uri}, {@code resourceType}.
 */
public record Employee(
        long id,
        @Nullable String customId,
        @Nullable String firstName,
        @Nullable String middleName,
        @Nullable String lastName,
        @Nullable String name,
        @Nullable String jobTitle,
        @Nullable Ref<Region> region,
        @Nullable Ref<Map<String, @Nullable Object>> employmentProfile,
        @Nullable Ref<Address> address,
        @Nullable String primaryPhone,
        @Nullable String secondaryPhone,
        @Nullable String email,
        @Nullable String status,
        @Nullable String avatar,
        @Nullable String username,
        @Nullable String gender,
        @Nullable LocalDate birthday,
        @Nullable String language,
        @Nullable Map<String, @Nullable Object> externalIdObject,
        @Nullable List<String> tags,
        @Nullable String clockStatus,
        @Nullable Instant lastLoggedInOn,
        @Nullable Ref<Employee> createdBy,
        @Nullable Instant createdOn,
        @Nullable Ref<Employee> updatedBy,
        @Nullable Instant updatedOn,
        @Nullable String currentActivities,
        @Nullable Integer age,
        @Nullable String ageGroup,
        @Nullable Ref<Map<String, @Nullable Object>> notificationSettings,
        @Nullable Ref<Map<String, @Nullable Object>> currentLeavePolicy,
        @Nullable String fax,
        @Nullable String uri,
        @Nullable String resourceType) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Employee[" + id + "]";
    }
}
