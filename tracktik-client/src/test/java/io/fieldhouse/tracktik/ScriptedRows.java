package io.fieldhouse.tracktik;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fieldhouse.client.Pace;
import io.fieldhouse.tracktik.api.Login;
import io.fieldhouse.tracktik.api.Query;
import io.fieldhouse.tracktik.api.TrackTikConfig;
import io.fieldhouse.tracktik.api.TrackTikException;
import io.fieldhouse.tracktik.sandbox.PromptSockets;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** A collection whose answers are made up one by one. */
final class ScriptedRows {
    private ScriptedRows() {}

    /** Makes the answer to one request. */
    interface Script {
        MockResponse answer(int offset, int limit, int request);
    }

    /** A page of such ids, in the envelope. */
    static MockResponse page(int count, @Nullable Integer limit, List<?> ids) {
        return rows(count, limit, ids.stream().map(id -> "{\"id\":" + id + "}").toList());
    }

    /** A page of such items, in the envelope. */
    static MockResponse rows(int count, @Nullable Integer limit, List<String> items) {
        return new MockResponse.Builder()
                .body("{\"meta\":{\"count\":" + count + ",\"limit\":" + limit + "},\"data\":[" + String.join(",", items)
                        + "]}")
                .build();
    }

    static List<Integer> range(int from, int to) {
        return IntStream.range(from, Math.max(from, to)).boxed().toList();
    }

    /** The ids that a reading hands out. */
    static List<Object> read(Query query, int inFlight, Script script) throws IOException {
        return read(
                inFlight,
                script,
                tracktik -> tracktik.resources().read("zones", query).stream()
                        .map(item -> Objects.requireNonNull(item.get("id")))
                        .toList());
    }

    /** What a reading makes of answers to whatever it asks. */
    static <R> R read(int inFlight, Script script, Function<TrackTik, R> reading) throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.setDispatcher(new Dispatcher() {
                private int requests;

                @Override
                public synchronized MockResponse dispatch(RecordedRequest request) {
                    HttpUrl url = request.getUrl();
                    return script.answer(number(url, "offset"), number(url, "limit"), requests++);
                }
            });
            server.setServerSocketFactory(new PromptSockets());
            server.start();
            TrackTikConfig config = TrackTikConfig.at(server.url("/rest/v1/").toString(), new Login.StaticToken("t"))
                    .with(Pace.perMinute(1_000_000).withRequestsInFlight(inFlight))
                    .with(Clients.QUICK);
            try (TrackTik tracktik = TrackTik.connect(config)) {
                return reading.apply(tracktik);
            }
        }
    }

    /** Why a reading fails. */
    static TrackTikException refusal(Query query, Script script) {
        return catchThrowableOfType(TrackTikException.class, () -> read(query, 2, script));
    }

    private static int number(HttpUrl url, String name) {
        return Integer.parseInt(Objects.requireNonNull(url.queryParameter(name)));
    }
}
