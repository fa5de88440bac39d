package io.fieldhouse.tracktik.transport;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Times as TrackTik sends them: the same field may be ISO text, an epoch number, or such a number as text. */
final class TimeAdapters {
    private static final String WHOLE_SECONDS = "-?\\d{1,12}";

    private TimeAdapters() {}

    /** A moment: ISO with an offset, or seconds since 1970. */
    static final JsonAdapter<Instant> INSTANT = new Text<>(TimeAdapters::instant);

    /** A moment that keeps the offset it came with: the local time it is shown as. */
    static final JsonAdapter<OffsetDateTime> OFFSET_DATE_TIME = new Text<>(OffsetDateTime::parse);

    /** A day; what comes as a midnight with an offset is that very day, whatever the zone of whoever reads it. */
    static final JsonAdapter<LocalDate> LOCAL_DATE = new Text<>(TimeAdapters::day);

    private static Instant instant(String text) {
        return text.matches(WHOLE_SECONDS)
                ? Instant.ofEpochSecond(Long.parseLong(text))
                : OffsetDateTime.parse(text).toInstant();
    }

    private static LocalDate day(String text) {
        return text.indexOf('T') > 0 ? OffsetDateTime.parse(text).toLocalDate() : LocalDate.parse(text);
    }

    /** Reads text or a number; nothing and empty text are no time at all. */
    private static final class Text<T> extends JsonAdapter<T> {
        private final Function<String, T> parse;

        private Text(Function<String, T> parse) {
            this.parse = parse;
        }

        @Override
        public @Nullable T fromJson(JsonReader reader) throws IOException {
            if (reader.peek() == JsonReader.Token.NULL) {
                return reader.nextNull();
            }
            String text = reader.nextString();
            try {
                return text.isEmpty() ? null : parse.apply(text);
            } catch (DateTimeException e) {
                throw new JsonDataException("Not a time at " + reader.getPath(), e);
            }
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable T value) {
            throw new UnsupportedOperationException("The client only reads.");
        }
    }
}
