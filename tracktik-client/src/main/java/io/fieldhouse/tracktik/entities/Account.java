package io.fieldhouse.tracktik.entities;

import io.fieldhouse.tracktik.api.Ref;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whom a position or a session belongs to: a client, a region, a zone or a department. A client's account has the
 * client's id.
 *
 * <p>Sent only when included: {@code timeZone}, {@code status}, {@code address}, {@code tags}, {@code createdBy},
 * {@code createdOn}, {@code updatedBy}, {@code updatedOn}, {@code features}, {@code incidentsReportFlagGroup},
 * {@code uri}, {@code resourceType}.
 */
public record Account(
        long id,
        @Nullable String name,
        @Nullable String customId,
        @Nullable String type,
        @Nullable String subType,
        @Nullable Ref<Region> region,
        @Nullable Ref<Account> parentAccount,
        @Nullable LocalDate closedDate,
        @Nullable Ref<Map<String, @Nullable Object>> taxLocation,
        @Nullable String avatar,
        @Nullable String timeZone,
        @Nullable String status,
        @Nullable Ref<Address> address,
        @Nullable List<String> tags,
        @Nullable Ref<Employee> createdBy,
        @Nullable Instant createdOn,
        @Nullable Ref<Employee> updatedBy,
        @Nullable Instant updatedOn,
        @Nullable Ref<Map<String, @Nullable Object>> dispatchSla,
        @Nullable Ref<Map<String, @Nullable Object>> kpi,
        @Nullable Object features,
        @Nullable String incidentsReportFlagGroup,
        @Nullable String uri,
        @Nullable String resourceType) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
