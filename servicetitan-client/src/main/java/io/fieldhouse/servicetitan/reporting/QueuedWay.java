package io.fieldhouse.servicetitan.reporting;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.fieldhouse.client.transport.Answer;
import io.fieldhouse.client.transport.Transport;
import io.fieldhouse.servicetitan.api.ServiceTitanException;
import io.fieldhouse.servicetitan.api.ServiceTitanException.Kind;
import io.fieldhouse.servicetitan.transport.Address;
import io.fieldhouse.servicetitan.transport.Failures;
import io.fieldhouse.servicetitan.transport.Window;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for a page to be made, and asks again and again whether it is there. ServiceTitan makes a few pages at a time for a
 * tenant: one that nobody waits for any more is called off.
 */
final class QueuedWay implements Way {
    private static final Logger LOG = LoggerFactory.getLogger(QueuedWay.class);
    private static final JsonReader.Options TOKEN = JsonReader.Options.of("token");
    private static final Duration CALLING_OFF = Duration.ofSeconds(3);

    private final Transport transport;
    private final Address address;
    private final Turns turns;
    private final Duration between;
    private final Duration deadline;
    private final LongSupplier nanoTime;

    /**
     * Takes how to wait.
     *
     * @param between the time between two questions whether a page is there
     * @param deadline how long to wait for a page once it was asked for
     */
    QueuedWay(Transport transport, Address address, Turns turns, Duration between, Duration deadline) {
        this.transport = transport;
        this.address = address;
        this.turns = turns;
        this.between = between;
        this.deadline = deadline;
        this.nanoTime = turns.nanoTime();
    }

    /** A page, or where to ask for it. */
    private record Reply(@Nullable ReportAnswer page, String token) {}

    @Override
    public ReportAnswer page(Run run, Window window) {
        Request request = run.page("data/query", window);
        Reply reply = begin(run, window, request);
        // Waiting for the turn has a deadline of its own.
        long end = nanoTime.getAsLong() + deadline.toNanos();
        return reply.page() == null ? await(reply.token(), end) : reply.page();
    }

    private Reply begin(Run run, Window window, Request request) {
        try {
            return turns.ask(run, window, request, answer -> read(request, answer, ""));
        } catch (ServiceTitanException e) {
            if (e.kind() != Kind.NOT_FOUND) {
                throw e;
            }
            throw notFound(request, e, "The tenant may not have the asynchronous way: run the report without it");
        }
    }

    private static ServiceTitanException notFound(Request request, ServiceTitanException e, String explanation) {
        return Failures.about(Kind.NOT_FOUND, request)
                .status(e.status())
                .vendorMessage(e.vendorMessage())
                .traceId(e.traceId())
                .explanation(explanation)
                .build();
    }

    private ReportAnswer await(String token, long end) {
        HttpUrl url = address.of("reporting/v2/data-queries")
                .newBuilder()
                .addPathSegment(token)
                .build();
        Request request = new Request.Builder().url(url).build();
        Spacing pace = Spacing.afterNow(between, nanoTime);
        try {
            while (nanoTime.getAsLong() - end < 0) {
                Reply reply = transport.ask(request, answer -> read(request, answer, token), pace);
                if (reply.page() != null) {
                    return reply.page();
                }
            }
            throw Failures.about(Kind.TOO_SLOW, request)
                    .explanation("The report is not ready after " + deadline.toSeconds() + " s")
                    .build();
        } catch (ServiceTitanException e) {
            if (e.kind() != Kind.NOT_FOUND) {
                callOff(url);
                throw e;
            }
            throw notFound(request, e, "What the report was to send is not kept any more: run it again");
        }
    }

    private static Reply read(Request request, Answer answer, String known) {
        return answer.status() == 202
                ? new Reply(null, token(request, answer.body(), known))
                : new Reply(ReportAnswer.read(request, answer.body()), known);
    }

    private static String token(Request request, Buffer body, String known) {
        if (!known.isEmpty()) {
            return known;
        }
        JsonReader json = JsonReader.of(body);
        String token = "";
        try {
            json.beginObject();
            while (json.hasNext()) {
                if (json.selectName(TOKEN) == 0 && json.peek() != JsonReader.Token.NULL) {
                    token = json.nextString();
                } else {
                    if (json.peek() == JsonReader.Token.NAME) {
                        json.skipName();
                    }
                    json.skipValue();
                }
            }
        } catch (IOException | JsonDataException e) {
            throw Failures.unreadable(request, e, json);
        }
        if (token.isBlank()) {
            throw Failures.badAnswer(request, "The answer does not say by which token to ask for the report");
        }
        return token;
    }

    /** Says once that nobody waits any more; if it cannot be said, ServiceTitan finds out by itself. */
    private void callOff(HttpUrl url) {
        boolean interrupted = Thread.interrupted();
        Request request = new Request.Builder().url(url).delete().build();
        try {
            transport.tell(request, CALLING_OFF);
        } catch (ServiceTitanException e) {
            LOG.debug("A report that is no longer needed could not be canceled: {}", e.kind());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
