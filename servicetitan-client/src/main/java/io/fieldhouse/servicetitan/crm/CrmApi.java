package io.fieldhouse.servicetitan.crm;

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
 * Customers, locations, leads and bookings. Thread-safe. Each method returns what ServiceTitan sent, or throws a
 * {@link io.fieldhouse.servicetitan.api.ServiceTitanException}.
 */
public interface CrmApi {
    /** Lists the customers that match the query. */
    @GET("crm/v2/customers")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    ids createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter
                    excludeAccountingChangesFromModifiedDateRange name street unit city state zip country latitude
                    longitude phone active externalDataApplicationGuid externalDataKey externalDataValues
                    """)
    Paged<Customer> customers(@Tag Query query);

    /** Returns one of them. */
    @GET("crm/v2/customers/{id}")
    Customer customer(@Path("id") long id);

    /** Returns the changes of them. */
    @GET("crm/v2/export/customers")
    Export<Customer> exportCustomers(@Tag From from);

    /** Lists the locations that match the query. */
    @GET("crm/v2/locations")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    ids name customerId street unit city state zip country latitude longitude active createdBefore
                    createdOnOrAfter modifiedBefore modifiedOnOrAfter externalDataApplicationGuid externalDataKey
                    externalDataValues
                    """, unchecked = "name")
    Paged<Location> locations(@Tag Query query);

    /** Returns one of them. */
    @GET("crm/v2/locations/{id}")
    Location location(@Path("id") long id);

    /** Returns the changes of them. */
    @GET("crm/v2/export/locations")
    Export<Location> exportLocations(@Tag From from);

    /** Lists the leads that match the query. */
    @GET("crm/v2/leads")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = true, filters = """
                    ids createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter customerId isProspect
                    withoutCustomer status customerCity customerState customerZip customerCreatedOnOrAfter
                    customerCreatedBefore customerModifiedOnOrAfter genPermUrl leadCustomerName leadPhone
                    isCaptureSourceForm
                    """)
    Paged<Lead> leads(@Tag Query query);

    /** Returns one of them. */
    @GET("crm/v2/leads/{id}")
    Lead lead(@Path("id") long id);

    /** Returns the changes of them. */
    @GET("crm/v2/export/leads")
    Export<Lead> exportLeads(@Tag From from);

    /** Lists the bookings that match the query. */
    @GET("crm/v2/bookings")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = true, filters = """
                    ids createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter externalId
                    """)
    Paged<Booking> bookings(@Tag Query query);

    /** Returns one of them. */
    @GET("crm/v2/bookings/{id}")
    Booking booking(@Path("id") long id);

    /** Returns the changes of them. */
    @GET("crm/v2/export/bookings")
    Export<Booking> exportBookings(@Tag From from);

    /** Lists the contacts that match the query. */
    @GET("crm/v2/contacts")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = false, filters = """
                    name title referenceId isArchived createdBefore createdOnOrAfter modifiedBefore
                    modifiedOnOrAfter
                    """)
    Paged<Contact> contacts(@Tag Query query);

    /** Lists the contact details of customers that match the query. */
    @GET("crm/v2/customers/contacts")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = false, filters = """
                    modifiedBefore modifiedOnOrAfter customerIds createdBefore createdOnOrAfter
                    """)
    Paged<CustomerContact> customerContacts(@Tag Query query);

    /** Returns the changes of contact details of customers. */
    @GET("crm/v2/export/customers/contacts")
    Export<CustomerContact> exportCustomerContacts(@Tag From from);

    /** Lists the contact details of locations that match the query. */
    @GET("crm/v2/locations/contacts")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = false, filters = """
                    modifiedBefore modifiedOnOrAfter locationIds createdBefore createdOnOrAfter
                    """)
    Paged<LocationContact> locationContacts(@Tag Query query);

    /** Returns the changes of contact details of locations. */
    @GET("crm/v2/export/locations/contacts")
    Export<LocationContact> exportLocationContacts(@Tag From from);
}
