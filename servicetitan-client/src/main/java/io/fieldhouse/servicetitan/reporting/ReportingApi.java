package io.fieldhouse.servicetitan.reporting;

import io.fieldhouse.client.Paged;
import io.fieldhouse.servicetitan.api.Inactive;
import io.fieldhouse.servicetitan.api.Listing;
import io.fieldhouse.servicetitan.api.Query;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/** What of the reporting module is asked for as any other list and record. */
interface ReportingApi {
    @GET("reporting/v2/report-categories")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = false)
    Paged<ReportCategory> categories(@Tag Query query);

    @GET("reporting/v2/report-category/{category}/reports")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = false)
    Paged<ReportSummary> reports(@Path("category") String category, @Tag Query query);

    @GET("reporting/v2/report-category/{category}/reports/{id}")
    ReportDefinition definition(@Path("category") String category, @Path("id") long id);
}
