package io.fieldhouse.servicetitan.transport;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import io.fieldhouse.servicetitan.api.Unreadable;
import java.io.IOException;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Reads each item of a page by itself, so that one that does not fit can be set aside, as it came. */
final class OneByOne<T> {
    private static final JsonReader.Options ID = JsonReader.Options.of("id");

    private final JsonAdapter<T> item;
    private final JsonAdapter<?> ids;

    OneByOne(JsonAdapter<T> item, JsonAdapter<?> ids) {
        this.item = item;
        this.ids = ids;
    }

    Items<T> items(JsonReader reader, Buffer rest, Buffer whole) throws IOException {
        Items<T> items = new Items<>();
        reader.beginArray();
        long end = whole.size() - rest.size();
        while (reader.hasNext()) {
            long begin = end;
            while (isBetweenItems(whole.getByte(begin))) {
                begin++;
            }
            reader.skipValue();
            end = whole.size() - rest.size();
            read(whole, (int) begin, (int) end, items);
        }
        reader.endArray();
        return items;
    }

    private static boolean isBetweenItems(byte letter) {
        return letter == ',' || letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t';
    }

    private void read(Buffer whole, int begin, int end, Items<T> items) throws IOException {
        JsonReader reader = JsonReader.of(piece(whole, begin, end));
        try {
            T value = item.fromJson(reader);
            if (value == null) {
                throw Mismatch.at(reader.getPath(), "an object");
            }
            items.add(value, begin, end);
        } catch (RuntimeException e) {
            ByteString json = piece(whole, begin, end).readByteString();
            items.setAside(id(json), new Unreadable(json, Mismatch.reason(e, reader)));
        }
    }

    private static Buffer piece(Buffer whole, int begin, int end) {
        Buffer piece = new Buffer();
        whole.copyTo(piece, begin, end - begin);
        return piece;
    }

    /** Its id; where it has none, what is in it has to tell it from others. */
    private Object id(ByteString json) throws IOException {
        JsonReader reader = JsonReader.of(new Buffer().write(json));
        Object id = null;
        if (reader.peek() == JsonReader.Token.BEGIN_OBJECT) {
            reader.beginObject();
            while (id == null && reader.hasNext()) {
                if (reader.selectName(ID) == 0) {
                    id = idAt(reader);
                } else {
                    reader.skipName();
                    reader.skipValue();
                }
            }
        }
        return id == null ? Likeness.of(json) : id;
    }

    private @Nullable Object idAt(JsonReader reader) throws IOException {
        JsonReader.Token token = reader.peek();
        boolean plain = token == JsonReader.Token.NUMBER || token == JsonReader.Token.STRING;
        String text = plain ? reader.peekJson().nextString() : "";
        if (text.isBlank()) {
            reader.skipValue();
            return null;
        }
        try {
            return ids.fromJson(reader);
        } catch (RuntimeException e) {
            // Not such an id as the others have: what it is worth, nobody knows.
            return Likeness.of(ByteString.encodeUtf8(text));
        }
    }
}
