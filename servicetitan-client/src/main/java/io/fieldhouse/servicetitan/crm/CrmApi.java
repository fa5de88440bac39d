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
    /** All customers that answer the query. Its filters are not known here: any name goes out. */
    @GET("crm/v2/customers")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true)
    Paged<Customer> customers(@Tag Query query);

    /** One of them. */
    @GET("crm/v2/customers/{id}")
    Customer customer(@Path("id") long id);

    /** What changed of them. */
    @GET("crm/v2/export/customers")
    Export<Customer> exportCustomers(@Tag From from);

    /** All locations that answer the query. Its filters are not known here: any name goes out. */
    @GET("crm/v2/locations")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true)
    Paged<Location> locations(@Tag Query query);

    /** One of them. */
    @GET("crm/v2/locations/{id}")
    Location location(@Path("id") long id);

    /** What changed of them. */
    @GET("crm/v2/export/locations")
    Export<Location> exportLocations(@Tag From from);

    /** All leads that answer the query. Its filters are not known here: any name goes out. */
    @GET("crm/v2/leads")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = true)
    Paged<Lead> leads(@Tag Query query);

    /** One of them. */
    @GET("crm/v2/leads/{id}")
    Lead lead(@Path("id") long id);

    /** What changed of them. */
    @GET("crm/v2/export/leads")
    Export<Lead> exportLeads(@Tag From from);

    /** All bookings that answer the query. Its filters are not known here: any name goes out. */
    @GET("crm/v2/bookings")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = true)
    Paged<Booking> bookings(@Tag Query query);

    /** One of them. */
    @GET("crm/v2/bookings/{id}")
    Booking booking(@Path("id") long id);

    /** What changed of them. */
    @GET("crm/v2/export/bookings")
    Export<Booking> exportBookings(@Tag From from);
}
