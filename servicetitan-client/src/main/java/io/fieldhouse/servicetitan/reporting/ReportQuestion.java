package io.fieldhouse.servicetitan.reporting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A report, what it is to be run with, and what has to be in it. Immutable: each method returns a new question. Whether the
 * report takes that is found out when it is run, before ServiceTitan is asked for rows.
 */
public final class ReportQuestion {
    /** The largest page that ServiceTitan sends of a report, and the default: each page counts against its limit. */
    public static final int LARGEST_PAGE = 25_000;

    private final String category;
    private final long report;
    private final Map<String, Given> given;
    private final List<String> columns;
    private final int pageSize;
    private final boolean pagesAtOnce;

    /**
     * What a parameter is given.
     *
     * @param values its values, or the names of its values
     * @param several whether they were given as a list
     * @param byLabel whether they are names
     */
    record Given(List<Object> values, boolean several, boolean byLabel) {
        Given {
            values = List.copyOf(values);
        }
    }

    private ReportQuestion(
            String category,
            long report,
            Map<String, Given> given,
            List<String> columns,
            int pageSize,
            boolean pagesAtOnce) {
        this.category = category;
        this.report = report;
        this.given = given;
        this.columns = columns;
        this.pageSize = pageSize;
        this.pagesAtOnce = pagesAtOnce;
    }

    /** A report by its category's id, such as {@code operations}, and its own, which belongs to this tenant alone. */
    public static ReportQuestion of(String category, long report) {
        if (category.isBlank()) {
            throw new IllegalArgumentException("A report is in a category, such as operations.");
        }
        return new ReportQuestion(category, report, Map.of(), List.of(), LARGEST_PAGE, false);
    }

    /**
     * A parameter with its value.
     *
     * @param name ServiceTitan's name of it
     * @param value a text, a number, a {@link Boolean}, a {@link LocalDate}, a {@link LocalTime}, or several of them in a
     *     collection; text that says any of these will do as well
     */
    public ReportQuestion with(String name, Object value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is given null: leave it out, or give it a value.");
        }
        boolean several = value instanceof Collection;
        List<Object> values = value instanceof Collection<?> some ? new ArrayList<>(some) : List.of(value);
        for (Object one : values) {
            if (!(one instanceof String
                    || one instanceof Number
                    || one instanceof Boolean
                    || one instanceof LocalDate
                    || one instanceof LocalTime)) {
                throw new IllegalArgumentException(
                        "A value of " + name + " is a text, a number, true or false, a date or a time of day.");
            }
        }
        return with(name, new Given(values, several, false));
    }

    /** A parameter with the values that people know by these names, such as {@code Job Completion Date}. */
    public ReportQuestion withLabel(String name, String... labels) {
        return withLabels(name, Arrays.asList(labels));
    }

    /** A parameter with the values that people know by these names. */
    public ReportQuestion withLabels(String name, Collection<String> labels) {
        return with(name, new Given(new ArrayList<>(labels), labels.size() != 1, true));
    }

    private ReportQuestion with(String name, Given values) {
        Map<String, Given> longer = new LinkedHashMap<>(given);
        if (longer.put(name, values) != null) {
            throw new IllegalArgumentException(
                    "The parameter " + name + " is given twice: put its values into one list.");
        }
        return new ReportQuestion(category, report, longer, columns, pageSize, pagesAtOnce);
    }

    /** Columns that have to be there, by ServiceTitan's names; there may be others. */
    public ReportQuestion columns(String... names) {
        List<String> more = new ArrayList<>(columns);
        more.addAll(Arrays.asList(names));
        return new ReportQuestion(category, report, given, List.copyOf(more), pageSize, pagesAtOnce);
    }

    /** How many rows a page holds at most, 1 to 25,000; those behind the first one hold a few less. */
    public ReportQuestion pageSize(int rows) {
        if (rows < 1 || rows > LARGEST_PAGE) {
            throw new IllegalArgumentException("A page of a report holds 1 to " + LARGEST_PAGE + ", not " + rows + ".");
        }
        return new ReportQuestion(category, report, given, columns, rows, pagesAtOnce);
    }

    /** Lets the pages behind the first one not wait for a turn each: for where ServiceTitan counts a run once. */
    public ReportQuestion pagesAtOnce() {
        return new ReportQuestion(category, report, given, columns, pageSize, true);
    }

    /** The category's id. */
    public String category() {
        return category;
    }

    /** The report's id. */
    public long report() {
        return report;
    }

    /** The columns that have to be there. */
    public List<String> columns() {
        return columns;
    }

    /** How many rows a page holds. */
    public int pageSize() {
        return pageSize;
    }

    boolean areAtOnce() {
        return pagesAtOnce;
    }

    Map<String, Given> given() {
        return given;
    }

    /** Which report, and what it is given; no values, which may be personal. */
    @Override
    public String toString() {
        return "ReportQuestion[" + category + "/" + report + ", " + given.keySet() + "]";
    }
}
