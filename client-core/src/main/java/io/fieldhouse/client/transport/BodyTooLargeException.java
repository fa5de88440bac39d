package io.fieldhouse.client.transport;

import java.io.IOException;

/** An answer beyond what is read into memory. */
final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    BodyTooLargeException(long limit) {
        super("The answer has more than " + limit + " bytes");
    }
}
