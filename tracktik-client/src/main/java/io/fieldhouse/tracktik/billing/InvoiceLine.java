package io.fieldhouse.tracktik.billing;

import io.fieldhouse.tracktik.api.Ref;
import io.fieldhouse.tracktik.entities.Account;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of an invoice.
 */
public record InvoiceLine(
        @Nullable Long id,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal unitPrice,
        @Nullable BigDecimal lineSubTotal,
        @Nullable Ref<Account> serviceLocation,
        @Nullable LocalDate serviceDate,
        @Nullable OffsetDateTime serviceDateTime,
        @Nullable Ref<Map<String, @Nullable Object>> taxClass,
        @Nullable BigDecimal taxTotal,
        @Nullable Ref<BillItem> billItem,
        @Nullable String memo,
        @Nullable List<Ref<Map<String, @Nullable Object>>> billableItems) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "InvoiceLine[" + id + "]";
    }
}
