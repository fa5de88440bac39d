package io.fieldhouse.servicetitan.resources;

import io.fieldhouse.client.Paged;
import io.fieldhouse.servicetitan.api.Export;
import io.fieldhouse.servicetitan.api.From;
import io.fieldhouse.servicetitan.api.Inactive;
import io.fieldhouse.servicetitan.api.Listing;
import io.fieldhouse.servicetitan.api.Query;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * Any path, as maps: module, version, and what is behind the tenant, such as {@code pricebook/v2/services}. Whole numbers
 * come as {@link Long}, others as {@link java.math.BigDecimal}, what is nested as maps and lists. What is inactive is asked
 * for by name, where the endpoint hides it: {@code Query.all().equal("active", "Any")}. Any
 * filter goes out: of those that ServiceTitan ignores, only what is seen in the items is refused. Thread-safe.
 */
public interface ResourcesApi {
    /** All items of a list that answer the query, whether it can sort or not: in one page, or in pages that are counted. */
    @GET("{path}")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = false)
    Paged<Map<String, @Nullable Object>> read(@Path(value = "path", encoded = true) String path, @Tag Query query);

    /** All items of a long list that can sort by id, in that order. */
    @GET("{path}")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = true)
    Paged<Map<String, @Nullable Object>> readById(@Path(value = "path", encoded = true) String path, @Tag Query query);

    /** One item of a list. */
    @GET("{path}/{id}")
    Map<String, @Nullable Object> read(@Path(value = "path", encoded = true) String path, @Path("id") long id);

    /** An export feed, such as {@code memberships/v2/export/memberships}. */
    @GET("{path}")
    Export<Map<String, @Nullable Object>> export(@Path(value = "path", encoded = true) String path, @Tag From from);
}
