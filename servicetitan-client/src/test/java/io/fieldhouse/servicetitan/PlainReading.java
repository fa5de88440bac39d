package io.fieldhouse.servicetitan;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import io.fieldhouse.servicetitan.accounting.Invoice;
import io.fieldhouse.servicetitan.api.ServiceTitanConfig;
import io.fieldhouse.servicetitan.transport.BareJson;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** How one would read invoices without the client: a loop with OkHttp that parses with bare Moshi, and checks nothing. */
final class PlainReading {
    private final ServiceTitanConfig config;
    private final OkHttpClient http = new OkHttpClient();
    private final JsonAdapter<Invoice> invoices = BareJson.MOSHI.adapter(Invoice.class);

    private record Page(
            long rows,
            long total,
            boolean hasMore,
            @Nullable String continueFrom) {}

    PlainReading(ServiceTitanConfig config) {
        this.config = config;
    }

    /** Page after page of the list, as many at a time as the client has in flight. */
    long list() throws Exception {
        String token = token();
        int inFlight = config.pace().requestsInFlight();
        ExecutorService threads = Executors.newFixedThreadPool(inFlight);
        try {
            Page first = page(token, listPage(1));
            long rows = first.rows();
            int last = (int) ((first.total() + 999) / 1000);
            Deque<Future<Page>> underWay = new ArrayDeque<>();
            for (int number = 2; number <= last || !underWay.isEmpty(); ) {
                while (number <= last && underWay.size() < inFlight) {
                    HttpUrl url = listPage(number++);
                    underWay.add(threads.submit(() -> page(token, url)));
                }
                rows += underWay.remove().get().rows();
            }
            return rows;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Page after page of the export feed, one at a time. */
    long export() throws IOException {
        String token = token();
        long rows = 0;
        HttpUrl feed = tenant("export/invoices");
        Page page = page(token, feed);
        while (page.hasMore()) {
            rows += page.rows();
            page = page(
                    token,
                    feed.newBuilder()
                            .addQueryParameter("from", page.continueFrom())
                            .build());
        }
        return rows + page.rows();
    }

    private HttpUrl listPage(int number) {
        return tenant("invoices")
                .newBuilder()
                .addQueryParameter("activeState", "All")
                .addQueryParameter("sort", "+Id")
                .addQueryParameter("page", Integer.toString(number))
                .addQueryParameter("pageSize", "1000")
                .addQueryParameter("includeTotal", Boolean.toString(number == 1))
                .build();
    }

    private HttpUrl tenant(String path) {
        return Objects.requireNonNull(
                config.environment().api().resolve("accounting/v2/tenant/" + config.tenant() + "/" + path));
    }

    private String token() throws IOException {
        FormBody form = new FormBody.Builder()
                .add("grant_type", "client_credentials")
                .add("client_id", config.credentials().clientId())
                .add("client_secret", config.credentials().clientSecret())
                .build();
        HttpUrl url = Objects.requireNonNull(config.environment().auth().resolve("connect/token"));
        try (Response response =
                http.newCall(new Request.Builder().url(url).post(form).build()).execute()) {
            return response.body().string().replaceAll("(?s).*\"access_token\":\"([^\"]*)\".*", "$1");
        }
    }

    private Page page(String token, HttpUrl url) throws IOException {
        Request request = new Request.Builder()
                .url(url)
                .header("Authorization", "Bearer " + token)
                .header("ST-App-Key", config.credentials().appKey())
                .build();
        try (Response response = http.newCall(request).execute()) {
            JsonReader reader = JsonReader.of(response.body().source());
            long total = 0;
            long rows = 0;
            boolean hasMore = false;
            String continueFrom = null;
            reader.beginObject();
            while (reader.hasNext()) {
                switch (reader.nextName()) {
                    case "totalCount" ->
                        total = reader.peek() == JsonReader.Token.NULL ? skipped(reader) : reader.nextLong();
                    case "hasMore" -> hasMore = reader.nextBoolean();
                    case "continueFrom" -> continueFrom = reader.nextString();
                    case "data" -> {
                        reader.beginArray();
                        while (reader.hasNext()) {
                            rows += invoices.fromJson(reader) == null ? 0 : 1;
                        }
                        reader.endArray();
                    }
                    default -> reader.skipValue();
                }
            }
            reader.endObject();
            return new Page(rows, total, hasMore, continueFrom);
        }
    }

    private static long skipped(JsonReader reader) throws IOException {
        reader.skipValue();
        return 0;
    }
}
