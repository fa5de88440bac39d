package io.fieldhouse.tracktik.backoffice;

import io.fieldhouse.client.Paged;
import io.fieldhouse.tracktik.api.Query;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * The ledger of pay and bill, and holidays (TrackTik's back office). Thread-safe. Each method
 * returns what TrackTik sent, or throws a {@link io.fieldhouse.tracktik.api.TrackTikException}.
 */
public interface BackOfficeApi {
    /** All pay and bill transactions that answer the query. */
    @GET("pay-and-bill-transactions")
    Paged<PayAndBillTransaction> payAndBillTransactions(@Tag Query query);

    /** One of them; of the query only what it includes counts. */
    @GET("pay-and-bill-transactions/{id}")
    PayAndBillTransaction payAndBillTransaction(@Path("id") String id, @Tag Query query);

    /** All holidays that answer the query. */
    @GET("holidays")
    Paged<Holiday> holidays(@Tag Query query);

    /** One of them; of the query only what it includes counts. */
    @GET("holidays/{id}")
    Holiday holiday(@Path("id") long id, @Tag Query query);
}
