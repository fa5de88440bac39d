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
    /** Lists the jobs that match the query. */
    @GET("jpm/v2/jobs")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = true, filters = """
                    ids number projectId bookingId jobStatus appointmentStatus priority
                    firstAppointmentStartsOnOrAfter firstAppointmentStartsBefore appointmentStartsOnOrAfter
                    appointmentStartsBefore technicianId customerId locationId soldById jobTypeId campaignId
                    businessUnitId invoiceId createdFromEstimateId estimateIds createdBefore createdOnOrAfter
                    modifiedBefore modifiedOnOrAfter completedOnOrAfter completedBefore tagTypeIds
                    externalDataApplicationGuid externalDataKey externalDataValues hasUnusedAppointments
                    """)
    Paged<Job> jobs(@Tag Query query);

    /** Returns one of them. */
    @GET("jpm/v2/jobs/{id}")
    Job job(@Path("id") long id);

    /** Returns the changes of them. */
    @GET("jpm/v2/export/jobs")
    Export<Job> exportJobs(@Tag From from);

    /** Lists the appointments that match the query. */
    @GET("jpm/v2/appointments")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    ids active jobId projectId number status startsOnOrAfter startsBefore technicianId customerId
                    unused modifiedBefore modifiedOnOrAfter createdOnOrAfter createdBefore
                    """)
    Paged<Appointment> appointments(@Tag Query query);

    /** Returns one of them. */
    @GET("jpm/v2/appointments/{id}")
    Appointment appointment(@Path("id") long id);

    /** Returns the changes of them. */
    @GET("jpm/v2/export/appointments")
    Export<Appointment> exportAppointments(@Tag From from);

    /** Lists the job types that match the query. */
    @GET("jpm/v2/job-types")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = false, filters = """
                    name minDuration maxDuration priority ids active createdBefore
                    createdOnOrAfter modifiedBefore modifiedOnOrAfter externalDataApplicationGuid
                    """)
    Paged<JobType> jobTypes(@Tag Query query);

    /** Returns one of them. */
    @GET("jpm/v2/job-types/{id}")
    JobType jobType(@Path("id") long id);

    /** Lists the projects that match the query. */
    @GET("jpm/v2/projects")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = true, filters = """
                    ids customerId locationId projectTypeId invoiceId technicianId jobId appointmentId
                    projectManagerIds businessUnitIds createdBefore createdOnOrAfter startsBefore startsOnOrAfter
                    completedBefore completedOnOrAfter targetCompletionDateBefore targetCompletionDateOnOrAfter
                    modifiedBefore modifiedOnOrAfter status externalDataApplicationGuid externalDataKey
                    externalDataValues
                    """, unchecked = "status")
    Paged<Project> projects(@Tag Query query);

    /** Returns one of them. */
    @GET("jpm/v2/projects/{id}")
    Project project(@Path("id") long id);

    /** Returns the changes of them. */
    @GET("jpm/v2/export/projects")
    Export<Project> exportProjects(@Tag From from);

    /** Lists the reasons to cancel a job that match the query. */
    @GET("jpm/v2/job-cancel-reasons")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    active createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter
                    """)
    Paged<JobCancelReason> jobCancelReasons(@Tag Query query);

    /** Lists the reasons to put a job on hold that match the query. */
    @GET("jpm/v2/job-hold-reasons")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    active createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter
                    """)
    Paged<JobHoldReason> jobHoldReasons(@Tag Query query);

    /** Returns the changes of cancellations of jobs. */
    @GET("jpm/v2/export/job-canceled-logs")
    Export<JobCanceledLog> exportJobCanceledLogs(@Tag From from);

    /** Returns the changes of histories of jobs. */
    @GET("jpm/v2/export/job-history")
    Export<JobHistory> exportJobHistories(@Tag From from);

    /** Lists the project statuses that match the query. */
    @GET("jpm/v2/project-statuses")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = true, filters = """
                    name ids createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter
                    """)
    Paged<ProjectStatus> projectStatuses(@Tag Query query);

    /** Returns one of them. */
    @GET("jpm/v2/project-statuses/{id}")
    ProjectStatus projectStatus(@Path("id") long id);

    /** Lists the project substatuses that match the query. */
    @GET("jpm/v2/project-substatuses")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    name statusId ids createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter active
                    """)
    Paged<ProjectSubstatus> projectSubstatuses(@Tag Query query);

    /** Returns one of them. */
    @GET("jpm/v2/project-substatuses/{id}")
    ProjectSubstatus projectSubstatus(@Path("id") long id);

    /** Lists the project types that match the query. */
    @GET("jpm/v2/project-types")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = false)
    Paged<ProjectType> projectTypes(@Tag Query query);

    /** Returns one of them. */
    @GET("jpm/v2/project-types/{id}")
    ProjectType projectType(@Path("id") long id);
}
