package io.fieldhouse.tracktik.billing;

import io.fieldhouse.tracktik.api.Ref;
import io.fieldhouse.tracktik.entities.Account;
import io.fieldhouse.tracktik.entities.Region;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of revenue or expense, made when an invoice is previewed or made, and so provisional until then.
 *
 * @param id TrackTik's id of it
 * @param type REVENUE or EXPENSE
 * @param serviceModel what it is billed for
 * @param quantity how much of it
 * @param rate the price of one
 * @param price the price of all
 * @param contract the contract
 * @param invoice the invoice it is on
 * @param clientAccount the client
 * @param region the region
 * @param billItem the billing code
 * @param serviceDate the day of the service
 * @param servicedOn the moment of the service
 * @param memo what is said of it
 */
public record BillableItem(
        long id,
        @Nullable String type,
        @Nullable ServiceModel serviceModel,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal price,
        @Nullable Ref<Contract> contract,
        @Nullable Ref<Invoice> invoice,
        @Nullable Ref<Account> clientAccount,
        @Nullable Ref<Region> region,
        @Nullable Ref<BillItem> billItem,
        @Nullable LocalDate serviceDate,
        @Nullable Instant servicedOn,
        @Nullable String memo) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "BillableItem[" + id + "]";
    }

    /**
     * What is billed for: a record of any kind.
     *
     * @param type the kind, such as {@code shifts}
     * @param object the record
     */
    public record ServiceModel(
            @Nullable String type, @Nullable Ref<Map<String, @Nullable Object>> object) {}
}
