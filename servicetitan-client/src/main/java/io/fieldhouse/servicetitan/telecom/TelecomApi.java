package io.fieldhouse.servicetitan.telecom;

import io.fieldhouse.client.Paged;
import io.fieldhouse.servicetitan.api.Export;
import io.fieldhouse.servicetitan.api.From;
import io.fieldhouse.servicetitan.api.Inactive;
import io.fieldhouse.servicetitan.api.Listing;
import io.fieldhouse.servicetitan.api.Query;
import retrofit2.http.GET;
import retrofit2.http.Tag;

/**
 * Phone calls. Thread-safe. Each method returns what ServiceTitan sent, or throws a {@link
 * io.fieldhouse.servicetitan.api.ServiceTitanException}.
 */
public interface TelecomApi {
    /** Lists the phone calls that match the query. */
    @GET("telecom/v3/calls")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    ids createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter active createdAfter
                    modifiedAfter campaignId agentId minDuration phoneNumberCalled callerPhoneNumber agentName
                    agentIsExternal agentExternalId sid tag
                    """)
    Paged<Call> calls(@Tag Query query);

    /** Reads the export feed of phone calls, whose fields differ from those of the list. */
    @GET("telecom/v2/export/calls")
    Export<ExportedCall> exportCalls(@Tag From from);
}
