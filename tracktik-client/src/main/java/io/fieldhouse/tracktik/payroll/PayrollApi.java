package io.fieldhouse.tracktik.payroll;

import io.fieldhouse.client.Paged;
import io.fieldhouse.tracktik.api.Query;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * Pay codes, schedules, runs and their lines (TrackTik's payroll module). Thread-safe. Each method
 * returns what TrackTik sent, or throws a {@link io.fieldhouse.tracktik.api.TrackTikException}.
 */
public interface PayrollApi {
    /** All payroll codes that answer the query. */
    @GET("payroll-codes")
    Paged<PayrollCode> payrollCodes(@Tag Query query);

    /** One of them; of the query only what it includes counts. */
    @GET("payroll-codes/{id}")
    PayrollCode payrollCode(@Path("id") long id, @Tag Query query);

    /** All payroll schedules that answer the query. */
    @GET("payroll-schedules")
    Paged<PayrollSchedule> payrollSchedules(@Tag Query query);

    /** One of them; of the query only what it includes counts. */
    @GET("payroll-schedules/{id}")
    PayrollSchedule payrollSchedule(@Path("id") long id, @Tag Query query);

    /** All payroll payruns that answer the query. */
    @GET("payroll-payruns")
    Paged<PayrollPayrun> payrollPayruns(@Tag Query query);

    /** One of them; of the query only what it includes counts. */
    @GET("payroll-payruns/{id}")
    PayrollPayrun payrollPayrun(@Path("id") long id, @Tag Query query);

    /** All payroll payrun items that answer the query. */
    @GET("payroll-payrun-items")
    Paged<PayrollPayrunItem> payrollPayrunItems(@Tag Query query);

    /** One of them; of the query only what it includes counts. */
    @GET("payroll-payrun-items/{id}")
    PayrollPayrunItem payrollPayrunItem(@Path("id") long id, @Tag Query query);
}
