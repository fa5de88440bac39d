package io.fieldhouse.servicetitan.dispatch;

import io.fieldhouse.client.Paged;
import io.fieldhouse.servicetitan.api.Export;
import io.fieldhouse.servicetitan.api.From;
import io.fieldhouse.servicetitan.api.Inactive;
import io.fieldhouse.servicetitan.api.Listing;
import io.fieldhouse.servicetitan.api.Query;
import retrofit2.http.GET;
import retrofit2.http.Tag;

/**
 * Who is sent to which appointment. Thread-safe. Each method returns what ServiceTitan sent, or throws a {@link
 * io.fieldhouse.servicetitan.api.ServiceTitanException}.
 */
public interface DispatchApi {
    /** All assignments that answer the query. Its filters are not known here: any name goes out. */
    @GET("dispatch/v2/appointment-assignments")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true)
    Paged<AppointmentAssignment> appointmentAssignments(@Tag Query query);

    /** What changed of them. */
    @GET("dispatch/v2/export/appointment-assignments")
    Export<AppointmentAssignment> exportAppointmentAssignments(@Tag From from);
}
