package io.fieldhouse.servicetitan.settings;

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
 * Business units, technicians, employees and tag types. Thread-safe. Each method returns what ServiceTitan sent, or
 * throws a {@link io.fieldhouse.servicetitan.api.ServiceTitanException}.
 */
public interface SettingsApi {
    /** Lists the business units that match the query. */
    @GET("settings/v2/business-units")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = false, filters = """
                    ids name active createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter
                    externalDataApplicationGuid
                    """)
    Paged<BusinessUnit> businessUnits(@Tag Query query);

    /** Returns one of them. */
    @GET("settings/v2/business-units/{id}")
    BusinessUnit businessUnit(@Path("id") long id);

    /** Returns the changes of them. */
    @GET("settings/v2/export/business-units")
    Export<BusinessUnit> exportBusinessUnits(@Tag From from);

    /** Lists the technicians that match the query. */
    @GET("settings/v2/technicians")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = false, filters = """
                    ids userIds name active createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter
                    """)
    Paged<Technician> technicians(@Tag Query query);

    /** Returns one of them. */
    @GET("settings/v2/technicians/{id}")
    Technician technician(@Path("id") long id);

    /** Returns the changes of them. */
    @GET("settings/v2/export/technicians")
    Export<Technician> exportTechnicians(@Tag From from);

    /** Lists the employees that match the query. */
    @GET("settings/v2/employees")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = false, filters = """
                    ids userIds name email active createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter
                    """)
    Paged<Employee> employees(@Tag Query query);

    /** Returns one of them. */
    @GET("settings/v2/employees/{id}")
    Employee employee(@Path("id") long id);

    /** Returns the changes of them. */
    @GET("settings/v2/export/employees")
    Export<Employee> exportEmployees(@Tag From from);

    /** Lists the tag types that match the query. */
    @GET("settings/v2/tag-types")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    active createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter
                    """)
    Paged<TagType> tagTypes(@Tag Query query);

    /** Returns the changes of them. */
    @GET("settings/v2/export/tag-types")
    Export<TagType> exportTagTypes(@Tag From from);
}
