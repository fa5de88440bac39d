package io.fieldhouse.servicetitan.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * What a row says in one of its fields, whatever is true.
 *
 * @param row an id, or in reports the number of a row on its page, from 0 on
 * @param field a field's name
 * @param json the value, as JSON
 */
record Misstatement(long row, String field, String json) {
    static @Nullable String of(@Nullable Misstatement misstatement, long row, String field) {
        return misstatement != null && misstatement.row == row && misstatement.field.equals(field)
                ? misstatement.json
                : null;
    }
}
