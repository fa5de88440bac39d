package io.fieldhouse.tracktik.transport;

import io.fieldhouse.client.transport.Fields;
import io.fieldhouse.tracktik.api.Ref;
import org.jspecify.annotations.Nullable;

/** The fields of an item, by the names that TrackTik calls them, into relations too. */
final class FieldPath {
    private FieldPath() {}

    /** What is at a path such as {@code position.account}, or null where that is not known. */
    static @Nullable Object at(@Nullable Object item, String path) {
        int dot = path.indexOf('.');
        Object value = item == null ? null : Fields.at(item, dot < 0 ? path : path.substring(0, dot));
        if (dot < 0) {
            return value instanceof Ref<?> ref ? (Object) ref.id() : value;
        }
        String rest = path.substring(dot + 1);
        if (value instanceof Ref<?> ref) {
            return rest.equals("id") ? (Object) ref.id() : at(ref.object(), rest);
        }
        return value instanceof Long && rest.equals("id") ? value : at(value, rest);
    }
}
