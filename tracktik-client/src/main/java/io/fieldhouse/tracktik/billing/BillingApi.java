package io.fieldhouse.tracktik.billing;

import io.fieldhouse.client.Paged;
import io.fieldhouse.tracktik.api.Query;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * Billing codes, contracts and invoices (TrackTik's billing module). Thread-safe. Each method
 * returns what TrackTik sent, or throws a {@link io.fieldhouse.tracktik.api.TrackTikException}.
 */
public interface BillingApi {
    /** All bill items that answer the query. */
    @GET("bill-items")
    Paged<BillItem> billItems(@Tag Query query);

    /** One of them; of the query only what it includes counts. */
    @GET("bill-items/{id}")
    BillItem billItem(@Path("id") long id, @Tag Query query);

    /** All billable items that answer the query. */
    @GET("billable-items")
    Paged<BillableItem> billableItems(@Tag Query query);

    /** One of them; of the query only what it includes counts. */
    @GET("billable-items/{id}")
    BillableItem billableItem(@Path("id") long id, @Tag Query query);

    /** All contracts that answer the query. */
    @GET("contracts")
    Paged<Contract> contracts(@Tag Query query);

    /** One of them; of the query only what it includes counts. */
    @GET("contracts/{id}")
    Contract contract(@Path("id") long id, @Tag Query query);

    /** All invoices that answer the query. */
    @GET("invoices")
    Paged<Invoice> invoices(@Tag Query query);

    /** One of them; of the query only what it includes counts. */
    @GET("invoices/{id}")
    Invoice invoice(@Path("id") long id, @Tag Query query);
}
