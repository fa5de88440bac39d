package io.fieldhouse.tracktik.billing;

import io.fieldhouse.tracktik.api.Ref;
import io.fieldhouse.tracktik.entities.Client;
import io.fieldhouse.tracktik.entities.Employee;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An invoice. Its figures are final once it is {@code APPROVED}.
 *
 * <p>Sent only when included: {@code approvedBy}, {@code approvedOn}, {@code pdfUrl}, {@code billTo}, {@code memo},
 * {@code balance}, {@code createdOn}, {@code updatedOn}, {@code uri}, {@code resourceType}, {@code createdBy},
 * {@code updatedBy}; {@code lines} with a single invoice only.
 */
public record Invoice(
        long id,
        @Nullable Ref<Client> client,
        @Nullable String status,
        @Nullable String documentNumber,
        @Nullable String poNumber,
        @Nullable String externalInvoiceId,
        @Nullable LocalDate invoiceDate,
        @Nullable LocalDate dueDate,
        @Nullable LocalDate servicePeriodStartDate,
        @Nullable LocalDate servicePeriodEndDate,
        @Nullable Ref<Contract> contract,
        @Nullable Ref<Map<String, @Nullable Object>> taxClass,
        @Nullable BigDecimal subTotal,
        @Nullable BigDecimal taxTotal,
        @Nullable BigDecimal total,
        @Nullable Boolean distributed,
        @Nullable Integer aging,
        @Nullable Long invoiceBatchId,
        @Nullable Ref<Employee> approvedBy,
        @Nullable Instant approvedOn,
        @Nullable String pdfUrl,
        @Nullable Ref<Map<String, @Nullable Object>> billTo,
        @Nullable String memo,
        @Nullable BigDecimal balance,
        @Nullable Instant createdOn,
        @Nullable Instant updatedOn,
        @Nullable List<InvoiceLine> lines,
        @Nullable String uri,
        @Nullable String resourceType,
        @Nullable Ref<Employee> createdBy,
        @Nullable Ref<Employee> updatedBy) {
    /** Its kind and id, and nothing that could be somebody's. */
    @Override
    public String toString() {
        return "Invoice[" + id + "]";
    }
}
