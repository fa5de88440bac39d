package io.fieldhouse.servicetitan.transport;

import okhttp3.Headers;
import okio.Buffer;

/** What came back for one request: its status, its headers, and its body in memory. */
public record Answer(int status, Headers headers, Buffer body) {
    boolean isSuccessful() {
        return status >= 200 && status < 300;
    }

    /** The body holds what people are called and pay. */
    @Override
    public String toString() {
        return "Answer[" + status + ", " + body.size() + " bytes]";
    }
}
