package io.fieldhouse.tracktik.scheduling;

import io.fieldhouse.tracktik.api.Ref;
import io.fieldhouse.tracktik.entities.Account;
import io.fieldhouse.tracktik.entities.Employee;
import io.fieldhouse.tracktik.entities.WorkSession;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A break within a work session, in UTC. Its deprecated {@code startDateTime} and {@code endDateTime} are not read:
 * they have no offset.
 *
 * <p>Sent only when included: {@code startedOn}, {@code endedOn}, {@code initiationMethod}, {@code terminationMethod},
 * {@code uri}, {@code resourceType}, {@code createdBy}, {@code createdOn}, {@code updatedBy}, {@code updatedOn}.
 */
public record BreakSession(
        long id,
        @Nullable Ref<WorkSession> workSession,
        @Nullable Ref<Employee> employee,
        @Nullable Ref<Account> account,
        @Nullable String type,
        @Nullable String status,
        @Nullable Instant startedOn,
        @Nullable Instant endedOn,
        @Nullable String initiationMethod,
        @Nullable String terminationMethod,
        @Nullable String uri,
        @Nullable String resourceType,
        @Nullable Ref<Employee> createdBy,
        @Nullable Instant createdOn,
        @Nullable Ref<Employee> updatedBy,
        @Nullable Instant updatedOn) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "BreakSession[" + id + "]";
    }
}
