package io.fieldhouse.etl.fact;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Table;

/**
 * A table of facts, which is loaded a cell at a time: the rows that have the same values in some columns.
 *
 * @param name the table, with its schema
 * @param cell the columns that make a cell; the values of one that is loaded are bound by these names
 * @param key the columns that tell the rows of a cell apart
 * @param values all other columns, but for those that say who wrote a row and when
 * @param compared the columns of which one differs where the row does
 */
public record Fact(String name, List<String> cell, List<String> key, List<String> values, List<String> compared) {
    private static final Set<String> WRITTEN = Set.of("run_id", "loaded_at");
    private static final String HASH = "row_hash";

    /** The facts in a table, of which every column is compared. */
    public static Fact in(Table<?> table, List<String> cell, List<String> key) {
        List<String> values = values(table, cell, key);
        return new Fact(name(table), cell, key, values, values);
    }

    /** The facts in a table whose rows carry a hash of what was sent: it is compared, and what the warehouse adds to it. */
    public static Fact hashed(Table<?> table, List<String> cell, List<String> key, List<String> added) {
        return new Fact(
                name(table),
                cell,
                key,
                values(table, cell, key),
                Stream.concat(Stream.of(HASH), added.stream()).toList());
    }

    private static String name(Table<?> table) {
        return Objects.requireNonNull(table.getSchema()).getName() + "." + table.getName();
    }

    private static List<String> values(Table<?> table, List<String> cell, List<String> key) {
        return Stream.of(table.fields())
                .map(Field::getName)
                .filter(column -> !cell.contains(column) && !key.contains(column) && !WRITTEN.contains(column))
                .toList();
    }
}
