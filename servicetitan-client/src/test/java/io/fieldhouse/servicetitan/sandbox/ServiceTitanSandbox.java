package io.fieldhouse.servicetitan.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A ServiceTitan that answers on this machine only:
 *
 * <pre>{@code
 * try (var sandbox = ServiceTitanSandbox.start(SandboxData.small())) {
 *     sandbox.authUrl();
 *     sandbox.apiUrl();
 *     sandbox.tenant();
 *     sandbox.credentials();
 * }
 * }</pre>
 *
 * <p>Safe to use from any thread.
 */
public final class ServiceTitanSandbox implements AutoCloseable {
    static final String TOKEN_PATH = "connect/token";
    private static final Pattern PATH = Pattern.compile("/([a-z-]+/v\\d)/tenant/([^/]+)/(.+)");

    /** Held on to, or the level that is set here is lost with it: the server prints a line for every request. */
    private static final Logger SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());

    private final MockWebServer server = new MockWebServer();
    private final SandboxOptions options;
    private final SandboxCredentials credentials = SandboxCredentials.INVENTED;
    private final TokenEndpoint tokens;
    private final RequestCounts requests = new RequestCounts();
    private final Faults faults = new Faults();
    private final Limit calls;
    private final Map<String, MockResponse> arbitrary = new ConcurrentHashMap<>();
    private final AtomicLong number = new AtomicLong();
    private final ReportApi reports;
    private final FeedOrders orders;
    private volatile RestApi api;
    private volatile int generation;

    private ServiceTitanSandbox(SandboxData data, SandboxOptions options) {
        this.options = options;
        this.tokens = new TokenEndpoint(credentials, options);
        this.reports = new ReportApi(options);
        this.calls = new Limit(options.callsPerSecond(), Duration.ofSeconds(1));
        this.orders = new FeedOrders(data);
        this.api = new RestApi(new World(data, Changes.NONE), options, orders, 0);
    }

    public static ServiceTitanSandbox start(SandboxData data) {
        return start(data, SandboxOptions.defaults());
    }

    public static ServiceTitanSandbox start(SandboxData data, SandboxOptions options) {
        return start(data, options, 0);
    }

    /** Listens on a port of one's choice; 0 takes one that is free. */
    public static ServiceTitanSandbox start(SandboxData data, SandboxOptions options, int port) {
        SERVER_LOG.setLevel(Level.WARNING);
        ServiceTitanSandbox sandbox = new ServiceTitanSandbox(data, options);
        sandbox.server.setServerSocketFactory(new PromptSockets());
        sandbox.server.setDispatcher(sandbox.new Desk());
        try {
            sandbox.server.start(InetAddress.getLoopbackAddress(), port);
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox cannot listen on port " + port, e);
        }
        return sandbox;
    }

    /** Where tokens come from, at {@code connect/token} below it; with a slash at the end. */
    public HttpUrl authUrl() {
        return server.url("/");
    }

    /** With a slash at the end. */
    public HttpUrl apiUrl() {
        return server.url("/");
    }

    public long tenant() {
        return options.tenant();
    }

    public SandboxCredentials credentials() {
        return credentials;
    }

    /** The paths of the lists and feeds that it serves, such as {@code jpm/v2/jobs}. */
    public Set<String> paths() {
        return api.paths();
    }

    public RequestCounts requests() {
        return requests;
    }

    public Faults faults() {
        return faults;
    }

    /** Which of the reports are which. */
    public SandboxReports reports() {
        return reports.known();
    }

    /** Lets the owner of the reports change what they look like, all of them, from now on. */
    public void redefine(Redefinition redefinition) {
        reports.redefine(redefinition);
    }

    /** How many asynchronous queries nobody has deleted. */
    public int openQueries() {
        return reports.openQueries();
    }

    /** What is true, without asking over HTTP. */
    public SandboxTruth data() {
        return new SandboxTruth(api.world(), options.disagreeing());
    }

    /** Every access token is refused from now on. */
    public void expireTokens() {
        tokens.expireAll();
    }

    /** Every token of an export feed that was handed out until now is refused from now on. */
    public synchronized void expireExportTokens() {
        generation++;
        api = new RestApi(api.world(), options, orders, generation);
    }

    /** Changes one thing of each kind, as a later look at the data would find. */
    public synchronized SandboxChange change() {
        Change.Made made = Change.of(api.world());
        api = new RestApi(made.world(), options, orders, generation);
        return made.change();
    }

    /** Answers every request to a path without its tenant, such as {@code jpm/v2/jobs} or {@code connect/token}, with this. */
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

    private static void pause(Duration wait) {
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
            Matcher parts = PATH.matcher(url.encodedPath());
            boolean known = parts.matches();
            String path = known
                    ? parts.group(1) + "/" + parts.group(3)
                    : url.encodedPath().substring(1);
            String tenant = known ? parts.group(2) : "";
            requests.begin(countedAs(path));
            MockResponse answer = null;
            try {
                pause(options.latency());
                answer = answer(request, path, tenant, number.getAndIncrement());
                return answer;
            } finally {
                requests.end(answer == null ? 500 : answer.getCode());
            }
        }

        private MockResponse answer(RecordedRequest request, String path, String tenant, long turn) {
            Exchange exchange = new Exchange(turn, path, twist -> regular(request, path, tenant, twist, turn));
            Fault fault = faults.take(path);
            return fault == null ? exchange.regular() : fault.answer(exchange);
        }

        private MockResponse regular(RecordedRequest request, String path, String tenant, Twist twist, long turn) {
            MockResponse given = arbitrary.get(path);
            if (given != null) {
                return given;
            }
            if (path.equals(TOKEN_PATH)) {
                String type = request.getHeaders().get("Content-Type");
                return tokens.answer(type == null ? "" : type, body(request), turn);
            }
            if (tenant.isEmpty()) {
                return Answers.html(404, "404 Not Found");
            }
            if (!tokens.accepts(request.getHeaders().get("Authorization"))) {
                return Answers.empty(401);
            }
            try {
                return admitted(request, path, tenant, twist, turn);
            } catch (Refusal refusal) {
                return refusal.answer(turn);
            }
        }

        private MockResponse admitted(RecordedRequest request, String path, String tenant, Twist twist, long turn) {
            if (!credentials.appKey().equals(request.getHeaders().get("ST-App-Key"))) {
                throw Refusal.forbidden("The application key is missing or unknown");
            }
            if (!tenant.equals(String.valueOf(options.tenant()))) {
                throw Refusal.forbidden("The application has no access to this tenant");
            }
            if (path.startsWith(ReportApi.ROOT)) {
                return reports.answer(api.world(), call(request, path, turn), twist);
            }
            long wait = calls.refuse(options.now());
            if (wait > 0) {
                return Answers.tooMany(wait, turn);
            }
            if (!"GET".equals(request.getMethod())) {
                return Answers.problem(405, "The sandbox is read-only", turn);
            }
            return api.answer(path, request.getUrl(), twist, turn);
        }

        private static ReportApi.Call call(RecordedRequest request, String path, long turn) {
            return new ReportApi.Call(request.getMethod(), path, request.getUrl(), body(request), turn);
        }

        private static String body(RecordedRequest request) {
            @Nullable ByteString body = request.getBody();
            return body == null ? "" : body.utf8();
        }
    }

    private static String countedAs(String path) {
        int slash = path.lastIndexOf('/');
        boolean single = slash >= 0 && path.substring(slash + 1).matches("\\d+");
        return single ? path.substring(0, slash) + "/{id}" : path;
    }
}
