package io.fieldhouse.client.transport;

import com.squareup.moshi.Types;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of an item, by the names that the vendor calls them: of a record or of a map. */
public final class Fields {
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
    public static Type typeOf(Type item, String name) {
        Method accessor = ACCESSORS.get(Types.getRawType(item)).get(name);
        return accessor == null ? Object.class : accessor.getGenericReturnType();
    }

    /** Whether such items have a field of that name. */
    public static boolean has(Object item, String name) {
        return item instanceof Map || ACCESSORS.get(item.getClass()).containsKey(name);
    }

    /** Whether such a field may hold fields of its own. */
    public static boolean mayNest(Object item, String name) {
        Method accessor = ACCESSORS.get(item.getClass()).get(name);
        return accessor == null ? item instanceof Map : accessor.getReturnType().isRecord();
    }

    /** What is in a field, or null where that is not known. */
    public static @Nullable Object at(Object item, String name) {
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
