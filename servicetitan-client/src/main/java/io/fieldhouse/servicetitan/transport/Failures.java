package io.fieldhouse.servicetitan.transport;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.fieldhouse.servicetitan.api.ServiceTitanException;
import io.fieldhouse.servicetitan.api.ServiceTitanException.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import okhttp3.Headers;
import okhttp3.Request;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Says what an answer that is none, or no answer, means. */
public final class Failures {
    /** What asks to wait longer is believed as much: it may say anything. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private static final Pattern QUEUED = Pattern.compile("(/data-queries/)[^/]+");

    private Failures() {}

    static ServiceTitanException of(Request request, Answer answer) {
        if (answer.isSuccessful()) {
            return about(Kind.SERVER, request)
                    .status(answer.status())
                    .explanation("It is HTML, and no answer of the API: ServiceTitan may be down for maintenance; if it"
                            + " stays so, check the environment's address")
                    .build();
        }
        Kind kind = kindOf(answer.status());
        Problem problem = Problem.in(answer.body());
        Duration wait =
                believed(longer(retryAfter(answer.headers()), kind == Kind.RATE_LIMITED ? problem.toldToWait() : null));
        return about(kind, request)
                .status(answer.status())
                .retryAfter(wait)
                .vendorMessage(problem.words())
                .traceId(problem.traceId())
                .explanation(explanation(kind, wait, isAboutReports(request)))
                .build();
    }

    private static String explanation(Kind kind, @Nullable Duration wait, boolean report) {
        return switch (kind) {
            case CREDENTIALS -> "ServiceTitan refuses the token, or with it the app key: check both, and the tenant";
            case FORBIDDEN ->
                "The app key is wrong, or the tenant's id is none of this environment that these credentials belong to,"
                        + " or the tenant did not grant the app this"
                        + (report ? ": categories() lists the categories of reports that it did" : "");
            case NOT_FOUND ->
                report
                        ? "The tenant has no such category or report: ids differ between tenants, categories() lists the"
                                + " categories, reports(category) the reports of one"
                        : "";
            case TOO_SLOW -> tooSlow(report);
            case BAD_ANSWER -> "This is no answer of the API: check the address";
            case RATE_LIMITED ->
                wait == null ? "Too many calls for now" : "It asks to wait " + wait.toMillis() / 1000.0 + " s";
            default -> "";
        };
    }

    private static boolean isAboutReports(Request request) {
        return request.url().pathSegments().contains("report-category");
    }

    private static String tooSlow(boolean report) {
        return "No answer in time: "
                + (report
                        ? "run the report for a shorter time, or asynchronously()"
                        : "ask for smaller pages, or for less by a filter");
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

    static ServiceTitanException of(Request request, IOException e) {
        if (Thread.currentThread().isInterrupted()) {
            return interrupted(request);
        }
        if (e instanceof Exchange.BodyTooLargeException) {
            return about(Kind.BAD_ANSWER, request)
                    .explanation(e.getMessage() + ": ask for smaller pages, or raise the bound")
                    .build();
        }
        boolean late = e instanceof InterruptedIOException;
        boolean tooSlow = late && !isAboutConnecting(e);
        return about(tooSlow ? Kind.TOO_SLOW : Kind.NETWORK, request)
                .explanation(
                        tooSlow
                                ? tooSlow(isAboutReports(request))
                                : late ? "No connection in time" : "The connection failed: " + why(e))
                // The words of others, such as of a broken protocol, may repeat the body.
                .cause(
                        e instanceof SocketException || e instanceof UnknownHostException || e instanceof SSLException
                                ? e
                                : null)
                .build();
    }

    private static boolean isAboutConnecting(IOException e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
    }

    /** The words of a tunnel through a proxy repeat nothing but its status. */
    private static String why(IOException e) {
        String words = String.valueOf(e.getMessage());
        return words.startsWith("Unexpected response code for CONNECT: ")
                        || words.equals("Failed to authenticate with proxy")
                ? words
                : e.getClass().getSimpleName();
    }

    static ServiceTitanException interrupted(Request request) {
        return about(Kind.INTERRUPTED, request)
                .explanation("The thread was interrupted")
                .build();
    }

    static ServiceTitanException closed(Request request) {
        return about(Kind.CLOSED, request).explanation("The client was closed").build();
    }

    /** The client's own pace stands in the way, to the end of the call. */
    static ServiceTitanException noRoom(Request request) {
        return about(Kind.RATE_LIMITED, request)
                .explanation("The client's own pace has no room for it before the deadline")
                .build();
    }

    /** What ServiceTitan itself says of too many calls came with a status. */
    static boolean isNoRoom(ServiceTitanException failure) {
        return failure.kind() == Kind.RATE_LIMITED && failure.status() == 0;
    }

    /** JSON that is none, or not what was expected. The reader's own words may repeat a value; its path does not. */
    public static ServiceTitanException unreadable(Request request, Exception e, JsonReader reader) {
        return badAnswer(
                request,
                e instanceof JsonDataException
                        ? "The answer has something else than expected at " + Mismatch.path(reader)
                        : "The answer is no whole JSON, from " + Mismatch.path(reader) + " on");
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

    private static @Nullable Duration believed(@Nullable Duration wait) {
        return wait == null || wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /** Seconds, also parts of them, or a moment, which is compared with the moment of the answer. */
    private static @Nullable Duration retryAfter(Headers headers) {
        String said = headers.get("Retry-After");
        if (said == null) {
            return null;
        }
        if (said.matches("\\d{1,15}([.]\\d{1,18})?")) {
            return Problem.seconds(said);
        }
        Instant until = headers.getInstant("Retry-After");
        Instant answered = headers.getInstant("Date");
        return until == null || answered == null || until.isBefore(answered) ? null : Duration.between(answered, until);
    }
}
