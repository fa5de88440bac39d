package io.fieldhouse.servicetitan.memberships;

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
 * Memberships and the services that they bring. Thread-safe. Each method returns what ServiceTitan sent, or throws a
 * {@link io.fieldhouse.servicetitan.api.ServiceTitanException}.
 */
public interface MembershipsApi {

    /** Lists the memberships that match the query. */
    @GET("memberships/v2/memberships")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    ids customerIds status duration billingFrequency active createdBefore createdOnOrAfter
                    modifiedBefore modifiedOnOrAfter
                    """, unchecked = "status")
    Paged<Membership> memberships(@Tag Query query);

    /** Returns one of them. */
    @GET("memberships/v2/memberships/{id}")
    Membership membership(@Path("id") long id);

    /** Returns the changes of memberships. */
    @GET("memberships/v2/export/memberships")
    Export<Membership> exportMemberships(@Tag From from);

    /** Lists the membership types that match the query. */
    @GET("memberships/v2/membership-types")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    ids active duration billingFrequency includeDurationBilling includeDiscounts
                    includeRecurringServices includeTags createdBefore createdOnOrAfter modifiedBefore
                    modifiedOnOrAfter
                    """)
    Paged<MembershipType> membershipTypes(@Tag Query query);

    /** Returns one of them. */
    @GET("memberships/v2/membership-types/{id}")
    MembershipType membershipType(@Path("id") long id);

    /** Returns the changes of membership types. */
    @GET("memberships/v2/export/membership-types")
    Export<MembershipType> exportMembershipTypes(@Tag From from);

    /** Returns the changes of status changes of memberships. */
    @GET("memberships/v2/export/membership-status-changes")
    Export<MembershipStatusChange> exportMembershipStatusChanges(@Tag From from);

    /** Lists the recurring services that match the query. */
    @GET("memberships/v2/recurring-services")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    ids membershipIds locationIds active createdBefore createdOnOrAfter modifiedBefore
                    modifiedOnOrAfter includeTechnicians
                    """)
    Paged<RecurringService> recurringServices(@Tag Query query);

    /** Returns one of them. */
    @GET("memberships/v2/recurring-services/{id}")
    RecurringService recurringService(@Path("id") long id);

    /** Returns the changes of recurring services. */
    @GET("memberships/v2/export/recurring-services")
    Export<RecurringService> exportRecurringServices(@Tag From from);

    /** Lists the recurring service types that match the query. */
    @GET("memberships/v2/recurring-service-types")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    ids membershipTypeId recurrenceType durationType active createdBefore createdOnOrAfter
                    modifiedBefore modifiedOnOrAfter
                    """)
    Paged<RecurringServiceType> recurringServiceTypes(@Tag Query query);

    /** Returns one of them. */
    @GET("memberships/v2/recurring-service-types/{id}")
    RecurringServiceType recurringServiceType(@Path("id") long id);

    /** Returns the changes of recurring service types. */
    @GET("memberships/v2/export/recurring-service-types")
    Export<RecurringServiceType> exportRecurringServiceTypes(@Tag From from);

    /** Lists the recurring service events that match the query. */
    @GET("memberships/v2/recurring-service-events")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = true, filters = """
                    ids locationId jobId status createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter
                    """)
    Paged<RecurringServiceEvent> recurringServiceEvents(@Tag Query query);

    /** Returns the changes of recurring service events. */
    @GET("memberships/v2/export/recurring-service-events")
    Export<RecurringServiceEvent> exportRecurringServiceEvents(@Tag From from);

    /** Returns one of them. */
    @GET("memberships/v2/invoice-templates/{id}")
    InvoiceTemplate invoiceTemplate(@Path("id") long id);

    /** Returns the changes of invoice templates. */
    @GET("memberships/v2/export/invoice-templates")
    Export<InvoiceTemplate> exportInvoiceTemplates(@Tag From from);
}
