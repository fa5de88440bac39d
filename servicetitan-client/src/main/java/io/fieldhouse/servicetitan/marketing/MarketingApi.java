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
    /** Lists the campaigns that match the query. */
    @GET("marketing/v2/campaigns")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    modifiedBefore modifiedOnOrAfter active ids name createdBefore createdOnOrAfter
                    campaignPhoneNumber
                    """)
    Paged<Campaign> campaigns(@Tag Query query);

    /** Returns one of them. */
    @GET("marketing/v2/campaigns/{id}")
    Campaign campaign(@Path("id") long id);

    /** Lists the costs of campaigns that match the query. */
    @GET("marketing/v2/costs")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = true, filters = """
                    year month campaignId
                    """)
    Paged<CampaignCost> campaignCosts(@Tag Query query);

    /** Returns one of them. */
    @GET("marketing/v2/costs/{id}")
    CampaignCost campaignCost(@Path("id") long id);

    /** Lists the campaign categories that match the query. */
    @GET("marketing/v2/categories")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = true, filters = """
                    createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter
                    """)
    Paged<CampaignCategory> campaignCategories(@Tag Query query);

    /** Returns one of them. */
    @GET("marketing/v2/categories/{id}")
    CampaignCategory campaignCategory(@Path("id") long id);
}
