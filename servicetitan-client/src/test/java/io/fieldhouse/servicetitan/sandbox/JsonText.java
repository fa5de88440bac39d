package io.fieldhouse.servicetitan.sandbox;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Reads JSON into maps, lists, texts, truth values and numbers that keep their digits. */
final class JsonText {
    private JsonText() {}

    /** @throws IOException if it is not JSON */
    static @Nullable Object parse(String text) throws IOException {
        return value(JsonReader.of(new Buffer().writeUtf8(text)));
    }

    private static @Nullable Object value(JsonReader in) throws IOException {
        switch (in.peek()) {
            case BEGIN_OBJECT -> {
                Map<String, @Nullable Object> object = new LinkedHashMap<>();
                in.beginObject();
                while (in.hasNext()) {
                    object.put(in.nextName(), value(in));
                }
                in.endObject();
                return object;
            }
            case BEGIN_ARRAY -> {
                List<@Nullable Object> array = new ArrayList<>();
                in.beginArray();
                while (in.hasNext()) {
                    array.add(value(in));
                }
                in.endArray();
                return array;
            }
            case NULL -> {
                return in.<Object>nextNull();
            }
            case BOOLEAN -> {
                return in.nextBoolean();
            }
            case NUMBER -> {
                return new BigDecimal(in.nextString());
            }
            default -> {
                return in.nextString();
            }
        }
    }
}
