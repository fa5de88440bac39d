package io.fieldhouse.tracktik.transport;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.fieldhouse.client.Page;
import io.fieldhouse.client.transport.ItemReader;
import io.fieldhouse.client.transport.Misfit;
import io.fieldhouse.client.transport.PageItems;
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

    private final ItemReader<T> itemReader;

    PageDecoder(Type type) {
        itemReader = new ItemReader<>(type, ValueAdapters.MOSHI);
    }

    /**
     * A page with what is needed to put it in its place.
     *
     * @param offset how many items come before this page, readable or not, in its part of the query
     * @param total how many items there are in that part, by TrackTik's count when it sent the page
     * @param limit how many items the envelope says there are at most, which may be fewer than were asked for; 0 where it
     *     does not say
     * @param misfits what cannot be read, in order
     */
    record Decoded<T>(Page<T> page, long offset, long total, int limit, List<Misfit> misfits) {}

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
        PageItems<T> items = null;
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
                                default -> ItemReader.skip(reader);
                            }
                        }
                        reader.endObject();
                    }
                    case 1 -> items = itemReader.items(reader, body, whole, eachByItself);
                    default -> ItemReader.skip(reader);
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
        return new Decoded<>(items.page(whole), offset, count, limit, items.misfits());
    }

    /** A hint, and no more. */
    private static int limit(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            reader.skipValue();
            return 0;
        }
        return reader.nextInt();
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
                    value = itemReader.single(reader);
                } else {
                    ItemReader.skip(reader);
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
}
