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
    /** Lists the invoices that match the query. */
    @GET("accounting/v2/invoices")
    @Listing(inactive = Inactive.ACTIVE_STATE_ALL, sorted = true, filters = """
                    ids activeState modifiedBefore modifiedOnOrAfter statuses batchId batchNumber customField.Fields
                    customField.Operator jobId jobNumber businessUnitId customerId invoicedOnOrAfter
                    invoicedOnBefore adjustmentToId number createdOnOrAfter createdBefore totalGreater totalLess
                    balanceFilter.Balance balanceFilter.Comparer dueDateBefore dueDateOnOrAfter
                    reviewStatuses assignedToIds invoiceConfigurations
                    """)
    Paged<Invoice> invoices(@Tag Query query);

    /** Returns the changes of them. */
    @GET("accounting/v2/export/invoices")
    Export<Invoice> exportInvoices(@Tag From from);

    /** The lines that changed, of all invoices. */
    @GET("accounting/v2/export/invoice-items")
    Export<InvoiceItem> exportInvoiceItems(@Tag From from);

    /** Lists the payments that match the query. */
    @GET("accounting/v2/payments")
    @Listing(inactive = Inactive.ACTIVE_STATE_ALL, sorted = true, filters = """
                    activeState appliedToInvoiceIds appliedToReferenceNumber batchId batchNumber businessUnitIds
                    createdBefore createdOnOrAfter customerId customField.Fields customField.Operator depositIds ids
                    modifiedBefore modifiedOnOrAfter paidOnAfter paidOnBefore statuses totalGreater totalLess
                    transactionType
                    """)
    Paged<Payment> payments(@Tag Query query);

    /** Returns the changes of them. */
    @GET("accounting/v2/export/payments")
    Export<Payment> exportPayments(@Tag From from);

    /** Lists the payment types that match the query. */
    @GET("accounting/v2/payment-types")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = false, filters = """
                    ids active createdBefore createdOnOrAfter
                    """)
    Paged<PaymentType> paymentTypes(@Tag Query query);

    /** Returns one of them. */
    @GET("accounting/v2/payment-types/{id}")
    PaymentType paymentType(@Path("id") long id);

    /** Lists the AP bills that match the query. */
    @GET("accounting/v2/ap-bills")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = false, filters = """
                    ids batchId batchNumber billNumber businessUnitIds customField.Fields customField.Operator
                    dateFrom dateTo jobNumber purchaseOrderNumber purchaseOrderTypes syncStatuses statuses sources
                    minCost maxCost billType createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter
                    """)
    Paged<ApBill> apBills(@Tag Query query);

    /** Returns one of them. */
    @GET("accounting/v2/ap-bills/{id}")
    ApBill apBill(@Path("id") long id);

    /** Lists the AP credits that match the query. */
    @GET("accounting/v2/ap-credits")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = true, filters = """
                    ids createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter customField.Fields
                    customField.Operator syncStatuses
                    """)
    Paged<ApCredit> apCredits(@Tag Query query);

    /** Lists the AP payments that match the query. */
    @GET("accounting/v2/ap-payments")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = true, filters = """
                    ids createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter customField.Fields
                    customField.Operator syncStatuses
                    """)
    Paged<ApPayment> apPayments(@Tag Query query);

    /** Lists the bank deposits that match the query. */
    @GET("accounting/v2/bank-deposits")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = true, filters = """
                    ids modifiedBefore modifiedOnOrAfter createdBefore createdOnOrAfter depositDateBefore
                    depositDateOnOrAfter reviewedBefore reviewedOnOrAfter reviewStatus depositStatus syncStatus
                    grossAmountGreater grossAmountLess
                    """)
    Paged<BankDeposit> bankDeposits(@Tag Query query);

    /** Lists the credit memos that match the query. */
    @GET("accounting/v2/credit-memos")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    active ids businessUnitIds appliedToInvoiceIds appliedToReferenceNumber dateBefore dateOnOrAfter
                    appliedBefore appliedOnOrAfter modifiedBefore modifiedOnOrAfter createdBefore createdOnOrAfter
                    batchId batchNumber customField.Fields customField.Operator totalFilter.Amount
                    totalFilter.Comparer balanceFilter.Amount balanceFilter.Comparer
                    """)
    Paged<CreditMemo> creditMemos(@Tag Query query);

    /** Lists the lines of credit memos that match the query. */
    @GET("accounting/v2/credit-memos/credit-memo-items")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    creditMemoIds active businessUnitIds createdBefore createdOnOrAfter
                    """)
    Paged<CreditMemoItem> creditMemoItems(@Tag Query query);

    /** Lists the general ledger accounts that match the query. */
    @GET("accounting/v2/gl-accounts")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    ids names numbers types subtypes description source active isIntacctGroup isIntacctBankAccount
                    modifiedBefore modifiedOnOrAfter createdBefore createdOnOrAfter
                    """)
    Paged<GlAccount> glAccounts(@Tag Query query);

    /** Returns one of them. */
    @GET("accounting/v2/gl-accounts/{id}")
    GlAccount glAccount(@Path("id") long id);

    /** Lists the types of ledger accounts that match the query. */
    @GET("accounting/v2/gl-accounts/types")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    ids names active createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter
                    """)
    Paged<GlAccountType> glAccountTypes(@Tag Query query);

    /** Lists the inventory bills that match the query. */
    @GET("accounting/v2/inventory-bills")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = false, filters = """
                    ids batchId batchNumber billNumber businessUnitIds customField.Fields customField.Operator
                    dateFrom dateTo jobNumber purchaseOrderNumber purchaseOrderTypes syncStatuses minCost maxCost
                    billType createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter
                    """)
    Paged<InventoryBill> inventoryBills(@Tag Query query);

    /** Returns the changes of inventory bills. */
    @GET("accounting/v2/export/inventory-bills")
    Export<InventoryBill> exportInventoryBills(@Tag From from);

    /** Lists the journal entries that match the query. */
    @GET("accounting/v2/journal-entries")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = false, defaultPage = 500, filters = """
                    ids exportedFrom exportedTo postedFrom postedTo modifiedBefore modifiedOnOrAfter createdBefore
                    createdOnOrAfter exportedBy name numberFrom numberTo statuses syncStatuses transactionPostedFrom
                    transactionPostedTo businessUnitIds serviceAgreementIds customerName locationName vendorName
                    inventoryLocationName refNumber transactionTypes customField empty
                    """)
    Paged<JournalEntry> journalEntries(@Tag Query query);

    /** Lists the payment terms that match the query. */
    @GET("accounting/v2/payment-terms")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = true, filters = """
                    ids createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter
                    """)
    Paged<PaymentTerm> paymentTerms(@Tag Query query);

    /** Lists the tax zones that match the query. */
    @GET("accounting/v2/tax-zones")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    ids active createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter
                    """)
    Paged<TaxZone> taxZones(@Tag Query query);
}
