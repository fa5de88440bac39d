package io.fieldhouse.client.transport;

import com.squareup.moshi.Json;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects as records. Moshi does that too, but works out anew for each object how its constructor is called, which
 * takes a good part of the time that a row takes, and of the garbage.
 */
public final class Records<T> extends JsonAdapter<T> {
    /** Reads any record that is public. */
    public static final Factory FACTORY = Records::create;

    private final MethodHandle constructor;
    private final JsonReader.Options names;
    private final List<JsonAdapter<Object>> values;
    /** Which components cannot be null, and so have to be there. */
    private final boolean[] required;

    private Records(
            MethodHandle constructor, JsonReader.Options names, List<JsonAdapter<Object>> values, boolean[] required) {
        this.constructor = constructor;
        this.names = names;
        this.values = values;
        this.required = required;
    }

    private static @Nullable JsonAdapter<?> create(Type type, Set<? extends Annotation> annotations, Moshi moshi) {
        Class<?> raw = Types.getRawType(type);
        if (!raw.isRecord() || !annotations.isEmpty()) {
            return null;
        }
        RecordComponent[] components = raw.getRecordComponents();
        boolean[] required = new boolean[components.length];
        Class<?>[] types = new Class<?>[components.length];
        String[] names = new String[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            names[i] = nameOf(raw, components[i].getName());
            required[i] = types[i].isPrimitive();
        }
        List<JsonAdapter<Object>> values = Arrays.stream(components)
                .map(component -> moshi.<Object>adapter(component.getGenericType()))
                .toList();
        return new Records<>(constructor(raw, types), JsonReader.Options.of(names), values, required);
    }

    /** A field whose name is no name in Java has another here, and says which it has there. */
    private static String nameOf(Class<?> type, String component) {
        try {
            Json json = type.getDeclaredField(component).getAnnotation(Json.class);
            return json == null ? component : json.name();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("A record has a field for each component", e);
        }
    }

    private static MethodHandle constructor(Class<?> type, Class<?>[] components) {
        try {
            return MethodHandles.publicLookup()
                    .findConstructor(type, MethodType.methodType(void.class, components))
                    .asSpreader(Object[].class, components.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("Records that are read are public: " + type, e);
        }
    }

    @Override
    public @Nullable T fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable Object[] components = new @Nullable Object[required.length];
        reader.beginObject();
        while (reader.hasNext()) {
            int component = reader.selectName(names);
            if (component < 0) {
                reader.skipName();
                reader.skipValue();
            } else {
                components[component] = values.get(component).fromJson(reader);
            }
        }
        reader.endObject();
        for (int i = 0; i < required.length; i++) {
            if (required[i] && components[i] == null) {
                String name = names.strings().get(i);
                throw Mismatch.at(Mismatch.pathBefore(reader) + "." + name, "a value");
            }
        }
        return construct(components);
    }

    @SuppressWarnings("unchecked") // It is the constructor of that very type.
    private T construct(@Nullable Object[] components) {
        try {
            return (T) (Object) constructor.invokeExact(components);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("A record's constructor throws what no record does", e);
        }
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable T value) {
        throw new UnsupportedOperationException("The client only reads.");
    }
}
