package io.fieldhouse.servicetitan.reporting;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * One page of a report: its columns and its rows. The answer lies in memory once; a row is read from it each time that it is
 * asked for. Immutable.
 */
public final class ReportPage {
    private final int number;
    private final ReportAnswer answer;
    private final Columns columns;
    /** How many rows at its beginning are those that the page before ends with. */
    private final int known;

    private final String report;

    ReportPage(int number, ReportAnswer answer, Columns columns, int known, String report) {
        this.number = number;
        this.answer = answer;
        this.columns = columns;
        this.known = known;
        this.report = report;
    }

    /** Which page it is, from 1. */
    public int number() {
        return number;
    }

    /** The columns of this page, with the types that the report's definition declares. */
    public List<ReportField> columns() {
        return columns.fields();
    }

    /** The rows, in ServiceTitan's order; a row of totals is among them, and says so. */
    public List<ReportRow> rows() {
        return new AbstractList<>() {
            @Override
            public ReportRow get(int row) {
                return new ReportRow(
                        columns,
                        answer.cells(known + Objects.checkIndex(row, size())),
                        "page " + number + " of " + report,
                        row + 1);
            }

            @Override
            public int size() {
                return answer.size() - known;
            }
        };
    }

    /** Whether others follow. */
    public boolean hasMore() {
        return answer.hasMore();
    }

    /** How many rows the report has in all, by ServiceTitan's count; nothing where it did not count. */
    public OptionalLong totalCount() {
        return answer.totalCount() < 0 ? OptionalLong.empty() : OptionalLong.of(answer.totalCount());
    }

    /** Which page it is and how many rows it has, and nothing of what is in them. */
    @Override
    public String toString() {
        return "ReportPage[" + number + ", " + rows().size() + " rows]";
    }
}
