package io.fieldhouse.servicetitan.reporting;

import com.squareup.moshi.JsonWriter;
import io.fieldhouse.servicetitan.transport.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.ByteString;

/**
 * A report with what it is run with, as ServiceTitan takes it.
 *
 * @param address the report's own address
 * @param report its id
 * @param parameters what is posted: nothing but the parameters, as ServiceTitan ignores anything else without a word
 * @param pageSize how many rows a page holds at most
 * @param pagesAtOnce whether only the first page waits for its turn
 */
record Run(HttpUrl address, long report, ByteString parameters, int pageSize, boolean pagesAtOnce) {
    private static final MediaType JSON = MediaType.get("application/json");

    static Run of(HttpUrl address, ReportQuestion question, Map<String, Object> parameters) {
        return new Run(address, question.report(), json(parameters), question.pageSize(), question.areAtOnce());
    }

    /** The request for a window of its rows. The page goes into the query: in the body it would be ignored. */
    Request page(String path, Window window) {
        HttpUrl url = address.newBuilder()
                .addPathSegments(path)
                .addQueryParameter("page", Integer.toString(window.page()))
                .addQueryParameter("pageSize", Integer.toString(window.size()))
                .addQueryParameter("includeTotal", "true")
                .build();
        return new Request.Builder()
                .url(url)
                .post(RequestBody.create(parameters, JSON))
                .build();
    }

    /** Whether a page has to wait for its turn. */
    boolean takesTurn(Window window) {
        return window.begin() == 0 || !pagesAtOnce;
    }

    private static ByteString json(Map<String, Object> parameters) {
        Buffer json = new Buffer();
        try (JsonWriter writer = JsonWriter.of(json)) {
            writer.beginObject().name("parameters").beginArray();
            for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
                writer.beginObject().name("name").value(parameter.getKey()).name("value");
                write(writer, parameter.getValue());
                writer.endObject();
            }
            writer.endArray().endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.readByteString();
    }

    private static void write(JsonWriter writer, Object value) throws IOException {
        if (value instanceof List<?> several) {
            writer.beginArray();
            for (Object one : several) {
                write(writer, one);
            }
            writer.endArray();
        } else if (value instanceof BigDecimal exact) {
            writer.value(new BigDecimal(exact.toPlainString()));
        } else if (value instanceof Number number) {
            writer.value(number);
        } else if (value instanceof Boolean flag) {
            writer.value(flag);
        } else {
            writer.value(value.toString());
        }
    }

    /** Which report; the parameters may be personal. */
    @Override
    public String toString() {
        return "Run[" + report + "]";
    }
}
