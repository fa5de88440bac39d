package io.fieldhouse.tracktik.transport;

import io.fieldhouse.client.transport.Answer;
import io.fieldhouse.client.transport.NoAnswer;
import io.fieldhouse.client.transport.Vendor;
import io.fieldhouse.tracktik.api.TrackTikException;
import io.fieldhouse.tracktik.api.TrackTikException.Kind;
import okhttp3.Request;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** TrackTik as the client core knows it. */
final class TrackTikVendor implements Vendor {
    @Override
    public String name() {
        return "tracktik";
    }

    @Override
    public Request dressed(Request request) {
        return request;
    }

    @Override
    public String path(Request request) {
        return request.url().encodedPath();
    }

    @Override
    public boolean isAnswer(Answer answer) {
        return true;
    }

    @Override
    public RuntimeException refused(Request request, Answer answer) {
        return Failures.of(request, answer);
    }

    @Override
    public RuntimeException unanswered(Request request, NoAnswer why) {
        Kind kind = why.reason() == NoAnswer.Reason.TOO_LARGE ? Kind.BAD_ANSWER : Kind.NETWORK;
        return Failures.about(kind, request)
                .explanation(why.advice(request.url().queryParameter("limit") != null))
                .cause(why.cause())
                .build();
    }

    @Override
    public RuntimeException unsent(Request request, Unsent why) {
        Kind kind = switch (why) {
            case INTERRUPTED -> Kind.INTERRUPTED;
            case CLOSED -> Kind.CLOSED;
            case NO_ROOM -> Kind.RATE_LIMITED;
            case NO_TOKEN -> Kind.NETWORK;
        };
        return Failures.about(kind, request).explanation(why.explanation()).build();
    }

    @Override
    public RuntimeException unusable(Request request, String explanation, @Nullable Buffer body) {
        return Failures.badAnswer(request, explanation, body == null ? "" : Failures.vendorMessage(body));
    }

    @Override
    public @Nullable Judgment judge(@Nullable Throwable thrown) {
        return thrown instanceof TrackTikException failure
                ? new Judgment(
                        meaning(failure),
                        failure.kind().name(),
                        failure.status(),
                        failure.retryAfter().orElse(null))
                : null;
    }

    private static Meaning meaning(TrackTikException failure) {
        return switch (failure.kind()) {
            // What TrackTik itself says of too many calls came with a status.
            case RATE_LIMITED -> failure.status() == 0 ? Meaning.PRIVATE : Meaning.RATE_LIMITED;
            case TOO_SLOW -> Meaning.TOO_SLOW;
            case SERVER, NETWORK -> Meaning.TRANSIENT;
            case INTERRUPTED -> Meaning.PRIVATE;
            case BAD_ANSWER -> failure.status() == 200 ? Meaning.UNUSABLE : Meaning.FINAL;
            case CREDENTIALS, FORBIDDEN, FIREWALL, BAD_REQUEST, NOT_FOUND, CLOSED -> Meaning.FINAL;
        };
    }

    @Override
    public RuntimeException after(RuntimeException failure, int tries) {
        return failure instanceof TrackTikException one ? one.after(tries) : failure;
    }
}
