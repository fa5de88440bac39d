package io.fieldhouse.servicetitan.transport;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.fieldhouse.client.transport.Answer;
import io.fieldhouse.client.transport.Mismatch;
import io.fieldhouse.client.transport.NoAnswer;
import io.fieldhouse.client.transport.RetryAfter;
import io.fieldhouse.client.transport.Vendor.Unsent;
import io.fieldhouse.servicetitan.api.ServiceTitanException;
import io.fieldhouse.servicetitan.api.ServiceTitanException.Kind;
import java.time.Duration;
import java.util.regex.Pattern;
import okhttp3.Request;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Says what an answer that is none, or no answer, means. */
public final class Failures {
    private static final Pattern QUEUED = Pattern.compile("(/data-queries/)[^/]+");

    private Failures() {}

    static ServiceTitanException of(Request request, Answer answer) {
        if (answer.isSuccessful()) {
            return about(Kind.SERVER, request)
                    .status(answer.status())
                    .explanation(
                            "The response is HTML, not a response of the API: ServiceTitan may be down for maintenance; if it"
                                    + " stays so, check the environment's address")
                    .build();
        }
        Kind kind = kindOf(answer.status());
        Problem problem = Problem.in(answer.body());
        Duration wait =
                longer(RetryAfter.in(answer.headers()), kind == Kind.RATE_LIMITED ? problem.toldToWait() : null);
        return about(kind, request)
                .status(answer.status())
                .retryAfter(wait)
                .vendorMessage(problem.words())
                .traceId(problem.traceId())
                .explanation(explanation(kind, wait, request))
                .build();
    }

    private static String explanation(Kind kind, @Nullable Duration wait, Request request) {
        boolean report = isAboutReports(request);
        return switch (kind) {
            case CREDENTIALS -> "ServiceTitan refuses the token, or with it the app key: check both, and the tenant";
            case FORBIDDEN ->
                "The app key is wrong, or the tenant does not exist in this environment or does not match the credentials,"
                        + " or the tenant did not grant the app this"
                        + (report ? ": categories() lists the categories of reports that it did" : "");
            case NOT_FOUND ->
                report
                        ? "The tenant has no such category or report: ids differ between tenants, categories() lists the"
                                + " categories, reports(category) the reports of one"
                        : "";
            case TOO_SLOW -> tooSlow(request);
            case BAD_ANSWER -> "This is not a response of the API: check the address";
            case RATE_LIMITED ->
                wait == null ? "Rate limit exceeded" : "It asks to wait " + wait.toMillis() / 1000.0 + " s";
            default -> "";
        };
    }

    static boolean isAboutReports(Request request) {
        return request.url().pathSegments().contains("report-category");
    }

    private static String tooSlow(Request request) {
        if (isAboutReports(request)) {
            return "Timeout: run the report for a shorter time, or asynchronously()";
        }
        return isPage(request) ? "Timeout: ask for smaller pages, or for less by a filter" : "Timeout: try again later";
    }

    private static boolean isPage(Request request) {
        return request.url().queryParameter("pageSize") != null;
    }

    private static Kind kindOf(int status) {
        return switch (status) {
            case 401 -> Kind.CREDENTIALS;
            case 403 -> Kind.FORBIDDEN;
            case 404, 410 -> Kind.NOT_FOUND;
            case 408, 425 -> Kind.NETWORK;
            case 429 -> Kind.RATE_LIMITED;
            // The last one is what a proxy in the cloud says of a server that was silent for a hundred seconds.
            case 504, 524 -> Kind.TOO_SLOW;
            default -> status >= 500 ? Kind.SERVER : status >= 400 ? Kind.BAD_REQUEST : Kind.BAD_ANSWER;
        };
    }

    static ServiceTitanException of(Request request, NoAnswer why) {
        Kind kind = switch (why.reason()) {
            case TOO_LARGE -> Kind.BAD_ANSWER;
            case LATE -> Kind.TOO_SLOW;
            case NO_CONNECTION, BROKEN -> Kind.NETWORK;
        };
        return about(kind, request)
                .explanation(kind == Kind.TOO_SLOW ? tooSlow(request) : why.advice(isPage(request)))
                .cause(why.cause())
                .build();
    }

    static ServiceTitanException unsent(Request request, Unsent why) {
        Kind kind = switch (why) {
            case INTERRUPTED -> Kind.INTERRUPTED;
            case CLOSED -> Kind.CLOSED;
            case NO_ROOM -> Kind.RATE_LIMITED;
            case NO_TOKEN -> Kind.NETWORK;
        };
        return about(kind, request).explanation(why.explanation()).build();
    }

    /** JSON that is none, or not what was expected. The reader's own words may repeat a value; its path does not. */
    public static ServiceTitanException unreadable(Request request, Exception e, JsonReader reader) {
        return badAnswer(
                request,
                e instanceof JsonDataException
                        ? "The response has an unexpected value at " + Mismatch.path(reader)
                        : "The response is incomplete or invalid JSON, from " + Mismatch.path(reader));
    }

    /** An answer that came well, and is none. */
    public static ServiceTitanException badAnswer(Request request, String explanation) {
        return about(Kind.BAD_ANSWER, request)
                .status(200)
                .explanation(explanation)
                .build();
    }

    /** The same, with what is said in it. */
    static ServiceTitanException badAnswer(Request request, String explanation, Buffer body) {
        Problem problem = Problem.in(body);
        return about(Kind.BAD_ANSWER, request)
                .status(200)
                .explanation(explanation)
                .vendorMessage(problem.words())
                .traceId(problem.traceId())
                .build();
    }

    /** Begins a failure of this request. */
    public static ServiceTitanException.Builder about(Kind kind, Request request) {
        return ServiceTitanException.of(kind, request.method(), path(request));
    }

    /** The path that was asked; the token of a queued report is for nobody's eyes. */
    static String path(Request request) {
        return QUEUED.matcher(request.url().encodedPath()).replaceFirst("$1***");
    }

    private static @Nullable Duration longer(@Nullable Duration one, @Nullable Duration other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) > 0 ? one : other;
    }
}
