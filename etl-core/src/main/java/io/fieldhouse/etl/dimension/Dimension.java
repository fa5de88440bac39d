package io.fieldhouse.etl.dimension;

import java.util.Objects;
import org.jooq.Table;

/**
 * A table of versions of a natural key, as {@code etl.make_dimension} makes it.
 *
 * @param name the table, with its schema
 * @param versionKey the column that tells versions apart
 * @param key the column of the natural key
 */
public record Dimension(String name, String versionKey, String key) {
    /** The dimension in a table: its version's key comes first, its natural key second. */
    public static Dimension in(Table<?> table) {
        if (table.field("valid_to") == null) {
            throw new IllegalArgumentException(table + " holds no versions.");
        }
        return new Dimension(
                Objects.requireNonNull(table.getSchema()).getName() + "." + table.getName(),
                table.fields()[0].getName(),
                table.fields()[1].getName());
    }
}
