package io.fieldhouse.client.transport;

import okhttp3.Headers;
import okio.Buffer;

/** What came back for one request: its status, its headers, and its body in memory. */
public record Answer(int status, Headers headers, Buffer body) {
    public boolean isSuccessful() {
        return status >= 200 && status < 300;
    }

    /** Whether it is a web page, whatever its status: no JSON begins so. */
    public boolean isHtml() {
        int at = 0;
        while (at < body.size() && Character.isWhitespace(body.getByte(at))) {
            at++;
        }
        return at < body.size() && body.getByte(at) == '<';
    }

    /** The body holds what people are called and pay. */
    @Override
    public String toString() {
        return "Answer[" + status + ", " + body.size() + " bytes]";
    }
}
