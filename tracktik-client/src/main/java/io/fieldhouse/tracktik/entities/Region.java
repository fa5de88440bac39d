package io.fieldhouse.tracktik.entities;

import io.fieldhouse.tracktik.api.Ref;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A region; its parents form a tree.
 *
 * <p>Sent only when included: {@code timeZone}, {@code address}, {@code prefix}, {@code externalIdObject},
 * {@code emergencyContactNumber}, {@code uri}, {@code resourceType}, {@code createdBy}, {@code createdOn},
 * {@code updatedBy}, {@code updatedOn}, {@code features}.
 */
public record Region(
        long id,
        @Nullable String customId,
        @Nullable String name,
        @Nullable String company,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String primaryPhone,
        @Nullable String email,
        @Nullable Ref<Region> parentRegion,
        @Nullable String status,
        @Nullable Ref<Map<String, @Nullable Object>> taxLocation,
        @Nullable String logo,
        @Nullable String timeZone,
        @Nullable Ref<Address> address,
        @Nullable String prefix,
        @Nullable Map<String, @Nullable Object> externalIdObject,
        @Nullable String emergencyContactNumber,
        @Nullable String uri,
        @Nullable String resourceType,
        @Nullable Ref<Employee> createdBy,
        @Nullable Instant createdOn,
        @Nullable Ref<Employee> updatedBy,
        @Nullable Instant updatedOn,
        @Nullable Ref<Map<String, @Nullable Object>> invoiceLogo,
        @Nullable Ref<Map<String, @Nullable Object>> emailLogo,
        @Nullable Ref<Map<String, @Nullable Object>> scheduleLogo,
        @Nullable Ref<Map<String, @Nullable Object>> kpi,
        @Nullable Object features) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Region[" + id + "]";
    }
}
