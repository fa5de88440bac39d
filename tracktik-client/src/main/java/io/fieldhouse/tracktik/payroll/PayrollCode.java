package io.fieldhouse.tracktik.payroll;

import io.fieldhouse.tracktik.api.Ref;
import io.fieldhouse.tracktik.entities.Region;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A pay code.
 */
public record PayrollCode(
        long id,
        @Nullable String name,
        @Nullable String code,
        @Nullable String status,
        @Nullable String type,
        @Nullable Boolean isGlobal,
        @Nullable Boolean availableInSubRegions,
        @Nullable Ref<Region> region,
        @Nullable BigDecimal multiplier,
        @Nullable BigDecimal extraCharge,
        @Nullable Boolean payable,
        @Nullable Boolean billable,
        @Nullable Boolean impactsOvertime,
        @Nullable Boolean isAdhoc,
        @Nullable Boolean isDeductable,
        @Nullable Boolean isLabel,
        @Nullable String uri,
        @Nullable String resourceType) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "PayrollCode[" + id + "]";
    }
}
