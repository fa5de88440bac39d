package io.fieldhouse.tracktik.backoffice;

import io.fieldhouse.tracktik.api.Ref;
import io.fieldhouse.tracktik.billing.Contract;
import io.fieldhouse.tracktik.billing.Invoice;
import io.fieldhouse.tracktik.entities.Account;
import io.fieldhouse.tracktik.entities.Region;
import io.fieldhouse.tracktik.payroll.PayrollPayrun;
import io.fieldhouse.tracktik.payroll.PayrollPayrunItem;
import io.fieldhouse.tracktik.scheduling.Shift;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger that holds pay and bill side by side. Its id is text.
 */
public record PayAndBillTransaction(
        @Nullable String id,
        @Nullable String type,
        @Nullable String subType,
        @Nullable String quantityType,
        @Nullable String source,
        @Nullable Ref<Account> serviceAccount,
        @Nullable Ref<Region> region,
        @Nullable Ref<Contract> contract,
        @Nullable Ref<Shift> shift,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal total,
        @Nullable BigDecimal effectiveTotal,
        @Nullable Instant servicedOn,
        @Nullable LocalDate serviceDate,
        @Nullable Ref<Invoice> invoice,
        @Nullable Ref<PayrollPayrun> payrollPayrun,
        @Nullable Ref<Map<String, @Nullable Object>> billableItem,
        @Nullable Ref<PayrollPayrunItem> payrunItem) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "PayAndBillTransaction[" + id + "]";
    }
}
