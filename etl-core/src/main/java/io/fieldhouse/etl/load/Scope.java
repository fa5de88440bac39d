package io.fieldhouse.etl.load;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import okio.Buffer;

/**
 * The part of a feed that a unit is about, such as a period and a region.
 *
 * @param parts whole numbers and texts by their names
 */
public record Scope(SortedMap<String, Object> parts) {
    /** All of a feed. */
    public static final Scope ALL = new Scope(new TreeMap<>());

    public Scope {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /** The same, narrowed to a number. */
    public Scope with(String name, long number) {
        return with(name, (Object) number);
    }

    /** The same, narrowed to a text. */
    public Scope with(String name, String text) {
        return with(name, (Object) text);
    }

    private Scope with(String name, Object value) {
        SortedMap<String, Object> all = new TreeMap<>(parts);
        all.put(name, value);
        return new Scope(all);
    }

    /** The number of that name, if there is one. */
    public Optional<Long> number(String name) {
        return parts.get(name) instanceof Long number ? Optional.of(number) : Optional.empty();
    }

    /** The scope as the ledger has it. */
    public String json() {
        Buffer json = new Buffer();
        try (JsonWriter writer = JsonWriter.of(json)) {
            writer.beginObject();
            for (Map.Entry<String, Object> part : parts.entrySet()) {
                writer.name(part.getKey());
                if (part.getValue() instanceof Long number) {
                    writer.value(number);
                } else {
                    writer.value(part.getValue().toString());
                }
            }
            writer.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.readUtf8();
    }

    /** The scope that the ledger has as JSON. */
    static Scope parse(String json) {
        Scope scope = ALL;
        try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json))) {
            reader.beginObject();
            while (reader.hasNext()) {
                String name = reader.nextName();
                scope = reader.peek() == JsonReader.Token.NUMBER
                        ? scope.with(name, reader.nextLong())
                        : scope.with(name, reader.nextString());
            }
            reader.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scope;
    }
}
