package io.fieldhouse.cli.source;

import java.util.List;

/**
 * A view or a fact that people read.
 *
 * @param schema of the source
 * @param name in its schema
 * @param kind view or fact
 * @param comment what it holds
 * @param columns in their order
 * @param key the columns that identify a row; none where nothing does
 */
public record View(String schema, String name, String kind, String comment, List<String> columns, List<String> key) {
    public View {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    @Override
    public String toString() {
        return schema + "." + name;
    }
}
