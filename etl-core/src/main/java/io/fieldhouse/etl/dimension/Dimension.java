package io.fieldhouse.etl.dimension;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Table;

/**
 * A table of versions of a natural key, as {@code etl.make_dimension} makes it.
 *
 * @param name the table, with its schema
 * @param versionKey the column that tells versions apart
 * @param key the column of the natural key
 * @param columns the natural key and all that is said of it
 */
public record Dimension(String name, String versionKey, String key, List<String> columns) {
    private static final Set<String> OF_EVERY_HISTORY =
            Set.of("valid_from", "valid_to", "seen_from", "retired", "inferred", "row_hash", "run_id", "loaded_at");

    public Dimension {
        columns = List.copyOf(columns);
    }

    /** The dimension in a table: its version's key comes first, its natural key second. */
    public static Dimension in(Table<?> table) {
        if (table.field("valid_to") == null) {
            throw new IllegalArgumentException(table + " holds no versions.");
        }
        return new Dimension(
                Objects.requireNonNull(table.getSchema()).getName() + "." + table.getName(),
                table.fields()[0].getName(),
                table.fields()[1].getName(),
                Arrays.stream(table.fields())
                        .skip(1)
                        .map(Field::getName)
                        .filter(column -> !OF_EVERY_HISTORY.contains(column))
                        .toList());
    }
}
