package io.fieldhouse.servicetitan.sandbox;

import io.fieldhouse.servicetitan.sandbox.Report.Cents;
import io.fieldhouse.servicetitan.sandbox.Report.Day;
import java.math.BigDecimal;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Which page of a report's data is asked for: in the query, and nowhere else. */
record ReportPage(int page, int pageSize, boolean includeTotal) {
    private static final int DEFAULT_ROWS = 1_000;
    private static final int MOST_ROWS = 25_000;

    static ReportPage of(HttpUrl url) {
        return new ReportPage(
                Question.paging(url, "page", 1, Integer.MAX_VALUE),
                Question.paging(url, "pageSize", DEFAULT_ROWS, MOST_ROWS),
                Question.includeTotal(url));
    }

    /** Those columns of those rows. */
    JsonBytes write(List<ReportColumn> columns, List<@Nullable Object[]> rows, Twist twist) {
        JsonBytes out = new JsonBytes(64 * 1024).begin();
        envelope(out, rows.size());
        out.name("fields").beginArray();
        for (ReportColumn column : columns) {
            out.begin();
            out.name("name").value(column.name());
            out.name("label").value(column.label());
            out.end();
        }
        out.endArray();
        out.name("data").beginArray();
        int from = (int) Math.min(rows.size(), (page - 1L) * pageSize);
        List<@Nullable Object[]> some = rows.subList(from, (int) Math.min(rows.size(), (long) from + pageSize));
        for (int i = 0; i < some.size(); i++) {
            out.beginArray();
            for (ReportColumn column : columns) {
                String otherwise = Misstatement.of(twist.misstatement(), i, column.name());
                if (otherwise != null) {
                    out.raw(otherwise);
                } else {
                    cell(out, column.source() < 0 ? null : some.get(i)[column.source()]);
                }
            }
            out.endArray();
        }
        return out.endArray().end();
    }

    void envelope(JsonBytes out, int rows) {
        out.name("page").value(page);
        out.name("pageSize").value(pageSize);
        out.name("hasMore").value((long) page * pageSize < rows);
        out.name("totalCount");
        if (includeTotal) {
            out.value(rows);
        } else {
            out.nullValue();
        }
    }

    private static void cell(JsonBytes out, @Nullable Object value) {
        if (value instanceof String text) {
            out.value(text);
        } else if (value instanceof Cents cents) {
            out.mixedMoney(cents.value());
        } else if (value instanceof Day day) {
            out.localMidnight(day.epochDay());
        } else if (value instanceof Long number) {
            out.value(number.longValue());
        } else if (value instanceof BigDecimal number) {
            out.raw(number.toPlainString());
        } else {
            out.nullValue();
        }
    }
}
