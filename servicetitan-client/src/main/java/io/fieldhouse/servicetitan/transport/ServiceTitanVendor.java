package io.fieldhouse.servicetitan.transport;

import io.fieldhouse.client.transport.Answer;
import io.fieldhouse.client.transport.NoAnswer;
import io.fieldhouse.client.transport.Vendor;
import io.fieldhouse.servicetitan.api.ServiceTitanException;
import okhttp3.Request;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** ServiceTitan as the client core knows it. */
final class ServiceTitanVendor implements Vendor {
    private final String appKey;

    ServiceTitanVendor(String appKey) {
        this.appKey = appKey;
    }

    @Override
    public String name() {
        return "servicetitan";
    }

    @Override
    public String operation(Request request) {
        return Failures.isAboutReports(request) || request.url().encodedPath().contains("/data-queries/")
                ? "report"
                : "token";
    }

    @Override
    public Request dressed(Request request) {
        return request.newBuilder()
                .header("ST-App-Key", appKey)
                .header("Accept", "application/json")
                .build();
    }

    @Override
    public String path(Request request) {
        return Failures.path(request);
    }

    @Override
    public boolean isAnswer(Answer answer) {
        return !answer.isHtml();
    }

    @Override
    public RuntimeException refused(Request request, Answer answer) {
        return Failures.of(request, answer);
    }

    @Override
    public RuntimeException unanswered(Request request, NoAnswer why) {
        return Failures.of(request, why);
    }

    @Override
    public RuntimeException unsent(Request request, Unsent why) {
        return Failures.unsent(request, why);
    }

    @Override
    public RuntimeException unusable(Request request, String explanation, @Nullable Buffer body) {
        return body == null ? Failures.badAnswer(request, explanation) : Failures.badAnswer(request, explanation, body);
    }

    @Override
    public @Nullable Judgment judge(@Nullable Throwable thrown) {
        return thrown instanceof ServiceTitanException failure
                ? new Judgment(
                        meaning(failure),
                        failure.kind().name(),
                        failure.status(),
                        failure.retryAfter().orElse(null))
                : null;
    }

    private static Meaning meaning(ServiceTitanException failure) {
        return switch (failure.kind()) {
            // What ServiceTitan itself says of too many calls came with a status.
            case RATE_LIMITED -> failure.status() == 0 ? Meaning.PRIVATE : Meaning.RATE_LIMITED;
            case TOO_SLOW -> Meaning.TOO_SLOW;
            case SERVER, NETWORK -> Meaning.TRANSIENT;
            case INTERRUPTED -> Meaning.PRIVATE;
            case BAD_ANSWER -> failure.status() == 200 ? Meaning.UNUSABLE : Meaning.FINAL;
            case CREDENTIALS, FORBIDDEN, BAD_REQUEST, NOT_FOUND, CLOSED -> Meaning.FINAL;
        };
    }

    @Override
    public RuntimeException after(RuntimeException failure, int tries) {
        return failure instanceof ServiceTitanException one ? one.after(tries) : failure;
    }
}
