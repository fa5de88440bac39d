package io.fieldhouse.tracktik.payroll;

import io.fieldhouse.tracktik.api.Ref;
import io.fieldhouse.tracktik.entities.Account;
import io.fieldhouse.tracktik.entities.Employee;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a payroll run. Totals are these lines, not quantity times rate of the run.
 */
public record PayrollPayrunItem(
        long id,
        @Nullable Ref<PayrollPayrun> payrun,
        @Nullable Ref<Employee> employee,
        @Nullable Ref<Map<String, @Nullable Object>> department,
        @Nullable Ref<Map<String, @Nullable Object>> shift,
        @Nullable Ref<Account> account,
        @Nullable Ref<PayrollCode> customPayCode,
        @Nullable String payrollCodeLabel,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal total,
        @Nullable BigDecimal baseRate,
        @Nullable String payRateLevel,
        @Nullable String originType,
        @Nullable Long originTypeItemId,
        @Nullable String label,
        @Nullable String notes,
        @Nullable Boolean locked,
        @Nullable OffsetDateTime shiftFragmentDateStart,
        @Nullable OffsetDateTime shiftFragmentDateEnd,
        @Nullable LocalDate expenseDate,
        @Nullable String employeeType,
        @Nullable String companyCode,
        @Nullable String qualifier,
        @Nullable String labeledCode,
        @Nullable String timeZone,
        @Nullable LocalDate localizedExpenseDate,
        @Nullable String uri,
        @Nullable String resourceType) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "PayrollPayrunItem[" + id + "]";
    }
}
