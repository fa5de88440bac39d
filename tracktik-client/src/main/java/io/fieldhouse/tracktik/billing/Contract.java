package io.fieldhouse.tracktik.billing;

import io.fieldhouse.tracktik.api.Ref;
import io.fieldhouse.tracktik.entities.Account;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A contract with a client. A position without one is not billed.
 *
 * <p>Sent only when included: {@code createdOn}, {@code updatedOn}.
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
        @Nullable Instant updatedOn) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Contract[" + id + "]";
    }
}
