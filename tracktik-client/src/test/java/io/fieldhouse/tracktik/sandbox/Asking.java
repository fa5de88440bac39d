package io.fieldhouse.tracktik.sandbox;

import static java.util.Objects.requireNonNull;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final TrackTikSandbox sandbox;
    private final OkHttpClient http;
    private final String token;

    Asking(TrackTikSandbox sandbox) {
        this.sandbox = sandbox;
        this.http = new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
        this.token = string(password().body().get("access_token"));
    }

    /** An answer, with its body as Moshi reads it: maps, lists, texts and numbers. */
    record Answer(int status, okhttp3.Headers headers, String text) {
        Map<?, ?> body() {
            return map(parse(text));
        }

        Map<?, ?> meta() {
            return map(body().get("meta"));
        }

        long count() {
            return number(meta().get("count")).longValueExact();
        }

        List<Map<?, ?>> rows() {
            List<Map<?, ?>> rows = new ArrayList<>();
            for (Object row : list(body().get("data"))) {
                rows.add(map(row));
            }
            return rows;
        }

        Map<?, ?> row() {
            return map(body().get("data"));
        }

        List<Long> ids() {
            return rows().stream().map(row -> id(row.get("id"))).toList();
        }

        String error() {
            return string(body().get("error"));
        }
    }

    Answer get(String path, String... query) {
        return get(path, token, Map.of(), query);
    }

    Answer get(String path, Map<String, String> headers, String... query) {
        return get(path, token, headers, query);
    }

    Answer get(String path, String bearer, Map<String, String> headers, String... query) {
        HttpUrl.Builder url = requireNonNull(sandbox.apiUrl().resolve(path)).newBuilder();
        for (int i = 0; i < query.length; i += 2) {
            url.addQueryParameter(query[i], query[i + 1]);
        }
        return send(url.build(), bearer, headers);
    }

    Answer send(HttpUrl url) {
        return send(url, token, Map.of());
    }

    private Answer send(HttpUrl url, String bearer, Map<String, String> headers) {
        Request.Builder request = new Request.Builder().url(url);
        headers.forEach(request::header);
        return call(request.header("Authorization", "Bearer " + bearer).build());
    }

    Answer post(String path, String json) {
        HttpUrl url = requireNonNull(sandbox.apiUrl().resolve(path));
        RequestBody body = RequestBody.create(json, MediaType.get("application/json"));
        return call(new Request.Builder()
                .url(url)
                .post(body)
                .header("Authorization", "Bearer " + token)
                .build());
    }

    Answer password() {
        SandboxCredentials known = sandbox.credentials();
        return token(
                "grant_type",
                "password",
                "client_id",
                known.clientId(),
                "client_secret",
                known.clientSecret(),
                "username",
                known.username(),
                "password",
                known.password());
    }

    Answer refresh(String refreshToken) {
        SandboxCredentials known = sandbox.credentials();
        return token(
                "grant_type",
                "refresh_token",
                "client_id",
                known.clientId(),
                "client_secret",
                known.clientSecret(),
                "refresh_token",
                refreshToken);
    }

    Answer token(String... form) {
        FormBody.Builder body = new FormBody.Builder();
        for (int i = 0; i < form.length; i += 2) {
            body.add(form[i], form[i + 1]);
        }
        return call(
                new Request.Builder().url(sandbox.tokenUrl()).post(body.build()).build());
    }

    private Answer call(Request request) {
        try (Response response = http.newCall(request).execute()) {
            return new Answer(
                    response.code(), response.headers(), response.body().string());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** All rows of a query, page by page. */
    List<Map<?, ?>> all(String path, String... query) {
        List<Map<?, ?>> rows = new ArrayList<>();
        while (true) {
            List<String> page = new ArrayList<>(List.of(query));
            page.addAll(List.of("limit", "1000", "offset", String.valueOf(rows.size())));
            Answer answer = get(path, page.toArray(String[]::new));
            if (answer.status() != 200) {
                throw new AssertionError(answer.text());
            }
            rows.addAll(answer.rows());
            if (answer.rows().size() < 1000) {
                return rows;
            }
        }
    }

    static Set<Long> ids(List<Map<?, ?>> rows) {
        Set<Long> ids = new HashSet<>();
        rows.forEach(row -> ids.add(id(row.get("id"))));
        return ids;
    }

    static long id(@Nullable Object value) {
        return number(value).longValueExact();
    }

    static BigDecimal number(@Nullable Object value) {
        return new BigDecimal(string(value));
    }

    static String string(@Nullable Object value) {
        return String.valueOf(requireNonNull(value, "missing or null"));
    }

    static List<String> texts(@Nullable Object value) {
        return ((List<?>) requireNonNull(value, "missing or null"))
                .stream().map(Asking::string).toList();
    }

    static Map<?, ?> map(@Nullable Object value) {
        return (Map<?, ?>) requireNonNull(value, "missing or null");
    }

    static List<?> list(@Nullable Object value) {
        return (List<?>) requireNonNull(value, "missing or null");
    }

    private static Object parse(String text) {
        try {
            return requireNonNull(value(JsonReader.of(new Buffer().writeUtf8(text))));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Numbers as they are written: Moshi's own maps would make doubles of them. */
    private static @Nullable Object value(JsonReader in) throws IOException {
        switch (in.peek()) {
            case BEGIN_OBJECT -> {
                Map<String, @Nullable Object> object = new java.util.LinkedHashMap<>();
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
