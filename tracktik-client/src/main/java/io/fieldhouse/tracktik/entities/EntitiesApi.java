package io.fieldhouse.tracktik.entities;

import io.fieldhouse.client.Paged;
import io.fieldhouse.tracktik.api.Query;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * People and places: regions, clients, accounts, employees, positions and work sessions (TrackTik's core entities). Thread-safe. Each method
 * returns what TrackTik sent, or throws a {@link io.fieldhouse.tracktik.api.TrackTikException}.
 */
public interface EntitiesApi {
    /** All regions that answer the query. */
    @GET("regions")
    Paged<Region> regions(@Tag Query query);

    /** One of them; of the query only what it includes counts. */
    @GET("regions/{id}")
    Region region(@Path("id") long id, @Tag Query query);

    /** All clients that answer the query. */
    @GET("clients")
    Paged<Client> clients(@Tag Query query);

    /** One of them; of the query only what it includes counts. */
    @GET("clients/{id}")
    Client client(@Path("id") long id, @Tag Query query);

    /** All accounts that answer the query. */
    @GET("accounts")
    Paged<Account> accounts(@Tag Query query);

    /** One of them; of the query only what it includes counts. */
    @GET("accounts/{id}")
    Account account(@Path("id") long id, @Tag Query query);

    /** All employees that answer the query. */
    @GET("employees")
    Paged<Employee> employees(@Tag Query query);

    /** One of them; of the query only what it includes counts. */
    @GET("employees/{id}")
    Employee employee(@Path("id") long id, @Tag Query query);

    /** All positions that answer the query. */
    @GET("positions")
    Paged<Position> positions(@Tag Query query);

    /** One of them; of the query only what it includes counts. */
    @GET("positions/{id}")
    Position position(@Path("id") long id, @Tag Query query);

    /** All work sessions that answer the query. */
    @GET("work-sessions")
    Paged<WorkSession> workSessions(@Tag Query query);

    /** One of them; of the query only what it includes counts. */
    @GET("work-sessions/{id}")
    WorkSession workSession(@Path("id") long id, @Tag Query query);
}
