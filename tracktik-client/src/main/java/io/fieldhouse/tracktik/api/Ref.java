package io.fieldhouse.tracktik.api;

import org.jspecify.annotations.Nullable;

/**
 * A relation to another record: its id, and the record itself where the query included it.
 *
 * @param id the other record's id
 * @param object the other record, if it was included
 */
public record Ref<T>(long id, @Nullable T object) {
    /** A relation of which only the id is known. */
    public static <T> Ref<T> to(long id) {
        return new Ref<>(id, null);
    }

    /** The id behind a relation, or null where there is none. */
    public static @Nullable Long idOf(@Nullable Ref<?> ref) {
        return ref == null ? null : ref.id();
    }
}
