package io.fieldhouse.tracktik.api;

import io.fieldhouse.client.transport.Redaction;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a call to TrackTik failed: the one exception for whatever happens under way. Holds no secrets or personal data. */
public final class TrackTikException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final String method;
    private final String path;
    private final int status;
    private final int attempts;
    private final String vendorMessage;
    private final String explanation;
    private final @Nullable Duration retryAfter;

    /** What went wrong. */
    public enum Kind {
        /** The client or the user is refused. Never tried again: forty refusals ban the address for two hours. */
        CREDENTIALS,
        /** The login lacks a scope or a permission for this. */
        FORBIDDEN,
        /** The firewall before the API turned the call away. */
        FIREWALL,
        /** The call is wrong: a filter is missing or unknown. */
        BAD_REQUEST,
        /** There is nothing of that name or id. */
        NOT_FOUND,
        /** Too many calls in the last minute, still after waiting. */
        RATE_LIMITED,
        /** TrackTik gave up after its thirty seconds, even on the smallest part of the question. */
        TOO_SLOW,
        /** TrackTik failed. */
        SERVER,
        /** No answer arrived, or not all of it. */
        NETWORK,
        /** Interrupted; its interrupt status is set. */
        INTERRUPTED,
        /** The client was closed. */
        CLOSED,
        /** The answer cannot be read, or is not an answer to what was asked. */
        BAD_ANSWER
    }

    private TrackTikException(Builder failure) {
        super(failure.message(), failure.cause);
        kind = failure.kind;
        method = failure.method;
        path = failure.path;
        status = failure.status;
        attempts = failure.attempts;
        vendorMessage = failure.vendorMessage;
        explanation = failure.explanation;
        retryAfter = failure.retryAfter;
    }

    /** Begins an exception about one call. */
    public static Builder of(Kind kind, String method, String path) {
        return new Builder(kind, method, path);
    }

    /** What went wrong. */
    public Kind kind() {
        return kind;
    }

    /** The HTTP method. */
    public String method() {
        return method;
    }

    /** The path that was asked, without its query. */
    public String path() {
        return path;
    }

    /** The HTTP status, or 0 where no answer arrived. */
    public int status() {
        return status;
    }

    /** How often it was tried. */
    public int attempts() {
        return attempts;
    }

    /** What TrackTik said, at most 500 characters of it; empty where it said nothing. */
    public String vendorMessage() {
        return vendorMessage;
    }

    /** How long TrackTik asks to wait, where it says so. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The same failure after so many tries. */
    public TrackTikException after(int tries) {
        return new Builder(kind, method, path)
                .status(status)
                .attempts(tries)
                .vendorMessage(vendorMessage)
                .explanation(explanation)
                .retryAfter(retryAfter)
                .cause(getCause())
                .build();
    }

    /** Whether asking the same again later can help. */
    public boolean isTransient() {
        return switch (kind) {
            case RATE_LIMITED, TOO_SLOW, SERVER, NETWORK -> true;
            case CREDENTIALS, FORBIDDEN, FIREWALL, BAD_REQUEST, NOT_FOUND, INTERRUPTED, CLOSED, BAD_ANSWER -> false;
        };
    }

    /** Collects what is known of a failure. */
    public static final class Builder {
        private final Kind kind;
        private final String method;
        private final String path;
        private int status;
        private int attempts = 1;
        private String vendorMessage = "";
        private String explanation = "";
        private @Nullable Duration retryAfter;
        private @Nullable Throwable cause;

        private Builder(Kind kind, String method, String path) {
            this.kind = kind;
            this.method = method;
            this.path = path;
        }

        public Builder status(int status) {
            this.status = status;
            return this;
        }

        public Builder attempts(int attempts) {
            this.attempts = attempts;
            return this;
        }

        public Builder vendorMessage(String vendorMessage) {
            this.vendorMessage = Redaction.shorten(vendorMessage);
            return this;
        }

        /** What happened and what follows, in the client's own words. */
        public Builder explanation(String explanation) {
            this.explanation = explanation;
            return this;
        }

        public Builder retryAfter(@Nullable Duration retryAfter) {
            this.retryAfter = retryAfter;
            return this;
        }

        public Builder cause(@Nullable Throwable cause) {
            this.cause = cause;
            return this;
        }

        public TrackTikException build() {
            return new TrackTikException(this);
        }

        private String message() {
            StringBuilder message = new StringBuilder(method + " " + path + ": " + kind);
            if (status != 0) {
                message.append(", status ").append(status);
            }
            if (attempts > 1) {
                message.append(", after ").append(attempts).append(" attempts");
            }
            if (!explanation.isEmpty()) {
                message.append(". ").append(explanation);
            }
            if (!vendorMessage.isEmpty()) {
                message.append(". TrackTik says: ").append(vendorMessage);
            }
            return message.toString();
        }
    }
}
