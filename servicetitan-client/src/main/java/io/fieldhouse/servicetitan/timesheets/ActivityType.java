package io.fieldhouse.servicetitan.timesheets;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kind of activity, and the rules for its entries. */
public record ActivityType(
        long id,
        @Nullable String code,
        @Nullable Long categoryId,
        @Nullable String description,
        @Nullable String icon,
        @Nullable Long businessUnitId,
        @Nullable Boolean isUsersHomeBusinessUnit,
        @Nullable Long laborTypeId,
        @Nullable Boolean isTechnicianProfileLaborType,
        @Nullable List<Long> visibleToRoles,
        @Nullable List<Long> defaultTagTypeIds,
        @Nullable String tagAssociation,
        @Nullable String jobAssociation,
        @Nullable String projectAssociation,
        @Nullable String projectLabelAssociation,
        @Nullable String budgetCodeAssociation,
        @Nullable String laborTypeAssociation,
        @Nullable String memoAssociation,
        @Nullable String defaultMemo,
        @Nullable Boolean dontAllowToChangeMemo,
        @Nullable Boolean dontAllowToChangeTag,
        @Nullable Boolean isArchived,
        @Nullable Boolean isDraft,
        @Nullable Boolean isDefault,
        @Nullable Boolean isInUse,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable Boolean active) {
    /** Its kind and id, without personal data. */
    @Override
    public String toString() {
        return "ActivityType[" + id + "]";
    }
}
