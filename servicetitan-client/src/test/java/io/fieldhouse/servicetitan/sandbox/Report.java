package io.fieldhouse.servicetitan.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report: what it is called, what it can be asked, and how its rows are made. */
record Report(
        String category,
        long id,
        String name,
        List<ReportParameter> parameters,
        List<ReportColumn> columns,
        Rows rows) {

    /** Makes all rows for what is asked; a cell is a text, a number, cents, a day or null. */
    @FunctionalInterface
    interface Rows {
        List<@Nullable Object[]> of(World world, ReportArguments asked);
    }

    /** Hundredths of a dollar. */
    record Cents(long value) {}

    /** A day on the tenant's clocks. */
    record Day(long epochDay) {
        static @Nullable Day of(long ticks) {
            return ticks == Ticks.NONE ? null : new Day(Ticks.day(ticks));
        }
    }

    /** Columns as words of three: name, label and type. */
    static List<ReportColumn> columns(String... words) {
        List<ReportColumn> columns = new ArrayList<>();
        for (int i = 0; i < words.length; i += 3) {
            columns.add(new ReportColumn(words[i], words[i + 1], ReportColumn.Type.valueOf(words[i + 2]), i / 3));
        }
        return List.copyOf(columns);
    }
}
