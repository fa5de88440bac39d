package io.fieldhouse.servicetitan.jpm;

import io.fieldhouse.servicetitan.api.Export;
import io.fieldhouse.servicetitan.api.From;
import io.fieldhouse.servicetitan.api.Inactive;
import io.fieldhouse.servicetitan.api.Listing;
import io.fieldhouse.servicetitan.api.Paged;
import io.fieldhouse.servicetitan.api.Query;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * Jobs, appointments, job types and projects. Thread-safe. Each method returns what ServiceTitan sent, or throws a
 * {@link io.fieldhouse.servicetitan.api.ServiceTitanException}.
 */
public interface JpmApi {
    /** All jobs that answer the query. */
    @GET("jpm/v2/jobs")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = true)
    Paged<Job> jobs(@Tag Query query);

    /** One of them. */
    @GET("jpm/v2/jobs/{id}")
    Job job(@Path("id") long id);

    /** What changed of them. */
    @GET("jpm/v2/export/jobs")
    Export<Job> exportJobs(@Tag From from);

    /** All appointments that answer the query. */
    @GET("jpm/v2/appointments")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true)
    Paged<Appointment> appointments(@Tag Query query);

    /** One of them. */
    @GET("jpm/v2/appointments/{id}")
    Appointment appointment(@Path("id") long id);

    /** What changed of them. */
    @GET("jpm/v2/export/appointments")
    Export<Appointment> exportAppointments(@Tag From from);

    /** All job types that answer the query. */
    @GET("jpm/v2/job-types")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = false)
    Paged<JobType> jobTypes(@Tag Query query);

    /** One of them. */
    @GET("jpm/v2/job-types/{id}")
    JobType jobType(@Path("id") long id);

    /** All projects that answer the query. */
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
