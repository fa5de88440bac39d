package io.fieldhouse.tracktik.entities;

import io.fieldhouse.tracktik.api.Ref;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was worked: one clock-in and its clock-out, in UTC. A shift has any number of them. {@code geoLocation} is an id
 * unless the query includes it.
 *
 * <p>Sent only when included: {@code durationHours}, {@code clockInPhoneNumber}, {@code clockOutPhoneNumber},
 * {@code createdOn}, {@code updatedOn}, {@code uri}, {@code resourceType}, {@code createdBy},
 * {@code updatedBy}; {@code breaks} with a single session only.
 */
public record WorkSession(
        long id,
        @Nullable Instant startedOn,
        @Nullable Instant endedOn,
        @Nullable String status,
        @Nullable Ref<Employee> employee,
        @Nullable Ref<Map<String, @Nullable Object>> shift,
        @Nullable Ref<Position> position,
        @Nullable Ref<Account> account,
        @Nullable String clockInMethod,
        @Nullable String clockOutMethod,
        @Nullable BigDecimal durationHours,
        @Nullable String clockInPhoneNumber,
        @Nullable String clockOutPhoneNumber,
        @Nullable GeoLocation geoLocation,
        @Nullable Instant createdOn,
        @Nullable Instant updatedOn,
        @Nullable List<Ref<Map<String, @Nullable Object>>> breaks,
        @Nullable Ref<Map<String, @Nullable Object>> mobileDevice,
        @Nullable String uri,
        @Nullable String resourceType,
        @Nullable Ref<Employee> createdBy,
        @Nullable Ref<Employee> updatedBy) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "WorkSession[" + id + "]";
    }
}
