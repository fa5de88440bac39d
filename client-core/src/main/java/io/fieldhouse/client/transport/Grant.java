package io.fieldhouse.client.transport;

import okhttp3.Request;

/** How a vendor gives tokens. Asked by one thread at a time. */
public interface Grant {
    /** The request for a token without its secrets, for failures to name. */
    Request request();

    /**
     * Gets a token.
     *
     * @throws RuntimeException the vendor's
     */
    Token fetch(Deadline deadline);

    /** What is wrong where one new token after another is refused. */
    RuntimeException rejectedAgain();

    /** A token, and for how many seconds it holds. */
    record Token(String value, long seconds) {
        /** Without the token. */
        @Override
        public String toString() {
            return "Token[" + seconds + " s]";
        }
    }
}
