package io.fieldhouse.tracktik.sandbox;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import mockwebserver3.MockResponse;
import okio.Buffer;

/** The shapes of answers that are not pages. */
final class Answers {
    static final String JSON = "application/json";

    private Answers() {}

    static MockResponse error(int status, String message) {
        return json(status, out -> {
            out.beginObject();
            out.name("status").value(status);
            out.name("error").value(message);
            out.endObject();
        });
    }

    /** What league/oauth2-server answers, which seems to be behind the vendor's endpoint. */
    static MockResponse oauthError(int status, String error, String description) {
        return json(status, out -> {
            out.beginObject();
            out.name("error").value(error);
            out.name("error_description").value(description);
            out.name("message").value(description);
            out.endObject();
        });
    }

    static MockResponse json(int status, Json body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", JSON)
                .body(buffer(body))
                .build();
    }

    static Buffer buffer(Json body) {
        Buffer buffer = new Buffer();
        JsonWriter out = JsonWriter.of(buffer);
        out.setSerializeNulls(true);
        try {
            body.write(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer;
    }

    static MockResponse html(int status, String title) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "text/html")
                .body("<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1></body></html>")
                .build();
    }
}
