package io.fieldhouse.etl.fact;

import io.fieldhouse.etl.sql.SqlText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Field;

/**
 * Cells of a fact that are loaded together, such as some days of some business units.
 *
 * @param columns the columns that make a cell
 * @param rows the values of these columns, a list a cell
 */
public record Cells(List<Field<?>> columns, List<List<Object>> rows) {
    public Cells {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).distinct().toList();
        int width = columns.size();
        if (rows.isEmpty() || rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("A cell has a value for each of " + columns);
        }
    }

    /** The one cell with these values. */
    public static Cells one(Fact fact, Object... values) {
        return new Cells(fact.cell(), List.of(List.of(values)));
    }

    /** Some cells of a fact. */
    public static Cells of(Fact fact, List<List<Object>> rows) {
        return new Cells(fact.cell(), rows);
    }

    /** Whether row {@code f} is in one of the cells, and the values that this names. */
    Map<String, Object> condition() {
        Map<String, Object> values = new HashMap<>();
        boolean isOne = rows.size() == 1;
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            values.put(
                    place(i),
                    isOne
                            ? rows.get(0).get(i)
                            : rows.stream().map(row -> row.get(column)).toList());
        }
        values.put("in_cells", SqlText.of(isOne ? equalities() : membership()));
        return values;
    }

    private static String place(int column) {
        return "cell_" + (char) ('a' + column);
    }

    private String equalities() {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> "f." + columns.get(i).getName() + " = :" + place(i))
                .collect(Collectors.joining(" AND "));
    }

    private String membership() {
        String names = columns.stream().map(column -> "f." + column.getName()).collect(Collectors.joining(", "));
        String lists =
                IntStream.range(0, columns.size()).mapToObj(i -> ":" + place(i)).collect(Collectors.joining(", "));
        // The first column says which partitions can hold a row.
        return "f." + columns.get(0).getName() + " = ANY (:" + place(0) + ") AND (" + names
                + ") IN (SELECT * FROM unnest(" + lists + "))";
    }
}
