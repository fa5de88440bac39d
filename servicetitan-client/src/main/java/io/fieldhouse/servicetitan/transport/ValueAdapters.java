package io.fieldhouse.servicetitan.transport;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How values become Java's, exactly: no number goes through a double. */
public final class ValueAdapters implements JsonAdapter.Factory {
    static final JsonAdapter.Factory FACTORY = new ValueAdapters();
    /** Reads records, maps and values; writes nothing. */
    public static final Moshi MOSHI =
            new Moshi.Builder().add(FACTORY).add(Records.FACTORY).build();

    private static final Map<Type, JsonAdapter<?>> BY_TYPE = Map.of(
            Instant.class, new Time<>(Times::moment),
            LocalDate.class, new Time<>(Times::day),
            BigDecimal.class, new Decimal(),
            Object.class, new Anything());

    private static final int LONGEST_NUMBER = 100;

    private ValueAdapters() {}

    @Override
    public @Nullable JsonAdapter<?> create(Type type, Set<? extends Annotation> annotations, Moshi moshi) {
        return BY_TYPE.get(type);
    }

    /**
     * A number of bounded length.
     *
     * @throws NumberFormatException if it is none
     */
    static BigDecimal decimal(String text) {
        if (text.length() > LONGEST_NUMBER) {
            throw new NumberFormatException("too long");
        }
        BigDecimal number = new BigDecimal(text);
        // 1e999999999 is short to write and endless to add up.
        if (Math.abs((long) number.scale()) > LONGEST_NUMBER) {
            throw new NumberFormatException("too far from one");
        }
        return number;
    }

    private abstract static sealed class ReadOnly<T> extends JsonAdapter<T> {
        @Override
        public final void toJson(JsonWriter writer, @Nullable T value) {
            throw new UnsupportedOperationException("The client only reads.");
        }
    }

    /** Text that is a time; empty text is none. */
    private static final class Time<T> extends ReadOnly<T> {
        private final Function<String, @Nullable T> parse;

        private Time(Function<String, @Nullable T> parse) {
            this.parse = parse;
        }

        @Override
        public @Nullable T fromJson(JsonReader reader) throws IOException {
            if (reader.peek() == JsonReader.Token.NULL) {
                return reader.nextNull();
            }
            String text = Mismatch.textOf(reader, "a time");
            try {
                return text.isEmpty() ? null : parse.apply(text);
            } catch (DateTimeException e) {
                throw Mismatch.at(Mismatch.pathBefore(reader), "a time");
            }
        }
    }

    /** A number, or text that is one: ServiceTitan's money is either. */
    private static final class Decimal extends ReadOnly<BigDecimal> {
        @Override
        public @Nullable BigDecimal fromJson(JsonReader reader) throws IOException {
            if (reader.peek() == JsonReader.Token.NULL) {
                return reader.nextNull();
            }
            String text = Mismatch.textOf(reader, "a number");
            return text.isEmpty() ? null : parse(text, reader);
        }

        private static BigDecimal parse(String text, JsonReader reader) {
            try {
                return decimal(text);
            } catch (NumberFormatException e) {
                throw Mismatch.at(Mismatch.pathBefore(reader), "a number");
            }
        }
    }

    /** Any value: objects as maps in their order, whole numbers as Long where they fit, others as BigDecimal. */
    private static final class Anything extends ReadOnly<Object> {
        private static final int DEEPEST = 64;

        @Override
        public @Nullable Object fromJson(JsonReader reader) throws IOException {
            return read(reader, 0);
        }

        private static @Nullable Object read(JsonReader reader, int depth) throws IOException {
            if (depth > DEEPEST) {
                throw Mismatch.at(reader.getPath(), "less depth");
            }
            return switch (reader.peek()) {
                case NULL -> reader.nextNull();
                case BOOLEAN -> reader.nextBoolean();
                case STRING -> reader.nextString();
                case NUMBER -> number(reader);
                case BEGIN_ARRAY -> {
                    List<@Nullable Object> list = new ArrayList<>();
                    reader.beginArray();
                    while (reader.hasNext()) {
                        list.add(read(reader, depth + 1));
                    }
                    reader.endArray();
                    yield list;
                }
                case BEGIN_OBJECT -> {
                    Map<String, @Nullable Object> map = new LinkedHashMap<>();
                    reader.beginObject();
                    while (reader.hasNext()) {
                        map.put(reader.nextName(), read(reader, depth + 1));
                    }
                    reader.endObject();
                    yield map;
                }
                default -> throw Mismatch.at(reader.getPath(), "a value");
            };
        }

        private static Number number(JsonReader reader) throws IOException {
            BigDecimal number = Decimal.parse(reader.nextString(), reader);
            boolean fits = number.scale() == 0 && number.precision() <= 18;
            return fits ? (Number) number.longValueExact() : number;
        }
    }
}
