package io.fieldhouse.tracktik.transport;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.fieldhouse.tracktik.api.Page;
import io.fieldhouse.tracktik.api.Unreadable;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;
import okhttp3.Request;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Reads TrackTik's envelope, {@code {"meta": {...}, "data": ...}}, in one pass; in another one if an item does not fit. */
final class PageDecoder<T> {
    private static final JsonReader.Options ENVELOPE = JsonReader.Options.of("meta", "data");
    private static final JsonReader.Options META = JsonReader.Options.of("count", "limit");

    private final JsonAdapter<T> item;
    private final OneByOne<T> oneByOne;

    PageDecoder(Type type) {
        item = ValueAdapters.MOSHI.adapter(type);
        oneByOne = new OneByOne<>(item, ValueAdapters.MOSHI.adapter(Fields.typeOf(type, "id")));
    }

    /**
     * A page with what is needed to put it in its place.
     *
     * @param limit how many items the envelope says there are at most, which may be fewer than were asked for; 0 where it
     *     does not say
     * @param misfits what cannot be read, in order
     */
    record Decoded<T>(Page<T> page, int limit, List<Misfit> misfits) {}

    /**
     * An item that cannot be read.
     *
     * @param place how many items come before it in its page
     * @param id what it is told by
     */
    record Misfit(int place, Object id, Unreadable item) {}

    /** Reads the page of a collection; the body is the page's from here on. */
    Decoded<T> page(Request request, Buffer body, long offset) {
        Decoded<T> page = pass(request, body, offset, false);
        return page == null ? Objects.requireNonNull(pass(request, body, offset, true)) : page;
    }

    /** Null where an item does not fit, unless each is read by itself. */
    private @Nullable Decoded<T> pass(Request request, Buffer whole, long offset, boolean eachByItself) {
        // Shares the bytes: an answer lies in memory once.
        Buffer body = whole.clone();
        JsonReader reader = JsonReader.of(body);
        long count = -1;
        int limit = 0;
        Items<T> items = null;
        try {
            reader.beginObject();
            while (reader.hasNext()) {
                switch (reader.selectName(ENVELOPE)) {
                    case 0 -> {
                        reader.beginObject();
                        while (reader.hasNext()) {
                            switch (reader.selectName(META)) {
                                case 0 -> count = reader.nextLong();
                                case 1 -> limit = limit(reader);
                                default -> skip(reader);
                            }
                        }
                        reader.endObject();
                    }
                    case 1 ->
                        items = eachByItself ? oneByOne.items(reader, body, whole) : items(reader, body, whole.size());
                    default -> skip(reader);
                }
            }
            reader.endObject();
        } catch (IOException e) {
            throw Failures.unreadable(request, e, reader);
        } catch (RuntimeException e) {
            if (!eachByItself) {
                return null;
            }
            throw e instanceof JsonDataException ? Failures.unreadable(request, e, reader) : e;
        }
        if (items == null || count < 0) {
            throw Failures.badAnswer(request, "The answer has no data or no count", Failures.vendorMessage(whole));
        }
        return new Decoded<>(items.page(whole, offset, count), limit, items.misfits());
    }

    /** A hint, and no more. */
    private static int limit(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            reader.skipValue();
            return 0;
        }
        return reader.nextInt();
    }

    private Items<T> items(JsonReader reader, Buffer rest, long size) throws IOException {
        Items<T> items = new Items<>();
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

    /** Reads a single item. */
    T single(Request request, Buffer body) {
        Buffer kept = body.clone();
        JsonReader reader = JsonReader.of(body);
        T value = null;
        try {
            reader.beginObject();
            while (reader.hasNext()) {
                if (reader.selectName(ENVELOPE) == 1) {
                    value = item.fromJson(reader);
                } else {
                    skip(reader);
                }
            }
            reader.endObject();
        } catch (IOException | JsonDataException e) {
            throw Failures.unreadable(request, e, reader);
        }
        if (value == null) {
            throw Failures.badAnswer(request, "The answer has no data", Failures.vendorMessage(kept));
        }
        return value;
    }

    private static void skip(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NAME) {
            reader.skipName();
        }
        reader.skipValue();
    }
}
