package io.fieldhouse.servicetitan.marketing;

import io.fieldhouse.client.Paged;
import io.fieldhouse.servicetitan.api.Inactive;
import io.fieldhouse.servicetitan.api.Listing;
import io.fieldhouse.servicetitan.api.Query;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * Campaigns and what they cost. Thread-safe. Each method returns what ServiceTitan sent, or throws a {@link
 * io.fieldhouse.servicetitan.api.ServiceTitanException}.
 */
public interface MarketingApi {
    /** All campaigns that answer the query. Its filters are not known here: any name goes out. */
    @GET("marketing/v2/campaigns")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true)
    Paged<Campaign> campaigns(@Tag Query query);

    /** One of them. */
    @GET("marketing/v2/campaigns/{id}")
    Campaign campaign(@Path("id") long id);

    /** All costs of campaigns that answer the query. Its filters are not known here: any name goes out. */
    @GET("marketing/v2/costs")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = true)
    Paged<CampaignCost> campaignCosts(@Tag Query query);

    /** One of them. */
    @GET("marketing/v2/costs/{id}")
    CampaignCost campaignCost(@Path("id") long id);
}
