package io.fieldhouse.servicetitan.accounting;

import io.fieldhouse.client.Paged;
import io.fieldhouse.servicetitan.api.Export;
import io.fieldhouse.servicetitan.api.From;
import io.fieldhouse.servicetitan.api.Inactive;
import io.fieldhouse.servicetitan.api.Listing;
import io.fieldhouse.servicetitan.api.Query;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * Invoices, payments and payment types. Thread-safe. Each method returns what ServiceTitan sent, or throws a {@link
 * io.fieldhouse.servicetitan.api.ServiceTitanException}. A single invoice or payment comes by {@link Query#ids(long...)}:
 * ServiceTitan has no address for one.
 */
public interface AccountingApi {
    /**
     * All invoices that answer the query. Filters: {@code number}, {@code jobId}, {@code jobNumber}, {@code
     * customerId}, {@code businessUnitId}, {@code adjustmentToId}, {@code batchId}, {@code batchNumber}, {@code
     * statuses}, {@code reviewStatuses}, {@code invoiceConfigurations}, {@code invoicedOnOrAfter}, {@code
     * invoicedOnBefore}, {@code dueDateOnOrAfter}, {@code dueDateBefore}, {@code totalGreater}, {@code totalLess},
     * {@code balanceFilter.Balance}, {@code balanceFilter.Comparer}.
     */
    @GET("accounting/v2/invoices")
    @Listing(
            inactive = Inactive.ACTIVE_STATE_ALL,
            sorted = true,
            filters = {
                "number",
                "jobId",
                "jobNumber",
                "customerId",
                "businessUnitId",
                "adjustmentToId",
                "batchId",
                "batchNumber",
                "statuses",
                "reviewStatuses",
                "invoiceConfigurations",
                "invoicedOnOrAfter",
                "invoicedOnBefore",
                "dueDateOnOrAfter",
                "dueDateBefore",
                "totalGreater",
                "totalLess",
                "balanceFilter.Balance",
                "balanceFilter.Comparer"
            })
    Paged<Invoice> invoices(@Tag Query query);

    /** What changed of them. */
    @GET("accounting/v2/export/invoices")
    Export<Invoice> exportInvoices(@Tag From from);

    /** The lines that changed, of all invoices. */
    @GET("accounting/v2/export/invoice-items")
    Export<InvoiceItem> exportInvoiceItems(@Tag From from);

    /**
     * All payments that answer the query. Filters: {@code customerId}, {@code businessUnitIds}, {@code
     * appliedToInvoiceIds}, {@code appliedToReferenceNumber}, {@code batchId}, {@code batchNumber}, {@code statuses},
     * {@code transactionType}, {@code paidOnAfter}, {@code paidOnBefore}, {@code totalGreater}, {@code totalLess}.
     */
    @GET("accounting/v2/payments")
    @Listing(
            inactive = Inactive.ACTIVE_STATE_ALL,
            sorted = true,
            filters = {
                "customerId",
                "businessUnitIds",
                "appliedToInvoiceIds",
                "appliedToReferenceNumber",
                "batchId",
                "batchNumber",
                "statuses",
                "transactionType",
                "paidOnAfter",
                "paidOnBefore",
                "totalGreater",
                "totalLess"
            })
    Paged<Payment> payments(@Tag Query query);

    /** What changed of them. */
    @GET("accounting/v2/export/payments")
    Export<Payment> exportPayments(@Tag From from);

    /** All payment types that answer the query. Its filters are not known here: any name goes out. */
    @GET("accounting/v2/payment-types")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = false)
    Paged<PaymentType> paymentTypes(@Tag Query query);

    /** One of them. */
    @GET("accounting/v2/payment-types/{id}")
    PaymentType paymentType(@Path("id") long id);
}
