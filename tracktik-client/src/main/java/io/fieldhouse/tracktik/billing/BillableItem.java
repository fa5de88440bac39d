package io.fieldhouse.tracktik.billing;

import io.fieldhouse.tracktik.api.Ref;
import io.fieldhouse.tracktik.entities.Account;
import io.fieldhouse.tracktik.entities.Employee;
import io.fieldhouse.tracktik.entities.Position;
import io.fieldhouse.tracktik.entities.Region;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of revenue or expense, made when an invoice is previewed or made, and so provisional until then.
 *
 * <p>{@code serviceModel} and {@code priceTierModelObject} may point to a record of any kind; of the relations that begin
 * with their names, the one of that kind is set. TrackTik sends some of these fields only when included.
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
        @Nullable String memo,
        @Nullable Ref<Map<String, @Nullable Object>> serviceModelBillingAdhocItems,
        @Nullable Ref<Map<String, @Nullable Object>> serviceModelShifts,
        @Nullable Ref<Map<String, @Nullable Object>> serviceModelTaskPriceTiers,
        @Nullable Ref<InvoiceLine> serviceModelInvoiceLines,
        @Nullable Ref<Position> serviceModelPositions,
        @Nullable Ref<Map<String, @Nullable Object>> serviceModelMobileScheduleOccurrenceLogs,
        @Nullable Ref<Map<String, @Nullable Object>> serviceModelDispatchTasks,
        @Nullable Ref<Map<String, @Nullable Object>> serviceModelContractRecurrentFixedServices,
        @Nullable Ref<Map<String, @Nullable Object>> taxClass,
        @Nullable String contractOccurrenceDate,
        @Nullable Ref<InvoiceLine> invoiceLine,
        @Nullable Ref<Account> serviceLocation,
        @Nullable Instant postedOn,
        @Nullable Ref<Map<String, @Nullable Object>> postBatchCustom,
        @Nullable String statAmount,
        @Nullable String statType,
        @Nullable ServiceModel priceTierModelObject,
        @Nullable Ref<Map<String, @Nullable Object>> priceTierModelObjectBillingAdhocItems,
        @Nullable Ref<Map<String, @Nullable Object>> priceTierModelObjectTaskPriceTiers,
        @Nullable Ref<Position> priceTierModelObjectPositions,
        @Nullable Ref<Map<String, @Nullable Object>> priceTierModelObjectContractRecurrentFixedServices,
        @Nullable String groupKey,
        @Nullable String billingNotes,
        @Nullable String subType,
        @Nullable String uri,
        @Nullable String resourceType,
        @Nullable Ref<Employee> createdBy,
        @Nullable Instant createdOn,
        @Nullable Ref<Employee> updatedBy,
        @Nullable Instant updatedOn) {
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
