package io.fieldhouse.client.transport;

import java.time.Duration;
import okhttp3.Request;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** A vendor without peculiarities. */
final class InventedVendor implements Vendor {
    static final Request REQUEST =
            new Request.Builder().url("http://localhost/things").build();

    /** What its calls fail with. */
    static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Judgment judgment;

        Failure(Meaning meaning, int status) {
            this(meaning, status, null);
        }

        Failure(Meaning meaning, int status, @Nullable Duration retryAfter) {
            super(meaning + " " + status);
            judgment = new Judgment(meaning, meaning.name(), status, retryAfter);
        }
    }

    @Override
    public String name() {
        return "invented";
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
        return new Failure(Meaning.TRANSIENT, answer.status());
    }

    @Override
    public RuntimeException unanswered(Request request, NoAnswer why) {
        return new Failure(Meaning.TRANSIENT, 0);
    }

    @Override
    public RuntimeException unsent(Request request, Unsent why) {
        return new Failure(Meaning.PRIVATE, 0);
    }

    @Override
    public RuntimeException unusable(Request request, String explanation, @Nullable Buffer body) {
        return new Failure(Meaning.UNUSABLE, 200);
    }

    @Override
    public @Nullable Judgment judge(@Nullable Throwable thrown) {
        return thrown instanceof Failure failure ? failure.judgment : null;
    }

    @Override
    public RuntimeException after(RuntimeException failure, int tries) {
        return failure;
    }
}
