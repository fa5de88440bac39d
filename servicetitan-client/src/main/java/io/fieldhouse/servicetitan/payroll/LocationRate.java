package io.fieldhouse.servicetitan.payroll;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A labor rate of a location. */
public record LocationRate(
        @Nullable Long locationId,
        @Nullable BigDecimal hourlyRate,
        @Nullable String laborTypeName,
        @Nullable String laborTypeCode,
        @Nullable Instant createdOn,
        @Nullable Boolean active) {
    /** Its kind, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "LocationRate[***]";
    }
}
