package io.fieldhouse.client.transport;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import io.fieldhouse.client.Unreadable;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Objects;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Reads the list of items in a page: in one go, or each by itself, so that one that does not fit can be set aside, as it
 * came.
 */
public final class ItemReader<T> {
    private static final JsonReader.Options ID = JsonReader.Options.of("id");

    private final JsonAdapter<T> item;
    private final JsonAdapter<?> ids;

    /** Takes what an item is; its id is read as the item has it. */
    public ItemReader(Type type, Moshi moshi) {
        this.item = moshi.adapter(type);
        this.ids = moshi.adapter(Fields.typeOf(type, "id"));
    }

    /** Reads a single item; null where there is none. */
    public @Nullable T single(JsonReader reader) throws IOException {
        return item.fromJson(reader);
    }

    /**
     * Reads the list that the reader is at.
     *
     * @param rest what the reader has not read of the body
     * @param whole the body
     */
    public PageItems<T> items(JsonReader reader, Buffer rest, Buffer whole, boolean eachByItself) throws IOException {
        return eachByItself ? oneByOne(reader, rest, whole) : inOneGo(reader, rest, whole.size());
    }

    private PageItems<T> inOneGo(JsonReader reader, Buffer rest, long size) throws IOException {
        PageItems<T> items = new PageItems<>();
        reader.beginArray();
        while (reader.hasNext()) {
            if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
                throw Mismatch.at(reader.getPath(), "an object");
            }
            // Having peeked, the reader stands behind the brace; having read, right behind its fellow.
            int begin = (int) (size - rest.size() - 1);
            items.add(Objects.requireNonNull(item.fromJson(reader)), begin, (int) (size - rest.size()));
        }
        reader.endArray();
        return items;
    }

    private PageItems<T> oneByOne(JsonReader reader, Buffer rest, Buffer whole) throws IOException {
        PageItems<T> items = new PageItems<>();
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

    private void read(Buffer whole, int begin, int end, PageItems<T> items) throws IOException {
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

    /** Skips a field of an envelope, whether the reader is at its name or at its value. */
    public static void skip(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NAME) {
            reader.skipName();
        }
        reader.skipValue();
    }
}
