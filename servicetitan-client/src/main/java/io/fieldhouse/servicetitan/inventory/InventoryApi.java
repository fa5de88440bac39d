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
    /** Lists the purchase orders that match the query. */
    @GET("inventory/v2/purchase-orders")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = true, filters = """
                    ids status number jobId jobIds technicianId projectId createdOnOrAfter createdBefore
                    modifiedOnOrAfter modifiedBefore dateOnOrAfter dateBefore sentOnOrAfter sentBefore
                    """)
    Paged<PurchaseOrder> purchaseOrders(@Tag Query query);

    /** Returns one of them. */
    @GET("inventory/v2/purchase-orders/{id}")
    PurchaseOrder purchaseOrder(@Path("id") long id);

    /** Returns the changes of them. */
    @GET("inventory/v2/export/purchase-orders")
    Export<PurchaseOrder> exportPurchaseOrders(@Tag From from);

    /** Lists the returns that match the query. */
    @GET("inventory/v2/returns")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    ids active number referenceNumber jobId purchaseOrderId batchId vendorIds businessUnitIds
                    inventoryLocationIds syncStatuses customFields.Fields customFields.Operator returnDateOnOrAfter
                    returnDateBefore createdOnOrAfter createdBefore modifiedOnOrAfter modifiedBefore
                    externalDataApplicationGuid externalDataKey externalDataValues
                    """)
    Paged<Return> returns(@Tag Query query);

    /** Returns the changes of them. */
    @GET("inventory/v2/export/returns")
    Export<Return> exportReturns(@Tag From from);

    /** Lists the inventory adjustments that match the query. */
    @GET("inventory/v2/adjustments")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    ids active externalDataApplicationGuid externalDataKey externalDataValues number referenceNumber
                    batchId invoiceIds inventoryLocationIds adjustmentTypes businessUnitIds syncStatuses
                    customFields.Fields customFields.Operator dateOnOrAfter dateBefore createdOnOrAfter
                    createdBefore modifiedOnOrAfter modifiedBefore
                    """)
    Paged<Adjustment> adjustments(@Tag Query query);

    /** Returns the changes of inventory adjustments. */
    @GET("inventory/v2/export/adjustments")
    Export<Adjustment> exportAdjustments(@Tag From from);

    /** Lists the inventory receipts that match the query. */
    @GET("inventory/v2/receipts")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    ids active number vendorInvoiceNumber billId batchId vendorIds businessUnitIds
                    inventoryLocationIds purchaseOrderIds syncStatuses customFields.Fields customFields.Operator
                    receivedOnOrAfter receivedBefore createdOnOrAfter createdBefore modifiedOnOrAfter modifiedBefore
                    """)
    Paged<Receipt> receipts(@Tag Query query);

    /** Lists the inventory transfers that match the query. */
    @GET("inventory/v2/transfers")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = true, filters = """
                    ids statuses number referenceNumber batchId transferTypeIds fromLocationIds toLocationIds
                    syncStatuses customFields.Fields customFields.Operator dateOnOrAfter dateBefore createdOnOrAfter
                    createdBefore modifiedOnOrAfter modifiedBefore externalDataApplicationGuid externalDataKey
                    externalDataValues
                    """)
    Paged<Transfer> transfers(@Tag Query query);

    /** Returns the changes of inventory transfers. */
    @GET("inventory/v2/export/transfers")
    Export<Transfer> exportTransfers(@Tag From from);

    /** Lists the trucks that match the query. */
    @GET("inventory/v2/trucks")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    ids active externalDataApplicationGuid externalDataKey externalDataValues createdBefore
                    createdOnOrAfter modifiedBefore modifiedOnOrAfter
                    """)
    Paged<Truck> trucks(@Tag Query query);

    /** Lists the vendors that match the query. */
    @GET("inventory/v2/vendors")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    ids active externalDataApplicationGuid externalDataKey externalDataValues createdBefore
                    createdOnOrAfter modifiedBefore modifiedOnOrAfter customField.Fields customField.Operator
                    """)
    Paged<Vendor> vendors(@Tag Query query);

    /** Returns one of them. */
    @GET("inventory/v2/vendors/{id}")
    Vendor vendor(@Path("id") long id);

    /** Lists the warehouses that match the query. */
    @GET("inventory/v2/warehouses")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    ids active externalDataApplicationGuid externalDataKey externalDataValues createdBefore
                    createdOnOrAfter modifiedBefore modifiedOnOrAfter
                    """)
    Paged<Warehouse> warehouses(@Tag Query query);
}
