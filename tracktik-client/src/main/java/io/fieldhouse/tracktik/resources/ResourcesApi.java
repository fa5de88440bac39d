package io.fieldhouse.tracktik.resources;

import io.fieldhouse.client.Paged;
import io.fieldhouse.tracktik.api.Query;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * Any collection, as maps. Whole numbers come as {@link Long}, others as {@link java.math.BigDecimal}, relations as what
 * TrackTik sends. Thread-safe.
 */
public interface ResourcesApi {
    /** All items of a collection, such as {@code zones} or {@code me/shifts}, that answer the query. */
    @GET("{resource}")
    Paged<Map<String, @Nullable Object>> read(
            @Path(value = "resource", encoded = true) String resource, @Tag Query query);

    /** One item of a collection; of the query only what it includes counts. */
    @GET("{resource}/{id}")
    Map<String, @Nullable Object> read(
            @Path(value = "resource", encoded = true) String resource, @Path("id") String id, @Tag Query query);
}
