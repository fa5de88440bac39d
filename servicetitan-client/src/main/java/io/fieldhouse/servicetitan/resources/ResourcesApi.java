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
    /**
     * Lists the items that match the query, whether the endpoint can sort or not: in one page, or in pages that are counted. A
     * page has 500 items, which every endpoint allows; most allow a {@link Query#pageSize} of 5,000.
     */
    @GET("{path}")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = false, defaultPage = 500)
    Paged<Map<String, @Nullable Object>> read(@Path(value = "path", encoded = true) String path, @Tag Query query);

    /** Lists the items that match the query in the order of their ids, which the endpoint must be able to sort by. */
    @GET("{path}")
    @Listing(inactive = Inactive.ALWAYS_SHOWN, sorted = true)
    Paged<Map<String, @Nullable Object>> readById(@Path(value = "path", encoded = true) String path, @Tag Query query);

    /** Returns one item of a list. */
    @GET("{path}/{id}")
    Map<String, @Nullable Object> read(@Path(value = "path", encoded = true) String path, @Path("id") long id);

    /** Returns one item of a list whose ids are text, such as {@code crm/v2/contacts}. */
    @GET("{path}/{id}")
    Map<String, @Nullable Object> read(@Path(value = "path", encoded = true) String path, @Path("id") String id);

    /** An export feed, such as {@code memberships/v2/export/memberships}. */
    @GET("{path}")
    Export<Map<String, @Nullable Object>> export(@Path(value = "path", encoded = true) String path, @Tag From from);
}
