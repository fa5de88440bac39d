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
    /** Lists the estimates that match the query. */
    @GET("sales/v2/estimates")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    jobId projectId jobNumber totalGreater totalLess soldById soldByEmployeeId ids soldAfter
                    soldBefore status active createdBefore createdOnOrAfter modifiedBefore
                    modifiedOnOrAfter locationId
                    """)
    Paged<Estimate> estimates(@Tag Query query);

    /** Returns one of them. */
    @GET("sales/v2/estimates/{id}")
    Estimate estimate(@Path("id") long id);

    /** Returns the changes of them. */
    @GET("sales/v2/export/estimates")
    Export<Estimate> exportEstimates(@Tag From from);
}
