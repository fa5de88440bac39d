package io.fieldhouse.tracktik.scheduling;

import io.fieldhouse.client.Paged;
import io.fieldhouse.tracktik.api.Query;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * Shifts, their breaks, changes, hours and money (TrackTik's scheduling module). Thread-safe. Each method
 * returns what TrackTik sent, or throws a {@link io.fieldhouse.tracktik.api.TrackTikException}.
 */
public interface SchedulingApi {
    /** All shifts that answer the query. */
    @GET("shifts")
    Paged<Shift> shifts(@Tag Query query);

    /** One of them; of the query only what it includes counts. */
    @GET("shifts/{id}")
    Shift shift(@Path("id") long id, @Tag Query query);

    /** All break sessions that answer the query. */
    @GET("break-sessions")
    Paged<BreakSession> breakSessions(@Tag Query query);

    /** One of them; of the query only what it includes counts. */
    @GET("break-sessions/{id}")
    BreakSession breakSession(@Path("id") long id, @Tag Query query);

    /** All shift summaries that answer the query. */
    @GET("shift-summaries")
    Paged<ShiftSummary> shiftSummaries(@Tag Query query);

    /** One of them; of the query only what it includes counts. */
    @GET("shift-summaries/{id}")
    ShiftSummary shiftSummary(@Path("id") long id, @Tag Query query);

    /** All shift period summaries that answer the query: shifts, split by pay period. */
    @GET("shift-period-summaries")
    Paged<ShiftSummary> shiftPeriodSummaries(@Tag Query query);

    /** One of them; of the query only what it includes counts. */
    @GET("shift-period-summaries/{id}")
    ShiftSummary shiftPeriodSummary(@Path("id") long id, @Tag Query query);

    /** All shift logs that answer the query. */
    @GET("shift-logs")
    Paged<ShiftLog> shiftLogs(@Tag Query query);

    /** One of them; of the query only what it includes counts. */
    @GET("shift-logs/{id}")
    ShiftLog shiftLog(@Path("id") long id, @Tag Query query);
}
