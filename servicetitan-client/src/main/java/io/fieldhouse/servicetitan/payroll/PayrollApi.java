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
    /** All gross pay items that answer the query. Its filters are not known here: any name goes out. */
    @GET("payroll/v2/gross-pay-items")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = false)
    Paged<GrossPayItem> grossPayItems(@Tag Query query);

    /** What changed of them. */
    @GET("payroll/v2/export/gross-pay-items")
    Export<GrossPayItem> exportGrossPayItems(@Tag From from);

    /** All adjustments that answer the query. Its filters are not known here: any name goes out. */
    @GET("payroll/v2/payroll-adjustments")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true)
    Paged<PayrollAdjustment> payrollAdjustments(@Tag Query query);

    /** One of them. */
    @GET("payroll/v2/payroll-adjustments/{id}")
    PayrollAdjustment payrollAdjustment(@Path("id") long id);

    /** What changed of them. */
    @GET("payroll/v2/export/payroll-adjustments")
    Export<PayrollAdjustment> exportPayrollAdjustments(@Tag From from);

    /** All splits of jobs that answer the query. Its filters are not known here: any name goes out. */
    @GET("payroll/v2/jobs/splits")
    @Listing(inactive = Inactive.ACTIVE_ANY, sorted = true)
    Paged<JobSplit> jobSplits(@Tag Query query);

    /** What changed of them. */
    @GET("payroll/v2/export/jobs/splits")
    Export<JobSplit> exportJobSplits(@Tag From from);
}
