package io.fieldhouse.client.transport;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How values become Java's, exactly: no number goes through a double. */
public final class Values {
    /** A number, or text that is one; empty text is no value. */
    public static final JsonAdapter<BigDecimal> DECIMAL = reading(Values::readDecimal);

    /** Any value: objects as maps in their order, whole numbers as Long where they fit, others as BigDecimal. */
    public static final JsonAdapter<Object> ANYTHING = reading(reader -> readAnything(reader, 0));

    /** A whole number, or text that is one; empty text is no value. */
    public static final JsonAdapter<Long> WHOLE = reading(Values::readWhole);

    /** A small whole number, or text that is one; empty text is no value. */
    public static final JsonAdapter<Integer> SMALL = reading(Values::readSmall);

    /** True or false, as a word, text, or the digits 1 and 0; empty text is no value. */
    public static final JsonAdapter<Boolean> FLAG = reading(Values::readFlag);

    private static final int LONGEST_NUMBER = 100;
    private static final int DEEPEST = 64;

    private Values() {}

    /**
     * A number of bounded length.
     *
     * @throws NumberFormatException if it is none
     */
    public static BigDecimal decimal(String text) {
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

    /** How a value is read. */
    public interface Reader<T> {
        /** Reads the value that the reader is at; null where it is none. */
        @Nullable T read(JsonReader reader) throws IOException;
    }

    /** Reads so, and writes nothing. */
    public static <T> JsonAdapter<T> reading(Reader<T> reader) {
        return new ReadOnly<>(reader);
    }

    /** Reads text, or a number as text, that is a time; empty text is no value. */
    public static <T> JsonAdapter<T> time(Function<String, @Nullable T> parse) {
        return reading(reader -> {
            if (reader.peek() == JsonReader.Token.NULL) {
                return reader.nextNull();
            }
            String text = Mismatch.textOf(reader, "a time");
            try {
                return text.isBlank() ? null : parse.apply(text);
            } catch (DateTimeException e) {
                throw Mismatch.at(Mismatch.pathBefore(reader), "a time");
            }
        });
    }

    private static final class ReadOnly<T> extends JsonAdapter<T> {
        private final Reader<T> reader;

        ReadOnly(Reader<T> reader) {
            this.reader = reader;
        }

        @Override
        public @Nullable T fromJson(JsonReader json) throws IOException {
            return reader.read(json);
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable T value) {
            throw new UnsupportedOperationException("The client only reads.");
        }
    }

    private static @Nullable BigDecimal readDecimal(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        String text = Mismatch.textOf(reader, "a number");
        return text.isBlank() ? null : parse(text, reader);
    }

    private static @Nullable Long readWhole(JsonReader reader) throws IOException {
        return switch (reader.peek()) {
            case NULL -> reader.nextNull();
            case NUMBER -> reader.nextLong();
            default -> wholeIn(reader);
        };
    }

    private static @Nullable Integer readSmall(JsonReader reader) throws IOException {
        return switch (reader.peek()) {
            case NULL -> reader.nextNull();
            case NUMBER -> reader.nextInt();
            default -> {
                Long whole = wholeIn(reader);
                if (whole != null && whole.intValue() != whole) {
                    throw Mismatch.at(Mismatch.pathBefore(reader), "an int");
                }
                yield whole == null ? null : whole.intValue();
            }
        };
    }

    private static @Nullable Long wholeIn(JsonReader reader) throws IOException {
        String text = Mismatch.textOf(reader, "a long").strip();
        try {
            return text.isEmpty() ? null : (Long) decimal(text).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw Mismatch.at(Mismatch.pathBefore(reader), "a long");
        }
    }

    private static @Nullable Boolean readFlag(JsonReader reader) throws IOException {
        return switch (reader.peek()) {
            case NULL -> reader.nextNull();
            case BOOLEAN -> reader.nextBoolean();
            default -> {
                String text = Mismatch.textOf(reader, "a boolean").strip();
                yield switch (text.toLowerCase(Locale.ROOT)) {
                    case "" -> null;
                    case "true", "1", "yes", "y" -> (Boolean) true;
                    case "false", "0", "no", "n" -> (Boolean) false;
                    default -> throw Mismatch.at(Mismatch.pathBefore(reader), "a boolean");
                };
            }
        };
    }

    private static BigDecimal parse(String text, JsonReader reader) {
        try {
            return decimal(text);
        } catch (NumberFormatException e) {
            throw Mismatch.at(Mismatch.pathBefore(reader), "a number");
        }
    }

    private static @Nullable Object readAnything(JsonReader reader, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw Mismatch.at(reader.getPath(), "less depth");
        }
        return switch (reader.peek()) {
            case NULL -> reader.nextNull();
            case BOOLEAN -> reader.nextBoolean();
            case STRING -> reader.nextString();
            case NUMBER -> readNumber(reader);
            case BEGIN_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                reader.beginArray();
                while (reader.hasNext()) {
                    list.add(readAnything(reader, depth + 1));
                }
                reader.endArray();
                yield list;
            }
            case BEGIN_OBJECT -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                reader.beginObject();
                while (reader.hasNext()) {
                    map.put(reader.nextName(), readAnything(reader, depth + 1));
                }
                reader.endObject();
                yield map;
            }
            default -> throw Mismatch.at(reader.getPath(), "a value");
        };
    }

    private static Number readNumber(JsonReader reader) throws IOException {
        BigDecimal number = parse(reader.nextString(), reader);
        boolean fits = number.scale() == 0 && number.precision() <= 18;
        return fits ? (Number) number.longValueExact() : number;
    }
}
