package io.fieldhouse.servicetitan.inventory;

import io.fieldhouse.servicetitan.values.LedgerAccount;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of a return. */
public record ReturnItem(
        @Nullable Long id,
        @Nullable Long skuId,
        @Nullable String name,
        @Nullable String code,
        @Nullable String description,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal cost,
        @Nullable LedgerAccount generalLedgerAccount,
        @Nullable LedgerAccount costOfSaleAccount,
        @Nullable LedgerAccount assetAccount,
        @Nullable Instant createdOn,
        @Nullable Instant modifiedOn,
        @Nullable List<SerialNumber> serialNumbers,
        @Nullable Long createdById,
        @Nullable Boolean active,
        @Nullable Long receiptItemId,
        @Nullable Long budgetCodeId) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "ReturnItem[" + id + "]";
    }

    /** Serial number. */
    public record SerialNumber(@Nullable Long id, @Nullable String number) {
        /** Its kind and id, and nothing that could be somebody's. */
        @Override
        public String toString() {
            return "SerialNumber[" + id + "]";
        }
    }
}
