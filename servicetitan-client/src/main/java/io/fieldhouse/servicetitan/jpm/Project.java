package io.fieldhouse.servicetitan.jpm;

import io.fieldhouse.servicetitan.values.CustomField;
import io.fieldhouse.servicetitan.values.ExternalData;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A project: several jobs for one customer at one place. {@code active} comes with the export feed only. */
public record Project(
        long id,
        @Nullable String number,
        @Nullable String name,
        @Nullable String summary,
        @Nullable String status,
        @Nullable Long statusId,
        @Nullable String subStatus,
        @Nullable Long subStatusId,
        @Nullable Long customerId,
        @Nullable Long locationId,
        @Nullable Long projectTypeId,
        @Nullable List<Long> projectManagerIds,
        @Nullable List<Long> businessUnitIds,
        @Nullable List<Long> jobIds,
        @Nullable LocalDate startDate,
        @Nullable LocalDate targetCompletionDate,
        @Nullable LocalDate actualCompletionDate,
        @Nullable List<CustomField> customFields,
        @Nullable List<ExternalData> externalData,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Boolean active) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Project[" + id + "]";
    }
}
