package io.fieldhouse.tracktik.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A TrackTik that answers on this machine only:
 *
 * <pre>{@code
 * try (var sandbox = TrackTikSandbox.start(SandboxData.small())) {
 *     sandbox.baseUrl();
 *     sandbox.credentials();
 * }
 * }</pre>
 *
 * <p>Safe to use from any thread.
 */
public final class TrackTikSandbox implements AutoCloseable {
    static final String TOKEN_PATH = "oauth2/access_token";
    private static final String API = "/rest/v1/";

    /** Held on to, or the level that is set here is lost with it: the server prints a line for every request. */
    private static final Logger SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());

    private final MockWebServer server = new MockWebServer();
    private final SandboxOptions options;
    private final SandboxCredentials credentials = SandboxCredentials.INVENTED;
    private final TokenEndpoint tokens;
    private final RequestCounts requests = new RequestCounts();
    private final Faults faults = new Faults();
    private final Map<String, MockResponse> arbitrary = new ConcurrentHashMap<>();
    private final AtomicLong number = new AtomicLong();
    private volatile RestApi api;

    private TrackTikSandbox(SandboxData data, SandboxOptions options) {
        this.options = options;
        this.tokens = new TokenEndpoint(credentials, options);
        this.api = new RestApi(new World(data, SandboxChange.NONE), options);
    }

    public static TrackTikSandbox start(SandboxData data) {
        return start(data, SandboxOptions.defaults());
    }

    public static TrackTikSandbox start(SandboxData data, SandboxOptions options) {
        return start(data, options, 0);
    }

    /** Listens on a port of one's choice; 0 takes one that is free. */
    public static TrackTikSandbox start(SandboxData data, SandboxOptions options, int port) {
        SERVER_LOG.setLevel(Level.WARNING);
        TrackTikSandbox sandbox = new TrackTikSandbox(data, options);
        sandbox.server.setServerSocketFactory(new PromptSockets());
        sandbox.server.setDispatcher(sandbox.new Desk());
        try {
            sandbox.server.start(InetAddress.getLoopbackAddress(), port);
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox cannot listen on port " + port, e);
        }
        return sandbox;
    }

    /** The portal's address, with a slash at the end; the API is at {@code rest/v1/} below it. */
    public HttpUrl baseUrl() {
        return server.url("/");
    }

    public HttpUrl apiUrl() {
        return server.url(API);
    }

    public HttpUrl tokenUrl() {
        return server.url("/rest/" + TOKEN_PATH);
    }

    public SandboxCredentials credentials() {
        return credentials;
    }

    public RequestCounts requests() {
        return requests;
    }

    public Faults faults() {
        return faults;
    }

    /** What is true, without asking over HTTP. */
    public SandboxTruth data() {
        return new SandboxTruth(api.world());
    }

    /** Every access token is refused from now on; refresh tokens still work. */
    public void expireTokens() {
        tokens.expireAll();
    }

    /** Every access and refresh token is refused from now on. */
    public void revokeTokens() {
        tokens.revokeAll();
    }

    /**
     * Changes what happened in a billing period, as a second look at it would find.
     *
     * @param period its first day
     */
    public SandboxChange change(LocalDate period) {
        World changed = api.world().changed(period);
        api = new RestApi(changed, options);
        return changed.change();
    }

    /** Answers every request to a path below {@code /rest/v1/}, or to {@code oauth2/access_token}, with this. */
    public void respondWith(String path, int status, Headers headers, String body) {
        arbitrary.put(
                path,
                new MockResponse.Builder()
                        .code(status)
                        .headers(headers)
                        .body(body)
                        .build());
    }

    @Override
    public void close() {
        server.close();
    }

    static void pause(Duration wait) {
        if (wait.isZero()) {
            return;
        }
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where all requests arrive. */
    private final class Desk extends Dispatcher {
        @Override
        public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            // The server keeps every request until somebody takes it: with millions, that is all the memory there is.
            while (server.takeRequest(0, TimeUnit.NANOSECONDS) != null) {}
            HttpUrl url = request.getUrl();
            String path = path(url);
            requests.begin(countedAs(path));
            MockResponse answer = null;
            try {
                pause(options.latency());
                answer = answer(request, url, path);
                return answer;
            } finally {
                requests.end(answer == null ? 500 : answer.getCode());
            }
        }

        private MockResponse answer(RecordedRequest request, HttpUrl url, String path) {
            Exchange exchange =
                    new Exchange(number.getAndIncrement(), path, twist -> regular(request, url, path, twist));
            Fault fault = faults.take(path);
            return fault == null ? exchange.regular() : fault.answer(exchange);
        }

        private MockResponse regular(RecordedRequest request, HttpUrl url, String path, Twist twist) {
            MockResponse given = arbitrary.get(path);
            if (given != null) {
                return given;
            }
            if (path.equals(TOKEN_PATH)) {
                return token(request);
            }
            if (!url.encodedPath().startsWith(API)) {
                return Answers.html(404, "404 Not Found");
            }
            if (!tokens.accepts(request.getHeaders().get("Authorization"))) {
                return Answers.error(401, "The access token is missing or has expired");
            }
            String regionFilter = request.getHeaders().get("TTC-Region-Filter");
            if (path.equals(RestApi.BATCH) && "POST".equals(request.getMethod())) {
                return api.batch(body(request), url, regionFilter, twist);
            }
            if (!"GET".equals(request.getMethod())) {
                return Answers.error(405, "The sandbox is read-only");
            }
            return api.answer(path, url, regionFilter, twist);
        }

        private MockResponse token(RecordedRequest request) {
            if (!"POST".equals(request.getMethod())) {
                return Answers.error(405, "Tokens are asked for with POST");
            }
            String type = request.getHeaders().get("Content-Type");
            return tokens.answer(type == null ? "" : type, body(request));
        }

        private static String body(RecordedRequest request) {
            @Nullable ByteString body = request.getBody();
            return body == null ? "" : body.utf8();
        }
    }

    private static String path(HttpUrl url) {
        String path = url.encodedPath();
        return path.startsWith(API) ? path.substring(API.length()) : path.replaceFirst("^/rest/", "");
    }

    private static String countedAs(String path) {
        int slash = path.indexOf('/');
        boolean record =
                slash >= 0 && !path.equals(TOKEN_PATH) && !path.equals(RestApi.BATCH) && !path.startsWith(RestApi.ME);
        return record ? path.substring(0, slash) + "/{id}" : path;
    }
}
