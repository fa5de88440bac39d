package io.fieldhouse.tracktik.entities;

import io.fieldhouse.tracktik.api.Ref;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client or a site. Closed ones come only with {@code includeInactive}.
 *
 * <p>Sent only when included: {@code name}, {@code timeZone}, {@code address}, {@code externalIdObject},
 * {@code faxNumber}, {@code website}, {@code tags}, {@code createdBy}, {@code createdOn}, {@code updatedBy},
 * {@code updatedOn}, {@code features}, {@code incidentsReportFlagGroup}, {@code uri}, {@code resourceType}.
 */
public record Client(
        long id,
        @Nullable String company,
        @Nullable String customId,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String formattedName,
        @Nullable String jobTitle,
        @Nullable String primaryPhone,
        @Nullable String secondaryPhone,
        @Nullable String type,
        @Nullable Ref<Region> region,
        @Nullable String status,
        @Nullable String email,
        @Nullable Ref<Client> parentClient,
        @Nullable LocalDate closedDate,
        @Nullable Ref<Employee> salesRepresentative,
        @Nullable Ref<Employee> accountRepresentative,
        @Nullable Ref<Map<String, @Nullable Object>> taxLocation,
        @Nullable Ref<Map<String, @Nullable Object>> privacyPolicy,
        @Nullable Ref<Map<String, @Nullable Object>> taskSiteSetting,
        @Nullable String avatar,
        @Nullable String name,
        @Nullable String timeZone,
        @Nullable Ref<Address> address,
        @Nullable Map<String, @Nullable Object> externalIdObject,
        @Nullable String faxNumber,
        @Nullable String website,
        @Nullable List<String> tags,
        @Nullable Ref<Employee> createdBy,
        @Nullable Instant createdOn,
        @Nullable Ref<Employee> updatedBy,
        @Nullable Instant updatedOn,
        @Nullable Ref<Map<String, @Nullable Object>> profileLogo,
        @Nullable Ref<Map<String, @Nullable Object>> kpi,
        @Nullable Object features,
        @Nullable String incidentsReportFlagGroup,
        @Nullable String uri,
        @Nullable String resourceType) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Client[" + id + "]";
    }
}
