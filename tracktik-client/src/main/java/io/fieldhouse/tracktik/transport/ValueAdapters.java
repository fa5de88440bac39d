package io.fieldhouse.tracktik.transport;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import io.fieldhouse.client.transport.Mismatch;
import io.fieldhouse.client.transport.Records;
import io.fieldhouse.client.transport.Values;
import io.fieldhouse.tracktik.api.Ref;
import io.fieldhouse.tracktik.entities.GeoLocation;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How values become Java's, exactly: no number goes through a double. */
final class ValueAdapters implements JsonAdapter.Factory {
    static final JsonAdapter.Factory FACTORY = new ValueAdapters();
    static final Moshi MOSHI =
            new Moshi.Builder().add(FACTORY).add(Records.FACTORY).build();

    private static final Type TEXTS = Types.newParameterizedType(List.class, String.class);

    private static final Map<Type, JsonAdapter<?>> BY_TYPE = Map.ofEntries(
            Map.entry(Instant.class, TimeAdapters.INSTANT),
            Map.entry(OffsetDateTime.class, TimeAdapters.OFFSET_DATE_TIME),
            Map.entry(LocalDate.class, TimeAdapters.LOCAL_DATE),
            Map.entry(BigDecimal.class, Values.DECIMAL),
            Map.entry(Long.class, Values.WHOLE),
            Map.entry(Integer.class, Values.SMALL),
            Map.entry(Boolean.class, Values.FLAG),
            Map.entry(GeoLocation.class, Values.reading(new GeoLocations())),
            Map.entry(TEXTS, Values.reading(ValueAdapters::readTexts)),
            Map.entry(Object.class, Values.ANYTHING));

    private ValueAdapters() {}

    @Override
    public @Nullable JsonAdapter<?> create(Type type, Set<? extends Annotation> annotations, Moshi moshi) {
        if (type instanceof ParameterizedType generic && Types.getRawType(type) == Ref.class) {
            return Values.reading(new Reference<>(moshi.adapter(generic.getActualTypeArguments()[0])));
        }
        return BY_TYPE.get(type);
    }

    /** A list of texts, which may come as one text with commas. */
    private static @Nullable List<String> readTexts(JsonReader reader) throws IOException {
        return switch (reader.peek()) {
            case NULL -> reader.nextNull();
            case BEGIN_ARRAY -> {
                List<String> texts = new ArrayList<>();
                reader.beginArray();
                while (reader.hasNext()) {
                    String text = Mismatch.textOf(reader, "a string");
                    if (!text.isBlank()) {
                        texts.add(text);
                    }
                }
                reader.endArray();
                yield List.copyOf(texts);
            }
            default ->
                Arrays.stream(Mismatch.textOf(reader, "a list").split(",", -1))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
        };
    }

    /** A place: its id, or where it is. */
    private static final class GeoLocations implements Values.Reader<GeoLocation> {
        private static final JsonAdapter<GeoLocation> OBJECT = new Moshi.Builder()
                .add(BigDecimal.class, Values.DECIMAL)
                .add(Long.class, Values.WHOLE)
                .add(Records.FACTORY)
                .build()
                .adapter(GeoLocation.class);

        @Override
        public @Nullable GeoLocation read(JsonReader reader) throws IOException {
            return switch (reader.peek()) {
                case NULL -> reader.nextNull();
                case BEGIN_OBJECT -> OBJECT.fromJson(reader);
                default -> {
                    Long id = Values.WHOLE.fromJson(reader);
                    yield id == null ? null : new GeoLocation(id, null, null, null, null);
                }
            };
        }
    }

    /** A relation: an id, the record itself, or nothing. */
    private static final class Reference<T> implements Values.Reader<Ref<T>> {
        private static final JsonReader.Options ID = JsonReader.Options.of("id");

        private final JsonAdapter<T> object;

        private Reference(JsonAdapter<T> object) {
            this.object = object;
        }

        @Override
        public @Nullable Ref<T> read(JsonReader reader) throws IOException {
            return switch (reader.peek()) {
                case NULL -> reader.nextNull();
                case NUMBER -> Ref.to(reader.nextLong());
                case STRING -> fromText(reader);
                case BEGIN_OBJECT -> {
                    long id = idOf(reader);
                    yield new Ref<>(id, object.fromJson(reader));
                }
                default -> throw Mismatch.at(reader.getPath(), "a relation");
            };
        }

        private static <T> @Nullable Ref<T> fromText(JsonReader reader) throws IOException {
            String text = reader.nextString();
            if (text.isEmpty()) {
                return null;
            }
            try {
                return Ref.to(Long.parseLong(text));
            } catch (NumberFormatException e) {
                throw Mismatch.at(Mismatch.pathBefore(reader), "an id");
            }
        }

        private static long idOf(JsonReader reader) throws IOException {
            JsonReader ahead = reader.peekJson();
            ahead.beginObject();
            while (ahead.hasNext()) {
                if (ahead.selectName(ID) == 0) {
                    return ahead.nextLong();
                }
                ahead.skipName();
                ahead.skipValue();
            }
            throw Mismatch.at(reader.getPath() + ".id", "a value");
        }
    }
}
