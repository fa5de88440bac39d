package io.fieldhouse.etl.reconcile;

import java.util.List;

/**
 * A row of a CSV.
 *
 * @param number the line that it begins on, from 1
 * @param fields what is in it
 */
record CsvLine(long number, List<String> fields) {
    boolean isBlank() {
        return fields.stream().allMatch(field -> plain(field).isEmpty());
    }

    /** What is in a field, without the spaces around it; nothing where the row ends before it. */
    String field(int index) {
        return index < fields.size() ? plain(fields.get(index)) : "";
    }

    private static String plain(String field) {
        return field.replace('\u00a0', ' ').strip();
    }
}
