package io.fieldhouse.servicetitan.transport;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.fieldhouse.client.transport.ItemReader;
import io.fieldhouse.client.transport.PageItems;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Objects;
import okhttp3.Request;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads ServiceTitan's envelopes, {@code {"page": 1, "hasMore": true, "data": [...]}} and the like, in one pass; in another
 * one if an item does not fit.
 */
final class PageDecoder<T> {
    private static final JsonReader.Options ENVELOPE =
            JsonReader.Options.of("data", "hasMore", "page", "pageSize", "totalCount", "continueFrom");

    private final ItemReader<T> itemReader;

    PageDecoder(Type type) {
        itemReader = new ItemReader<>(type, ValueAdapters.MOSHI);
    }

    /** Reads a page; the body is the page's from here on. */
    Decoded<T> page(Request request, Buffer body) {
        Decoded<T> page = pass(request, body, false);
        return page == null ? Objects.requireNonNull(pass(request, body, true)) : page;
    }

    /** Null where an item does not fit, unless each is read by itself. */
    private @Nullable Decoded<T> pass(Request request, Buffer whole, boolean eachByItself) {
        // Shares the bytes: an answer lies in memory once.
        Buffer body = whole.clone();
        JsonReader reader = JsonReader.of(body);
        PageItems<T> items = null;
        Boolean hasMore = null;
        long number = 0;
        long size = 0;
        long total = -1;
        String continueFrom = null;
        try {
            reader.beginObject();
            while (reader.hasNext()) {
                int field = reader.selectName(ENVELOPE);
                if (field < 0 || (field > 1 && reader.peek() == JsonReader.Token.NULL)) {
                    ItemReader.skip(reader);
                    continue;
                }
                switch (field) {
                    case 0 -> {
                        if (items != null) {
                            throw Failures.badAnswer(request, "ServiceTitan sends data twice in one answer");
                        }
                        items = itemReader.items(reader, body, whole, eachByItself);
                    }
                    case 1 -> hasMore = reader.nextBoolean();
                    case 2 -> number = reader.nextLong();
                    case 3 -> size = reader.nextLong();
                    case 4 -> total = reader.nextLong();
                    default -> continueFrom = reader.nextString();
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
        if (items == null || hasMore == null) {
            throw Failures.badAnswer(request, "The answer has no data, or does not say whether more comes", whole);
        }
        return new Decoded<>(
                items.page(whole),
                limited(number),
                limited(size),
                hasMore,
                total,
                continueFrom,
                items.misfits(),
                whole.size());
    }

    private static int limited(long number) {
        return (int) Math.max(0, Math.min(number, Integer.MAX_VALUE));
    }

    /** Reads a single item, which comes without an envelope. */
    T single(Request request, Buffer body) {
        JsonReader reader = JsonReader.of(body.clone());
        T value;
        try {
            value = itemReader.single(reader);
            if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
                throw new IOException("more than an item");
            }
        } catch (IOException | JsonDataException e) {
            throw Failures.unreadable(request, e, reader);
        }
        if (value == null) {
            throw Failures.badAnswer(request, "The answer has no item", body);
        }
        return value;
    }
}
