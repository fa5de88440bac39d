package io.fieldhouse.tracktik.billing;

import io.fieldhouse.tracktik.api.Ref;
import io.fieldhouse.tracktik.entities.Account;
import io.fieldhouse.tracktik.entities.Employee;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contract with a client. A position without one is not billed.
 *
 * <p>Sent only when included: {@code createdOn}, {@code updatedOn}, {@code details}, {@code customInterval},
 * {@code customIntervalType}, {@code billingCalendar}, {@code uri}, {@code resourceType}, {@code createdBy},
 * {@code updatedBy}.
 */
public record Contract(
        long id,
        @Nullable String customId,
        @Nullable String name,
        @Nullable Ref<Account> account,
        @Nullable String billingFrequency,
        @Nullable String billingFrequencyType,
        @Nullable LocalDate billingStartDate,
        @Nullable String paymentTerms,
        @Nullable LocalDate serviceStartDate,
        @Nullable LocalDate serviceEndDate,
        @Nullable String externalId,
        @Nullable String proposalNumber,
        @Nullable BigDecimal contractedHours,
        @Nullable Instant createdOn,
        @Nullable Instant updatedOn,
        @Nullable String details,
        @Nullable Integer semiMonthlyFirstReferenceDay,
        @Nullable Integer semiMonthlySecondReferenceDay,
        @Nullable Integer customInterval,
        @Nullable String customIntervalType,
        @Nullable Ref<Map<String, @Nullable Object>> billingCalendar,
        @Nullable Integer invoiceDayToAdd,
        @Nullable Ref<Map<String, @Nullable Object>> paymentMethod,
        @Nullable String estimatedPerPeriodRevenue,
        @Nullable String contractedHoursSchedule,
        @Nullable String uri,
        @Nullable String resourceType,
        @Nullable Ref<Employee> createdBy,
        @Nullable Ref<Employee> updatedBy) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Contract[" + id + "]";
    }
}
