package io.fieldhouse.etl.fact;

import io.fieldhouse.etl.sql.SqlText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Table;

/**
 * A table of facts, which is loaded by cells: rows that have the same values in some columns.
 *
 * @param table the table
 * @param cell the columns that make a cell
 * @param key the columns that tell the rows of a cell apart; they may be empty
 * @param compared the columns of which one differs where the row does
 */
public record Fact(Table<?> table, List<Field<?>> cell, List<Field<?>> key, List<Field<?>> compared) {
    private static final String RUN = "run_id";
    private static final String WRITTEN = "loaded_at";
    private static final Set<String> BOOKKEEPING = Set.of(RUN, WRITTEN);
    private static final String HASH = "row_hash";

    /** What stands for an empty value of a type where values are hashed. */
    private static final Map<Class<?>, String> NEUTRAL = Map.of(
            Long.class, "0",
            Integer.class, "0",
            BigDecimal.class, "0",
            String.class, "''",
            LocalDate.class, "'epoch'::date",
            OffsetDateTime.class, "'epoch'::timestamptz",
            Boolean.class, "false");

    public Fact {
        cell = List.copyOf(cell);
        key = List.copyOf(key);
        compared = List.copyOf(compared);
    }

    /** The facts in a table, of which every column is compared. */
    public static Fact in(Table<?> table, List<? extends Field<?>> cell, List<? extends Field<?>> key) {
        List<Field<?>> all = columns(table);
        all.removeAll(cell);
        all.removeAll(key);
        return new Fact(table, List.copyOf(cell), List.copyOf(key), all);
    }

    /** The facts in a table whose rows carry a hash of what was sent: it is compared, and what the warehouse adds to it. */
    public static Fact hashed(
            Table<?> table,
            List<? extends Field<?>> cell,
            List<? extends Field<?>> key,
            List<? extends Field<?>> added) {
        Field<?> hash = Objects.requireNonNull(table.field(HASH), table + " has no " + HASH);
        return new Fact(
                table,
                List.copyOf(cell),
                List.copyOf(key),
                Stream.concat(Stream.of(hash), added.stream()).toList());
    }

    private static List<Field<?>> columns(Table<?> table) {
        return Arrays.stream(table.fields())
                .filter(column -> !BOOKKEEPING.contains(column.getName()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    public String name() {
        return Objects.requireNonNull(table.getSchema()).getName() + "." + table.getName();
    }

    /**
     * The fragments that the statements of a reload name.
     *
     * @param ofOneCell whether all rows are of the same cell, and their keys tell them apart
     */
    Map<String, SqlText> fragments(boolean ofOneCell) {
        List<Field<?>> columns = columns(table);
        List<Field<?>> identity = Stream.concat(cell.stream(), key.stream()).toList();
        boolean saysWho = table.field(RUN) != null;
        return Map.of(
                "fact", SqlText.of(name()),
                "columns", SqlText.of(list(columns, Field::getName) + (saysWho ? ", " + RUN : "")),
                "new_values",
                        SqlText.of(list(columns, column -> "n." + column.getName()) + (saysWho ? ", :run_id" : "")),
                "assignments",
                        SqlText.of(list(
                                        columns.stream()
                                                .filter(column -> !identity.contains(column))
                                                .toList(),
                                        column -> column.getName() + " = n." + column.getName())
                                + (saysWho ? ", " + RUN + " = :run_id" : "")
                                + (table.field(WRITTEN) != null ? ", " + WRITTEN + " = now()" : "")),
                "first_cell_column", SqlText.of(cell.get(0).getName()),
                "same_row",
                        SqlText.of((ofOneCell ? key : identity)
                                .stream().map(Fact::same).collect(Collectors.joining(" AND "))),
                "old_compared", SqlText.of(list(compared, column -> "f." + column.getName())),
                "new_compared", SqlText.of(list(compared, column -> "n." + column.getName())),
                "cell_columns", SqlText.of(list(cell, column -> "f." + column.getName())));
    }

    /** Whether two rows agree in a column. What is compared first can be hashed, and an empty value is equal to itself. */
    private static String same(Field<?> column) {
        String name = column.getName();
        if (!column.getDataType().nullable()) {
            return "f." + name + " = n." + name;
        }
        String neutral = NEUTRAL.get(column.getType());
        if (neutral == null) {
            throw new IllegalArgumentException(
                    "A key has no columns of " + column.getType() + ", as " + column + " is");
        }
        return "coalesce(f.%1$s, %2$s) = coalesce(n.%1$s, %2$s) AND f.%1$s IS NOT DISTINCT FROM n.%1$s"
                .formatted(name, neutral);
    }

    private static String list(List<Field<?>> columns, Function<Field<?>, String> made) {
        return columns.stream().map(made).collect(Collectors.joining(", "));
    }
}
