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
    /** All business units that answer the query. Its filters are not known here: any name goes out. */
    @GET("settings/v2/business-units")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = false)
    Paged<BusinessUnit> businessUnits(@Tag Query query);

    /** One of them. */
    @GET("settings/v2/business-units/{id}")
    BusinessUnit businessUnit(@Path("id") long id);

    /** What changed of them. */
    @GET("settings/v2/export/business-units")
    Export<BusinessUnit> exportBusinessUnits(@Tag From from);

    /** All technicians that answer the query. Its filters are not known here: any name goes out. */
    @GET("settings/v2/technicians")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = false)
    Paged<Technician> technicians(@Tag Query query);

    /** One of them. */
    @GET("settings/v2/technicians/{id}")
    Technician technician(@Path("id") long id);

    /** What changed of them. */
    @GET("settings/v2/export/technicians")
    Export<Technician> exportTechnicians(@Tag From from);

    /** All employees that answer the query. Its filters are not known here: any name goes out. */
    @GET("settings/v2/employees")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = false)
    Paged<Employee> employees(@Tag Query query);

    /** One of them. */
    @GET("settings/v2/employees/{id}")
    Employee employee(@Path("id") long id);

    /** What changed of them. */
    @GET("settings/v2/export/employees")
    Export<Employee> exportEmployees(@Tag From from);

    /** All tag types that answer the query. Its filters are not known here: any name goes out. */
    @GET("settings/v2/tag-types")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true)
    Paged<TagType> tagTypes(@Tag Query query);

    /** What changed of them. */
    @GET("settings/v2/export/tag-types")
    Export<TagType> exportTagTypes(@Tag From from);
}
