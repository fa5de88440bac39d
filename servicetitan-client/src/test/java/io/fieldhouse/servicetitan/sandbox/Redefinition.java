package io.fieldhouse.servicetitan.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the owner of a report may do to its definition at any time. */
public enum Redefinition {
    /** As it was. */
    NONE,
    /** The columns are in another order with each call. */
    COLUMNS_REORDERED,
    /** The third column is called otherwise. */
    COLUMN_RENAMED,
    /** The third column is gone. */
    COLUMN_REMOVED,
    /** There is one more, in front, called {@code Notes} and always null. */
    COLUMN_ADDED,
    /** The third column says that it is a number, or a text where it was one; its values are what they were. */
    COLUMN_RETYPED,
    /** The last parameter is called otherwise, and by its old name it is ignored. */
    PARAMETER_RENAMED,
    /** The report is called otherwise. */
    REPORT_RENAMED;

    private static final int THIRD = 2;

    String name(String before) {
        return this == REPORT_RENAMED ? before + " (copy)" : before;
    }

    List<ReportParameter> parameters(List<ReportParameter> before) {
        if (this != PARAMETER_RENAMED || before.isEmpty()) {
            return before;
        }
        List<ReportParameter> after = new ArrayList<>(before);
        ReportParameter last = after.remove(after.size() - 1);
        after.add(last.named(last.name() + "New"));
        return after;
    }

    /** @param call orders are other ones from call to call */
    List<ReportColumn> columns(List<ReportColumn> before, long call) {
        List<ReportColumn> after = new ArrayList<>(before);
        ReportColumn third = before.get(Math.min(THIRD, before.size() - 1));
        switch (this) {
            case COLUMNS_REORDERED -> Collections.rotate(after, 1 + (int) (call % Math.max(1, before.size() - 1)));
            case COLUMN_RENAMED -> after.set(after.indexOf(third), third.named(third.name() + "New"));
            case COLUMN_REMOVED -> after.remove(third);
            case COLUMN_ADDED -> after.add(0, new ReportColumn("Notes", "Notes", ReportColumn.Type.STRING, -1));
            case COLUMN_RETYPED -> after.set(after.indexOf(third), third.typed(otherType(third.type())));
            default -> {}
        }
        return after;
    }

    private static ReportColumn.Type otherType(ReportColumn.Type type) {
        return type == ReportColumn.Type.NUMBER ? ReportColumn.Type.STRING : ReportColumn.Type.NUMBER;
    }
}
