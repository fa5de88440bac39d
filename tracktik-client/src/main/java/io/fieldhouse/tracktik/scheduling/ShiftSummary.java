package io.fieldhouse.tracktik.scheduling;

import io.fieldhouse.tracktik.api.Ref;
import io.fieldhouse.tracktik.billing.Contract;
import io.fieldhouse.tracktik.entities.Account;
import io.fieldhouse.tracktik.entities.Employee;
import io.fieldhouse.tracktik.entities.Position;
import io.fieldhouse.tracktik.entities.Region;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Hours and money of one shift, or of the part of it within one pay period: a shift that crosses into the next period has
 * two such parts. It names account and region itself.
 */
public record ShiftSummary(
        long id,
        @Nullable Ref<Shift> shift,
        @Nullable Ref<Account> account,
        @Nullable Ref<Employee> employee,
        @Nullable Ref<Region> region,
        @Nullable Ref<Contract> contract,
        @Nullable Ref<Position> position,
        @Nullable LocalDate periodDate,
        @Nullable BigDecimal durationPlanned,
        @Nullable BigDecimal durationActual,
        @Nullable BigDecimal marginTotal,
        @Nullable BigDecimal marginTotalPlanned,
        @Nullable BigDecimal marginTotalActual,
        @Nullable BigDecimal directLabor,
        @Nullable BigDecimal directLaborPlanned,
        @Nullable BigDecimal directLaborActual,
        @Nullable BigDecimal payTotal,
        @Nullable BigDecimal payBaseRate,
        @Nullable String payBaseRateLevel,
        @Nullable BigDecimal payEffectiveRate,
        @Nullable BigDecimal payOvertimeImpact,
        @Nullable BigDecimal payHolidayImpact,
        @Nullable BigDecimal payPremiumImpact,
        @Nullable BigDecimal payHours,
        @Nullable BigDecimal payRegularHours,
        @Nullable BigDecimal payOvertimeHours,
        @Nullable BigDecimal payHolidayHours,
        @Nullable BigDecimal payPremiumHours,
        @Nullable BigDecimal billTotal,
        @Nullable BigDecimal billBaseRate,
        @Nullable BigDecimal billEffectiveRate,
        @Nullable BigDecimal billOvertimeImpact,
        @Nullable BigDecimal billHolidayImpact,
        @Nullable BigDecimal billPremiumImpact,
        @Nullable BigDecimal billDiscountImpact,
        @Nullable BigDecimal billHours,
        @Nullable BigDecimal billOvertimeHours,
        @Nullable BigDecimal billHolidayHours,
        @Nullable BigDecimal billPremiumHours,
        @Nullable BigDecimal billDiscountHours,
        @Nullable BigDecimal payTotalPlanned,
        @Nullable BigDecimal payBaseRatePlanned,
        @Nullable String payBaseRateLevelPlanned,
        @Nullable BigDecimal payEffectiveRatePlanned,
        @Nullable BigDecimal payOvertimeImpactPlanned,
        @Nullable BigDecimal payHolidayImpactPlanned,
        @Nullable BigDecimal payPremiumImpactPlanned,
        @Nullable BigDecimal payHoursPlanned,
        @Nullable BigDecimal payRegularHoursPlanned,
        @Nullable BigDecimal payOvertimeHoursPlanned,
        @Nullable BigDecimal payHolidayHoursPlanned,
        @Nullable BigDecimal payPremiumHoursPlanned,
        @Nullable BigDecimal billTotalPlanned,
        @Nullable BigDecimal billBaseRatePlanned,
        @Nullable BigDecimal billEffectiveRatePlanned,
        @Nullable BigDecimal billOvertimeImpactPlanned,
        @Nullable BigDecimal billHolidayImpactPlanned,
        @Nullable BigDecimal billPremiumImpactPlanned,
        @Nullable BigDecimal billDiscountImpactPlanned,
        @Nullable BigDecimal billHoursPlanned,
        @Nullable BigDecimal billOvertimeHoursPlanned,
        @Nullable BigDecimal billHolidayHoursPlanned,
        @Nullable BigDecimal billPremiumHoursPlanned,
        @Nullable BigDecimal billDiscountHoursPlanned,
        @Nullable BigDecimal payTotalActual,
        @Nullable BigDecimal payBaseRateActual,
        @Nullable String payBaseRateLevelActual,
        @Nullable BigDecimal payEffectiveRateActual,
        @Nullable BigDecimal payOvertimeImpactActual,
        @Nullable BigDecimal payHolidayImpactActual,
        @Nullable BigDecimal payPremiumImpactActual,
        @Nullable BigDecimal payHoursActual,
        @Nullable BigDecimal payRegularHoursActual,
        @Nullable BigDecimal payOvertimeHoursActual,
        @Nullable BigDecimal payHolidayHoursActual,
        @Nullable BigDecimal payPremiumHoursActual,
        @Nullable BigDecimal billTotalActual,
        @Nullable BigDecimal billBaseRateActual,
        @Nullable BigDecimal billEffectiveRateActual,
        @Nullable BigDecimal billOvertimeImpactActual,
        @Nullable BigDecimal billHolidayImpactActual,
        @Nullable BigDecimal billPremiumImpactActual,
        @Nullable BigDecimal billDiscountImpactActual,
        @Nullable BigDecimal billHoursActual,
        @Nullable BigDecimal billOvertimeHoursActual,
        @Nullable BigDecimal billHolidayHoursActual,
        @Nullable BigDecimal billPremiumHoursActual,
        @Nullable BigDecimal billDiscountHoursActual,
        @Nullable String timeZone,
        @Nullable String uri,
        @Nullable String resourceType) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "ShiftSummary[" + id + "]";
    }
}
