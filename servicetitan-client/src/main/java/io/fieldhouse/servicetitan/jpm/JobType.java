package io.fieldhouse.servicetitan.jpm;

import com.squareup.moshi.Json;
import io.fieldhouse.servicetitan.values.ExternalData;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kind of job. From its {@code soldThreshold} on, a job counts as sold. */
public record JobType(
        long id,
        @Nullable String name,
        @Nullable List<Long> businessUnitIds,
        @Nullable List<String> skills,
        @Nullable List<Long> tagTypeIds,
        @Nullable String priority,
        @Nullable Long duration,
        @Nullable BigDecimal soldThreshold,
        @Json(name = "class") @Nullable String jobClass,
        @Nullable String summary,
        @Nullable Boolean noCharge,
        @Nullable Boolean enforceRecurringServiceEventSelection,
        @Nullable Boolean invoiceSignaturesRequired,
        @Nullable Boolean isSmartDispatched,
        @Nullable Boolean active,
        @Nullable List<ExternalData> externalData,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "JobType[" + id + "]";
    }
}
