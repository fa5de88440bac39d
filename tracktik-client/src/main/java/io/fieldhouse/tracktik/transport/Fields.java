package io.fieldhouse.tracktik.transport;

import com.squareup.moshi.Types;
import io.fieldhouse.tracktik.api.Ref;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of an item, by the names that TrackTik calls them: of a record or of a map, into relations too. */
final class Fields {
    private static final ClassValue<Map<String, Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            Map<String, Method> accessors = new HashMap<>();
            if (type.isRecord()) {
                for (RecordComponent component : type.getRecordComponents()) {
                    accessors.put(component.getName(), component.getAccessor());
                }
            }
            return accessors;
        }
    };

    private Fields() {}

    /** What a field of such items is, as far as that is known. */
    static Type typeOf(Type item, String name) {
        Method accessor = ACCESSORS.get(Types.getRawType(item)).get(name);
        return accessor == null ? Object.class : accessor.getGenericReturnType();
    }

    /** What is at a path such as {@code position.account}, or null where that is not known. */
    static @Nullable Object at(@Nullable Object item, String path) {
        int dot = path.indexOf('.');
        Object value = field(item, dot < 0 ? path : path.substring(0, dot));
        if (dot < 0) {
            return value instanceof Ref<?> ref ? (Object) ref.id() : value;
        }
        String rest = path.substring(dot + 1);
        if (value instanceof Ref<?> ref) {
            return rest.equals("id") ? (Object) ref.id() : at(ref.object(), rest);
        }
        return value instanceof Long && rest.equals("id") ? value : at(value, rest);
    }

    private static @Nullable Object field(@Nullable Object item, String name) {
        if (item == null) {
            return null;
        }
        if (item instanceof Map<?, ?> map) {
            return map.get(name);
        }
        Method accessor = ACCESSORS.get(item.getClass()).get(name);
        try {
            return accessor == null ? null : accessor.invoke(item);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A record's accessor failed", e);
        }
    }
}
