package io.fieldhouse.servicetitan.sales;

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
 * Estimates. Thread-safe. Each method returns what ServiceTitan sent, or throws a {@link
 * io.fieldhouse.servicetitan.api.ServiceTitanException}.
 */
public interface SalesApi {
    /**
     * All estimates that answer the query. Filters: {@code jobId}, {@code jobNumber}, {@code projectId}, {@code
     * locationId}, {@code status}, {@code soldById}, {@code soldByEmployeeId}, {@code soldAfter}, {@code soldBefore},
     * {@code totalGreater}, {@code totalLess}.
     */
    @GET("sales/v2/estimates")
    @Listing(
            inactive = Inactive.ACTIVE_ANY,
            sorted = true,
            filters = {
                "jobId",
                "jobNumber",
                "projectId",
                "locationId",
                "status",
                "soldById",
                "soldByEmployeeId",
                "soldAfter",
                "soldBefore",
                "totalGreater",
                "totalLess"
            })
    Paged<Estimate> estimates(@Tag Query query);

    /** One of them. */
    @GET("sales/v2/estimates/{id}")
    Estimate estimate(@Path("id") long id);

    /** What changed of them. */
    @GET("sales/v2/export/estimates")
    Export<Estimate> exportEstimates(@Tag From from);
}
