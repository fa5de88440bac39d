package io.fieldhouse.tracktik.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * What one record says in one of its fields, whatever is true. It is found by what is true.
 *
 * @param value a text, a number or a truth value as it is sent, or null
 */
record Misstatement(long id, String field, @Nullable Object value) {
    <R> Field<R> in(Table<R> table, Field<R> told) {
        Field<R> ids = table.field("id");
        return ids == null
                ? told
                : new Field<>(
                        told.name(),
                        told.type(),
                        told.onDemand(),
                        row -> String.valueOf(ids.value().apply(row)).equals(String.valueOf(id))
                                ? value
                                : told.value().apply(row),
                        told.target());
    }
}
