package io.fieldhouse.servicetitan.reporting;

import io.fieldhouse.client.Pace;
import io.fieldhouse.client.Retries;
import io.fieldhouse.servicetitan.ServiceTitan;
import io.fieldhouse.servicetitan.api.Credentials;
import io.fieldhouse.servicetitan.api.Environment;
import io.fieldhouse.servicetitan.api.ServiceTitanConfig;
import io.fieldhouse.servicetitan.sandbox.PromptSockets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A server whose answers are written out, in turn, path by path; the last one stays. */
final class ScriptedReports implements AutoCloseable {
    static final long TENANT = 4711;
    static final String REPORT = "report-category/operations/reports/7";
    static final String DATA = REPORT + "/data";

    /** A page's worth of rows: the next page has two, and begins with the last of these. */
    static final String THREE = "[\"J-1\",1],[\"J-2\",2],[\"J-3\",3]";

    /** Held on to, or the level that is set here is lost with it. */
    private static final Logger SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());

    private static final String DEFINITION = """
            {"id":7,"name":"FOREMAN Job Cost","description":null,"modifiedOn":"2025-10-13T13:13:02.9368539-07:00",
            "parameters":[
            {"name":"DateType","label":"Date Type","dataType":"Number","isArray":false,"isRequired":true,
            "acceptValues":{"fields":null,"dynamicSetId":"job-date-filter-type","values":null}},
            {"name":"From","label":"From","dataType":"Date","isArray":false,"isRequired":true,"acceptValues":null}],
            "fields":[{"name":"JobNumber","label":"Job #","dataType":"String"},
            {"name":"Subtotal","label":"Jobs Subtotal","dataType":"Number"}]}""";
    private static final String DATES = """
            {"fields":[{"name":"Value"},{"name":"Name"}],"page":1,"hasMore":false,
            "data":[[0,"Invoice Date"],[1,"Job Completion Date"]]}""";

    /** What came in, and when. */
    record Call(String method, String path, String query, String body, long nanos) {}

    private final MockWebServer server = new MockWebServer();
    private final Map<String, Deque<MockResponse>> script = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    ScriptedReports() {
        SERVER_LOG.setLevel(Level.WARNING);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        try {
            server.setServerSocketFactory(new PromptSockets());
            server.start(InetAddress.getLoopbackAddress(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        on(REPORT, DEFINITION);
        on("dynamic-value-sets/job-date-filter-type", DATES);
    }

    private MockResponse answer(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        if (path.equals("/connect/token")) {
            return ok("{\"access_token\":\"invented\",\"expires_in\":900,\"token_type\":\"Bearer\"}");
        }
        String prefix = "/reporting/v2/tenant/" + TENANT + "/";
        String rest = path.startsWith(prefix) ? path.substring(prefix.length()) : path;
        calls.add(new Call(
                request.getMethod(),
                rest,
                Objects.requireNonNullElse(request.getUrl().query(), ""),
                request.getBody() == null ? "" : request.getBody().utf8(),
                System.nanoTime()));
        Deque<MockResponse> whatever = script.get(rest);
        Deque<MockResponse> answers = script.getOrDefault(request.getMethod() + " " + rest, whatever);
        if (answers == null) {
            return status(404, "{\"title\":\"Not found\",\"status\":404,\"traceId\":\"00-abc-01\"}");
        }
        synchronized (answers) {
            return Objects.requireNonNull(answers.size() > 1 ? answers.poll() : answers.peek());
        }
    }

    static MockResponse ok(String body) {
        return status(200, body);
    }

    static MockResponse status(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    /** A page of the two columns that the report has. */
    static String page(int page, boolean hasMore, String rows) {
        return page(page, hasMore, "JobNumber,Subtotal", rows);
    }

    static String page(int page, boolean hasMore, String columns, String rows) {
        String fields = "{\"name\":\"" + String.join("\",\"label\":\"\"},{\"name\":\"", columns.split(",")) + "\"}";
        return "{\"page\":" + page + ",\"pageSize\":25000,\"hasMore\":" + hasMore + ",\"totalCount\":null,\"fields\":["
                + fields + "],\"data\":[" + rows + "]}";
    }

    /** Answers with these, one after the other; a path may have its method before it. */
    ScriptedReports on(String path, MockResponse... answers) {
        script.put(path, new ArrayDeque<>(List.of(answers)));
        return this;
    }

    ScriptedReports on(String path, String... bodies) {
        Deque<MockResponse> answers = new ArrayDeque<>();
        for (String body : bodies) {
            answers.add(ok(body));
        }
        script.put(path, answers);
        return this;
    }

    /** What came in for a path. */
    List<Call> calls(String path) {
        return calls.stream().filter(call -> call.path().equals(path)).toList();
    }

    /** A client that hardly waits when it tries again. */
    ServiceTitan client(Duration betweenReports) {
        return client(betweenReports, Duration.ofMinutes(1));
    }

    ServiceTitan client(Duration betweenReports, Duration deadline) {
        String url = server.url("/").toString();
        return ServiceTitan.connect(ServiceTitanConfig.of(
                        Environment.at(url, url), TENANT, new Credentials("key", "client", "secret"))
                .with(Pace.perSecond(100_000))
                .withBetweenReports(betweenReports)
                .with(new Retries(4, Duration.ofMillis(2), Duration.ofMillis(10), Duration.ofMillis(5), deadline)));
    }

    @Override
    public void close() {
        server.close();
    }
}
