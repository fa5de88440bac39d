package io.fieldhouse.servicetitan.jpm;

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
 * Jobs, appointments, job types and projects. Thread-safe. Each method returns what ServiceTitan sent, or throws a
 * {@link io.fieldhouse.servicetitan.api.ServiceTitanException}.
 */
public interface JpmApi {
    /**
     * All jobs that answer the query. Filters: {@code number}, {@code projectId}, {@code bookingId}, {@code
     * jobStatus}, {@code appointmentStatus}, {@code priority}, {@code firstAppointmentStartsOnOrAfter}, {@code
     * firstAppointmentStartsBefore}, {@code appointmentStartsOnOrAfter}, {@code appointmentStartsBefore}, {@code
     * technicianId}, {@code customerId}, {@code locationId}, {@code soldById}, {@code jobTypeId}, {@code campaignId},
     * {@code businessUnitId}, {@code invoiceId}, {@code completedOnOrAfter}, {@code completedBefore}, {@code
     * tagTypeIds}, {@code hasUnusedAppointments}, {@code externalDataApplicationGuid}, {@code externalDataKey}, {@code
     * externalDataValues}.
     */
    @GET("jpm/v2/jobs")
    @Listing(
            inactive = Inactive.ALWAYS_SHOWN,
            sorted = true,
            filters = {
                "number",
                "projectId",
                "bookingId",
                "jobStatus",
                "appointmentStatus",
                "priority",
                "firstAppointmentStartsOnOrAfter",
                "firstAppointmentStartsBefore",
                "appointmentStartsOnOrAfter",
                "appointmentStartsBefore",
                "technicianId",
                "customerId",
                "locationId",
                "soldById",
                "jobTypeId",
                "campaignId",
                "businessUnitId",
                "invoiceId",
                "completedOnOrAfter",
                "completedBefore",
                "tagTypeIds",
                "hasUnusedAppointments",
                "externalDataApplicationGuid",
                "externalDataKey",
                "externalDataValues"
            })
    Paged<Job> jobs(@Tag Query query);

    /** One of them. */
    @GET("jpm/v2/jobs/{id}")
    Job job(@Path("id") long id);

    /** What changed of them. */
    @GET("jpm/v2/export/jobs")
    Export<Job> exportJobs(@Tag From from);

    /**
     * All appointments that answer the query. Filters: {@code jobId}, {@code projectId}, {@code number}, {@code
     * status}, {@code startsOnOrAfter}, {@code startsBefore}, {@code technicianId}, {@code customerId}, {@code
     * unused}.
     */
    @GET("jpm/v2/appointments")
    @Listing(
            inactive = Inactive.ACTIVE_ANY,
            sorted = true,
            filters = {
                "jobId",
                "projectId",
                "number",
                "status",
                "startsOnOrAfter",
                "startsBefore",
                "technicianId",
                "customerId",
                "unused"
            })
    Paged<Appointment> appointments(@Tag Query query);

    /** One of them. */
    @GET("jpm/v2/appointments/{id}")
    Appointment appointment(@Path("id") long id);

    /** What changed of them. */
    @GET("jpm/v2/export/appointments")
    Export<Appointment> exportAppointments(@Tag From from);

    /** All job types that answer the query. Its filters are not known here: any name goes out. */
    @GET("jpm/v2/job-types")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = false)
    Paged<JobType> jobTypes(@Tag Query query);

    /** One of them. */
    @GET("jpm/v2/job-types/{id}")
    JobType jobType(@Path("id") long id);

    /** All projects that answer the query. Its filters are not known here: any name goes out. */
    @GET("jpm/v2/projects")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = true)
    Paged<Project> projects(@Tag Query query);

    /** One of them. */
    @GET("jpm/v2/projects/{id}")
    Project project(@Path("id") long id);

    /** What changed of them. */
    @GET("jpm/v2/export/projects")
    Export<Project> exportProjects(@Tag From from);
}
