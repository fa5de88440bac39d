package io.fieldhouse.servicetitan.dispatch;

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
 * Who is sent to which appointment. Thread-safe. Each method returns what ServiceTitan sent, or throws a {@link
 * io.fieldhouse.servicetitan.api.ServiceTitanException}.
 */
public interface DispatchApi {
    /** Lists the assignments that match the query. */
    @GET("dispatch/v2/appointment-assignments")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    ids appointmentIds jobId createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter active
                    """)
    Paged<AppointmentAssignment> appointmentAssignments(@Tag Query query);

    /** Returns the changes of them. */
    @GET("dispatch/v2/export/appointment-assignments")
    Export<AppointmentAssignment> exportAppointmentAssignments(@Tag From from);

    /** Lists the non-job appointments that match the query. */
    @GET("dispatch/v2/non-job-appointments")
    @Listing(inactive = Inactive.NOT_ACTIVE_ONLY, sorted = true, filters = """
                    technicianId startsOnOrAfter startsOnOrBefore timesheetCodeId activeOnly
                    showOnTechnicianSchedule createdOnOrAfter createdBefore modifiedOnOrAfter modifiedBefore ids
                    """)
    Paged<NonJobAppointment> nonJobAppointments(@Tag Query query);

    /** Returns one of them. */
    @GET("dispatch/v2/non-job-appointments/{id}")
    NonJobAppointment nonJobAppointment(@Path("id") long id);

    /** Lists the technician shifts that match the query. */
    @GET("dispatch/v2/technician-shifts")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    startsOnOrAfter endsOnOrBefore shiftType technicianId titleContains noteContains active
                    createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter
                    """)
    Paged<TechnicianShift> technicianShifts(@Tag Query query);

    /** Returns one of them. */
    @GET("dispatch/v2/technician-shifts/{id}")
    TechnicianShift technicianShift(@Path("id") long id);

    /** Lists the teams that match the query. */
    @GET("dispatch/v2/teams")
    @Listing(inactive = Inactive.INCLUDE_INACTIVE, sorted = true, filters = """
                    includeInactive createdOnOrAfter createdBefore modifiedOnOrAfter modifiedBefore
                    """)
    Paged<Team> teams(@Tag Query query);

    /** Returns one of them. */
    @GET("dispatch/v2/teams/{id}")
    Team team(@Path("id") long id);

    /** Lists the zones that match the query. */
    @GET("dispatch/v2/zones")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    createdOnOrAfter createdBefore modifiedOnOrAfter modifiedBefore active
                    """)
    Paged<Zone> zones(@Tag Query query);

    /** Returns one of them. */
    @GET("dispatch/v2/zones/{id}")
    Zone zone(@Path("id") long id);
}
