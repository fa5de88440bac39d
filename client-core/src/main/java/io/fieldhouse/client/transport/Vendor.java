package io.fieldhouse.client.transport;

import java.time.Duration;
import okhttp3.Request;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the core has to know of a vendor: how its requests are dressed, and how its failures are told. The core throws no
 * exceptions of its own; it decides by what a vendor says of them. Thread-safe.
 */
public interface Vendor {
    /** A short name, for threads, logs and the listener. */
    String name();

    default Logger log() {
        return LoggerFactory.getLogger("io.fieldhouse." + name());
    }

    /** What a request is for that no method of the API makes. */
    default String operation(Request request) {
        return "token";
    }

    /** Adds what every request of the API needs beside the token. */
    Request dressed(Request request);

    /** The path of a request, as logs and errors may show it. */
    String path(Request request);

    /** Whether a successful status came with an answer of the API. */
    boolean isAnswer(Answer answer);

    /** An answer that is no success. */
    RuntimeException refused(Request request, Answer answer);

    /** No answer. */
    RuntimeException unanswered(Request request, NoAnswer why);

    /** A request that was not sent, or not waited for. */
    RuntimeException unsent(Request request, Unsent why);

    /**
     * An answer that came well, and cannot be used.
     *
     * @param body where it may say why; null where it does not
     */
    RuntimeException unusable(Request request, String explanation, @Nullable Buffer body);

    /** What it means that the core sees; null for an exception that is not the vendor's. */
    @Nullable Judgment judge(@Nullable Throwable thrown);

    /** The same failure after so many tries. */
    RuntimeException after(RuntimeException failure, int tries);

    /** Why a request was not sent, or not waited for. */
    enum Unsent {
        INTERRUPTED("Interrupted"),
        CLOSED("The client was closed"),
        NO_ROOM("The rate limit leaves no time for it before the deadline"),
        NO_TOKEN("No token before the deadline");

        private final String explanation;

        Unsent(String explanation) {
            this.explanation = explanation;
        }

        public String explanation() {
            return explanation;
        }
    }

    /**
     * What a failure means.
     *
     * @param kind the vendor's name of it, for logs
     * @param status of the answer; 0 where none came
     * @param retryAfter how long the answer asks to wait, where it says so
     */
    record Judgment(
            Meaning meaning,
            String kind,
            int status,
            @Nullable Duration retryAfter) {}

    /** What can be done about a failure. */
    enum Meaning {
        /** Later it may work. */
        TRANSIENT,
        /** It may work after a pause. */
        RATE_LIMITED,
        /** Later, or with less asked for, it may work. */
        TOO_SLOW,
        /** The answer may have been damaged on its way. */
        UNUSABLE,
        /** Meant for the thread that it happened to, and for no other. */
        PRIVATE,
        /** Trying again does not help. */
        FINAL
    }
}
