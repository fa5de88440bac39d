package io.fieldhouse.servicetitan.sandbox;

import static java.util.Objects.requireNonNull;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Asks a sandbox as any client would, and knows nothing of how it works. */
final class Asking {
    private final ServiceTitanSandbox sandbox;
    private final OkHttpClient http;
    private final String token;

    Asking(ServiceTitanSandbox sandbox) {
        this.sandbox = sandbox;
        this.http = new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
        this.token = string(token().body().get("access_token"));
    }

    /** An answer, with its body as Moshi reads it: maps, lists, texts and numbers. */
    record Answer(int status, okhttp3.Headers headers, String text) {
        Map<?, ?> body() {
            return map(parse(text));
        }

        List<Map<?, ?>> rows() {
            List<Map<?, ?>> rows = new ArrayList<>();
            for (Object row : list(body().get("data"))) {
                rows.add(map(row));
            }
            return rows;
        }

        List<Long> ids() {
            return rows().stream().map(row -> id(row.get("id"))).toList();
        }

        boolean hasMore() {
            return (Boolean) requireNonNull(body().get("hasMore"));
        }

        long total() {
            return number(body().get("totalCount")).longValueExact();
        }

        String continueFrom() {
            return string(body().get("continueFrom"));
        }

        String title() {
            return string(body().get("title"));
        }
    }

    Answer token() {
        SandboxCredentials known = sandbox.credentials();
        return token(
                "grant_type", "client_credentials",
                "client_id", known.clientId(),
                "client_secret", known.clientSecret());
    }

    Answer token(String... form) {
        FormBody.Builder body = new FormBody.Builder();
        for (int i = 0; i < form.length; i += 2) {
            body.add(form[i], form[i + 1]);
        }
        HttpUrl url = requireNonNull(sandbox.authUrl().resolve("connect/token"));
        return call(new Request.Builder().url(url).post(body.build()).build());
    }

    /** A path without its tenant, such as {@code jpm/v2/jobs}. */
    Answer get(String path, String... query) {
        return call(request(path, query).build());
    }

    Answer get(Map<String, String> headers, String path, String... query) {
        Request.Builder request = request(path, query);
        headers.forEach(request::header);
        return call(request.build());
    }

    Answer getOfTenant(long tenant, String path) {
        return call(ofTenant(tenant, path).build());
    }

    Answer post(String path, String json, String... query) {
        RequestBody body = RequestBody.create(json, MediaType.get("application/json"));
        return call(request(path, query).post(body).build());
    }

    Answer delete(String path) {
        return call(request(path).delete().build());
    }

    private Request.Builder request(String path, String... query) {
        return ofTenant(sandbox.tenant(), path, query);
    }

    private Request.Builder ofTenant(long tenant, String path, String... query) {
        String whole = path.replaceFirst("/v2/", "/v2/tenant/" + tenant + "/");
        HttpUrl.Builder url = requireNonNull(sandbox.apiUrl().resolve(whole)).newBuilder();
        for (int i = 0; i < query.length; i += 2) {
            url.addQueryParameter(query[i], query[i + 1]);
        }
        return new Request.Builder()
                .url(url.build())
                .header("Authorization", "Bearer " + token)
                .header("ST-App-Key", sandbox.credentials().appKey());
    }

    private Answer call(Request request) {
        try (Response response = http.newCall(request).execute()) {
            return new Answer(
                    response.code(), response.headers(), response.body().string());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All rows of a list, inactive ones included, page by page. */
    List<Map<?, ?>> all(String path, String... query) {
        List<Map<?, ?>> rows = new ArrayList<>();
        for (int page = 1; ; page++) {
            List<String> more = new ArrayList<>(Arrays.asList(query));
            more.addAll(List.of("page", String.valueOf(page), "pageSize", "5000", "sort", "+Id"));
            more.addAll(List.of("active", "Any", "activeState", "All"));
            Answer answer = get(path, more.toArray(String[]::new));
            if (answer.status() != 200) {
                throw new AssertionError(path + ": " + answer.text());
            }
            rows.addAll(answer.rows());
            if (!answer.hasMore()) {
                return rows;
            }
        }
    }

    /** All rows of an export feed from there on, and at the end the token that goes on. */
    String feed(String path, @Nullable String from, List<Map<?, ?>> into) {
        String next = from;
        while (true) {
            Answer answer = next == null ? get(path) : get(path, "from", next);
            if (answer.status() != 200) {
                throw new AssertionError(path + ": " + answer.text());
            }
            into.addAll(answer.rows());
            next = answer.continueFrom();
            if (!answer.hasMore()) {
                return next;
            }
        }
    }

    static List<Long> ids(List<Map<?, ?>> rows) {
        return rows.stream().map(row -> id(row.get("id"))).toList();
    }

    static long id(@Nullable Object value) {
        return number(value).longValueExact();
    }

    /** Of a number, or of a text that is one. */
    static BigDecimal number(@Nullable Object value) {
        return new BigDecimal(string(value));
    }

    static String string(@Nullable Object value) {
        return String.valueOf(requireNonNull(value, "missing or null"));
    }

    static Map<?, ?> map(@Nullable Object value) {
        return (Map<?, ?>) requireNonNull(value, "missing or null");
    }

    static List<?> list(@Nullable Object value) {
        return (List<?>) requireNonNull(value, "missing or null");
    }

    static Object parse(String text) {
        try {
            return requireNonNull(value(JsonReader.of(new Buffer().writeUtf8(text))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Numbers as they are written: Moshi's own maps would make doubles of them. */
    private static @Nullable Object value(JsonReader in) throws IOException {
        switch (in.peek()) {
            case BEGIN_OBJECT -> {
                Map<String, @Nullable Object> object = new LinkedHashMap<>();
                in.beginObject();
                while (in.hasNext()) {
                    object.put(in.nextName(), value(in));
                }
                in.endObject();
                return object;
            }
            case BEGIN_ARRAY -> {
                List<@Nullable Object> array = new ArrayList<>();
                in.beginArray();
                while (in.hasNext()) {
                    array.add(value(in));
                }
                in.endArray();
                return array;
            }
            case NULL -> {
                return in.<Object>nextNull();
            }
            case BOOLEAN -> {
                return in.nextBoolean();
            }
            case NUMBER -> {
                return new BigDecimal(in.nextString());
            }
            default -> {
                return in.nextString();
            }
        }
    }
}
