package io.fieldhouse.servicetitan.inventory;

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
 * Purchase orders and returns. Thread-safe. Each method returns what ServiceTitan sent, or throws a {@link
 * io.fieldhouse.servicetitan.api.ServiceTitanException}.
 */
public interface InventoryApi {
    /** All purchase orders that answer the query. Its filters are not known here: any name goes out. */
    @GET("inventory/v2/purchase-orders")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = true)
    Paged<PurchaseOrder> purchaseOrders(@Tag Query query);

    /** One of them. */
    @GET("inventory/v2/purchase-orders/{id}")
    PurchaseOrder purchaseOrder(@Path("id") long id);

    /** What changed of them. */
    @GET("inventory/v2/export/purchase-orders")
    Export<PurchaseOrder> exportPurchaseOrders(@Tag From from);

    /** All returns that answer the query. Its filters are not known here: any name goes out. */
    @GET("inventory/v2/returns")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true)
    Paged<Return> returns(@Tag Query query);

    /** What changed of them. */
    @GET("inventory/v2/export/returns")
    Export<Return> exportReturns(@Tag From from);
}
