package io.fieldhouse.client.transport;

import java.io.EOFException;
import okhttp3.Headers;
import okio.Buffer;
import okio.ByteString;

/** What came back for one request: its status, its headers, and its body in memory. */
public record Answer(int status, Headers headers, Buffer body) {
    private static final ByteString BYTE_ORDER_MARK = ByteString.of((byte) 0xEF, (byte) 0xBB, (byte) 0xBF);

    /** Skips a byte order mark: it is not JSON, and not part of what the vendor says. */
    public Answer {
        if (body.rangeEquals(0, BYTE_ORDER_MARK)) {
            discard(body, BYTE_ORDER_MARK.size());
        }
    }

    private static void discard(Buffer body, int bytes) {
        try {
            body.skip(bytes);
        } catch (EOFException e) {
            throw new IllegalStateException("A body has the bytes that were just seen in it", e);
        }
    }

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
