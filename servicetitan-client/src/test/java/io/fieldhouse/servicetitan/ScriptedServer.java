package io.fieldhouse.servicetitan;

import io.fieldhouse.client.Pace;
import io.fieldhouse.client.Retries;
import io.fieldhouse.servicetitan.api.Credentials;
import io.fieldhouse.servicetitan.api.Environment;
import io.fieldhouse.servicetitan.api.ServiceTitanConfig;
import io.fieldhouse.servicetitan.api.ServiceTitanException;
import io.fieldhouse.servicetitan.sandbox.PromptSockets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/** A server whose answers are made up one by one, those for tokens too if need be. */
final class ScriptedServer implements AutoCloseable {
    static final Credentials KNOWN = new Credentials("the-app-key", "the-client", "the-secret");
    static final Pace UNHURRIED = Pace.perSecond(1_000_000);
    static final Retries QUICK =
            new Retries(6, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(5), Duration.ofMinutes(1));

    private final MockWebServer server = new MockWebServer();
    private final List<RecordedRequest> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private final Function<RecordedRequest, MockResponse> script;
    private volatile Function<Integer, MockResponse> tokenScript = number -> token("token-" + number, 900);

    private ScriptedServer(Function<RecordedRequest, MockResponse> script) {
        this.script = script;
    }

    static ScriptedServer answering(Function<RecordedRequest, MockResponse> script) {
        ScriptedServer scripted = new ScriptedServer(script);
        scripted.server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return scripted.answer(request);
            }
        });
        try {
            scripted.server.setServerSocketFactory(new PromptSockets());
            scripted.server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scripted;
    }

    /** What answers the calls for tokens, which are counted from 1. */
    ScriptedServer withTokens(Function<Integer, MockResponse> answers) {
        tokenScript = answers;
        return this;
    }

    private MockResponse answer(RecordedRequest request) {
        if (request.getUrl().encodedPath().equals("/auth/connect/token")) {
            return tokenScript.apply(tokens.incrementAndGet());
        }
        asked.add(request);
        return script.apply(request);
    }

    ServiceTitanConfig config() {
        Environment here = Environment.at(
                server.url("/auth/").toString(), server.url("/api/").toString());
        return ServiceTitanConfig.of(here, 77, KNOWN)
                .with(UNHURRIED)
                .withBetweenReports(Duration.ZERO)
                .with(QUICK);
    }

    ServiceTitan connect() {
        return ServiceTitan.connect(config());
    }

    /** How often a token was asked for. */
    int tokens() {
        return tokens.get();
    }

    /** What else was asked, in order. */
    List<RecordedRequest> asked() {
        return asked;
    }

    static MockResponse token(String token, long seconds) {
        return json("{\"access_token\":\"" + token + "\",\"expires_in\":" + seconds + ",\"token_type\":\"Bearer\"}");
    }

    static MockResponse json(String body) {
        return status(200, body);
    }

    static MockResponse status(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }

    /** A page of a list: such items, and whether more comes behind them. */
    static MockResponse page(HttpUrl asked, List<String> items, boolean hasMore, long total) {
        return json("{\"page\":" + number(asked, "page") + ",\"pageSize\":" + number(asked, "pageSize")
                + ",\"hasMore\":"
                + hasMore + ",\"totalCount\":" + ("true".equals(asked.queryParameter("includeTotal")) ? total : "null")
                + ",\"data\":[" + String.join(",", items) + "]}");
    }

    /** The page of these rows that was asked for. */
    static MockResponse pageOf(HttpUrl asked, List<String> rows) {
        int size = number(asked, "pageSize");
        int from = Math.min((number(asked, "page") - 1) * size, rows.size());
        int to = Math.min(from + size, rows.size());
        return page(asked, rows.subList(from, to), to < rows.size(), rows.size());
    }

    /** Rows with ids from one number up to another, which is not among them. */
    static List<String> rows(int from, int to) {
        return IntStream.range(from, to).mapToObj(id -> "{\"id\":" + id + "}").collect(Collectors.toList());
    }

    static int number(HttpUrl url, String name) {
        return Integer.parseInt(Objects.requireNonNull(url.queryParameter(name)));
    }

    /** Why something fails. */
    static ServiceTitanException refusal(Runnable asking) {
        try {
            asking.run();
        } catch (ServiceTitanException e) {
            return e;
        }
        throw new AssertionError("It did not fail");
    }

    @Override
    public void close() {
        server.close();
    }
}
