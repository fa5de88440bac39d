package io.fieldhouse.tracktik.scheduling;

import io.fieldhouse.tracktik.api.Ref;
import io.fieldhouse.tracktik.entities.Employee;
import io.fieldhouse.tracktik.entities.Position;
import io.fieldhouse.tracktik.entities.WorkSession;
import io.fieldhouse.tracktik.payroll.PayrollCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A shift as it is planned, and what became of it. The vendor's status says only whether it was cancelled; a shift
 * is approved once it has approved hours.
 *
 * <p>Sent only when included: {@code customId}, {@code startsOn}, {@code endsOn}, {@code modifiedOn}, {@code
 * plannedDurationHours}, {@code clockedHours}, {@code approvedHours}, {@code billableHours}, {@code payableHours},
 * {@code payRateLevel}, {@code payRate}, {@code billRate}, {@code overtimeHours}, {@code holidayHours}, {@code
 * paidAmount}, {@code billedAmount}, {@code effectivePayCodeLabel}, {@code publishedBy}, {@code uri}, {@code
 * resourceType}, {@code createdBy}, {@code createdOn}, {@code updatedBy}, {@code updatedOn}, {@code workSessions},
 * {@code notes}.
 */
public record Shift(
        long id,
        @Nullable String status,
        @Nullable Boolean billable,
        @Nullable Boolean payable,
        @Nullable Boolean paidTimeOff,
        @Nullable Boolean vacant,
        @Nullable Boolean onShiftBoard,
        @Nullable String timeZone,
        @Nullable OffsetDateTime startDateTime,
        @Nullable OffsetDateTime endDateTime,
        @Nullable BigDecimal breakInMinutes,
        @Nullable Boolean published,
        @Nullable Ref<Employee> employee,
        @Nullable Ref<Map<String, @Nullable Object>> vendor,
        @Nullable Ref<Position> position,
        @Nullable Ref<Map<String, @Nullable Object>> summary,
        @Nullable Boolean notified,
        @Nullable Boolean acknowledged,
        @Nullable Boolean viewed,
        @Nullable Boolean locked,
        @Nullable BigDecimal plannedPayableHours,
        @Nullable String attendanceStatus,
        @Nullable Ref<PayrollCode> payCodeLabel,
        @Nullable Ref<Map<String, @Nullable Object>> breakRuleComplianceLog,
        @Nullable String customId,
        @Nullable Instant startsOn,
        @Nullable Instant endsOn,
        @Nullable Instant modifiedOn,
        @Nullable BigDecimal plannedDurationHours,
        @Nullable BigDecimal clockedHours,
        @Nullable BigDecimal approvedHours,
        @Nullable BigDecimal billableHours,
        @Nullable BigDecimal payableHours,
        @Nullable String payRateLevel,
        @Nullable BigDecimal payRate,
        @Nullable BigDecimal billRate,
        @Nullable BigDecimal overtimeHours,
        @Nullable BigDecimal holidayHours,
        @Nullable BigDecimal paidAmount,
        @Nullable BigDecimal billedAmount,
        @Nullable Ref<PayrollCode> effectivePayCodeLabel,
        @Nullable Ref<Employee> publishedBy,
        @Nullable String uri,
        @Nullable String resourceType,
        @Nullable Ref<Employee> createdBy,
        @Nullable Instant createdOn,
        @Nullable Ref<Employee> updatedBy,
        @Nullable Instant updatedOn,
        @Nullable List<WorkSession> workSessions,
        @Nullable List<Ref<Map<String, @Nullable Object>>> notes) {
    /** The day it starts on in its site's time zone, or null where it lacks a start or a zone. */
    public @Nullable LocalDate businessDate() {
        return startDateTime == null || timeZone == null || timeZone.isEmpty()
                ? null
                : startDateTime.atZoneSameInstant(ZoneId.of(timeZone)).toLocalDate();
    }

    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Shift[" + id + "]";
    }
}
