package io.fieldhouse.servicetitan.payroll;

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
 * What is paid to employees. Thread-safe. Each method returns what ServiceTitan sent, or throws a {@link
 * io.fieldhouse.servicetitan.api.ServiceTitanException}.
 */
public interface PayrollApi {
    /** Lists the gross pay items that match the query. */
    @GET("payroll/v2/gross-pay-items")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = false, filters = """
                    employeeType employeeId payrollIds dateOnOrAfter dateOnOrBefore createdOnOrAfter createdBefore
                    modifiedOnOrAfter modifiedOnOrBefore modifiedBefore
                    """)
    Paged<GrossPayItem> grossPayItems(@Tag Query query);

    /** Returns the changes of them. */
    @GET("payroll/v2/export/gross-pay-items")
    Export<GrossPayItem> exportGrossPayItems(@Tag From from);

    /** Lists the adjustments that match the query. */
    @GET("payroll/v2/payroll-adjustments")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    employeeIds postedOnOrAfter postedOnOrBefore active createdBefore createdOnOrAfter
                    modifiedBefore modifiedOnOrAfter
                    """)
    Paged<PayrollAdjustment> payrollAdjustments(@Tag Query query);

    /** Returns one of them. */
    @GET("payroll/v2/payroll-adjustments/{id}")
    PayrollAdjustment payrollAdjustment(@Path("id") long id);

    /** Returns the changes of them. */
    @GET("payroll/v2/export/payroll-adjustments")
    Export<PayrollAdjustment> exportPayrollAdjustments(@Tag From from);

    /** Lists the splits of jobs that match the query. */
    @GET("payroll/v2/jobs/splits")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    jobIds createdOnOrAfter createdBefore modifiedOnOrAfter modifiedBefore active
                    """)
    Paged<JobSplit> jobSplits(@Tag Query query);

    /** Returns the changes of them. */
    @GET("payroll/v2/export/jobs/splits")
    Export<JobSplit> exportJobSplits(@Tag From from);

    /** Lists the timesheets of jobs that match the query. */
    @GET("payroll/v2/jobs/timesheets")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    jobIds createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter active technicianId
                    startedOn endedOn
                    """)
    Paged<JobTimesheet> jobTimesheets(@Tag Query query);

    /** Returns the changes of timesheets of jobs. */
    @GET("payroll/v2/export/jobs/timesheets")
    Export<JobTimesheet> exportJobTimesheets(@Tag From from);

    /** Lists the timesheets without a job that match the query. */
    @GET("payroll/v2/non-job-timesheets")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter employeeId employeeType active
                    """)
    Paged<NonJobTimesheet> nonJobTimesheets(@Tag Query query);

    /** Lists the activity codes that match the query. */
    @GET("payroll/v2/activity-codes")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter active
                    """)
    Paged<ActivityCode> activityCodes(@Tag Query query);

    /** Returns one of them. */
    @GET("payroll/v2/activity-codes/{id}")
    ActivityCode activityCode(@Path("id") long id);

    /** Returns the changes of activity codes. */
    @GET("payroll/v2/export/activity-codes")
    Export<ActivityCode> exportActivityCodes(@Tag From from);

    /** Lists the timesheet codes that match the query. */
    @GET("payroll/v2/timesheet-codes")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter active
                    """)
    Paged<TimesheetCode> timesheetCodes(@Tag Query query);

    /** Returns one of them. */
    @GET("payroll/v2/timesheet-codes/{id}")
    TimesheetCode timesheetCode(@Path("id") long id);

    /** Returns the changes of timesheet codes. */
    @GET("payroll/v2/export/timesheet-codes")
    Export<TimesheetCode> exportTimesheetCodes(@Tag From from);

    /** Lists the payrolls that match the query. */
    @GET("payroll/v2/payrolls")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true, filters = """
                    employeeType startedOnOrAfter endedOnOrBefore modifiedBefore modifiedOnOrAfter approvedOnOrAfter
                    status active createdBefore createdOnOrAfter
                    """)
    Paged<Payroll> payrolls(@Tag Query query);

    /** Lists the payroll settings that match the query. */
    @GET("payroll/v2/payroll-settings")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = false, filters = """
                    employeeType createdBefore createdOnOrAfter modifiedBefore modifiedOnOrAfter active
                    """)
    Paged<PayrollSetting> payrollSettings(@Tag Query query);

    /** Returns the changes of payroll settings. */
    @GET("payroll/v2/export/payroll-settings")
    Export<PayrollSetting> exportPayrollSettings(@Tag From from);

    /** Lists the labor rates of locations that match the query. */
    @GET("payroll/v2/locations/rates")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = false, filters = """
                    locationIds createdBefore createdOnOrAfter active
                    """)
    Paged<LocationRate> locationRates(@Tag Query query);
}
