package io.fieldhouse.tracktik.transport;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.fieldhouse.tracktik.api.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import okhttp3.Request;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Reads TrackTik's envelope, {@code {"meta": {...}, "data": ...}}, in one pass. */
final class PageDecoder<T> {
    private static final JsonReader.Options ENVELOPE = JsonReader.Options.of("meta", "data");
    private static final JsonReader.Options META = JsonReader.Options.of("count", "limit");

    private final JsonAdapter<T> item;

    PageDecoder(JsonAdapter<T> item) {
        this.item = item;
    }

    /**
     * A page with the envelope's own limit, which may be lower than the one asked for.
     *
     * @param limit 0 where the envelope does not say
     */
    record Decoded<T>(Page<T> page, int limit) {}

    /** Reads the page of a collection. */
    Decoded<T> page(Request request, Buffer body, long offset) {
        // Shares the bytes: an answer lies in memory once.
        Buffer whole = body.clone();
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
                    case 1 -> items = items(reader, body, whole.size());
                    default -> skip(reader);
                }
            }
            reader.endObject();
        } catch (IOException | JsonDataException e) {
            throw Failures.unreadable(request, e, reader);
        }
        if (items == null || count < 0) {
            throw Failures.badAnswer(request, "The answer has no data or no count", Failures.vendorMessage(whole));
        }
        return new Decoded<>(
                new Page<>(items.values, whole, Arrays.copyOf(items.bounds, 2 * items.values.size()), offset, count),
                limit);
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
                throw new JsonDataException("Not an object");
            }
            // Having peeked, the reader stands behind the brace; having read, right behind its fellow.
            int begin = (int) (size - rest.size() - 1);
            T value = item.fromJson(reader);
            items.add(value, begin, (int) (size - rest.size()));
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

    private static final class Items<T> {
        private final List<T> values = new ArrayList<>();
        private int[] bounds = new int[256];

        void add(@Nullable T value, int begin, int end) {
            if (value == null) {
                throw new JsonDataException("Not an object");
            }
            int at = 2 * values.size();
            if (at == bounds.length) {
                bounds = Arrays.copyOf(bounds, 2 * at);
            }
            bounds[at] = begin;
            bounds[at + 1] = end;
            values.add(value);
        }
    }
}
