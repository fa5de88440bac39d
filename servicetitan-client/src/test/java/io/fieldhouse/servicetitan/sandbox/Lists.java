package io.fieldhouse.servicetitan.sandbox;

import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Answers questions for pages of tables, and for single rows. */
final class Lists {
    private final SandboxOptions options;
    private final Selection.Memory selections = new Selection.Memory();

    Lists(SandboxOptions options) {
        this.options = options;
    }

    <R> JsonBytes page(Table<R> table, HttpUrl url, Twist twist, long number) {
        Question<R> question = new Question<>(table, url);
        Selection<R> selection = selections.of(question.key(), () -> Selection.of(table, question.test()));
        long from = twist.rowsFrom().applyAsLong(question.offset(), selection.count());
        long count = twist.count().applyAsLong(question.offset(), selection.count());
        JsonBytes out = new JsonBytes(64 * 1024);
        out.begin();
        out.name("page").value(question.page);
        out.name("pageSize").value(question.pageSize);
        out.name("hasMore").value(question.offset() + question.pageSize < count);
        out.name("totalCount");
        if (question.includeTotal) {
            out.value(count);
        } else {
            out.nullValue();
        }
        out.name("data").beginArray();
        rows(question, selection, from, number, row -> table.write(out, row, false, twist.misstatement()));
        return out.endArray().end();
    }

    private <R> void rows(Question<R> question, Selection<R> selection, long from, long number, Consumer<R> sink) {
        String field = question.sortField;
        int limit = question.pageSize;
        if (field == null) {
            unsorted(selection, from, limit, number, sink);
        } else if (field.equals("Id")) {
            if (question.down) {
                selection.backward(from, limit, sink);
            } else {
                selection.forward(from, limit, sink);
            }
        } else {
            ToLongFunction<R> key = question.table.sorts().get(field);
            if (key != null) {
                selection.sorted(field, key, question.down, from, limit, sink);
            }
        }
    }

    /** No order is promised, and now and then it is another one: rows that a page begins with were sent already, or lost. */
    private <R> void unsorted(Selection<R> selection, long from, int limit, long number, Consumer<R> sink) {
        long drawn = Chance.draw(number, 31, 0);
        boolean whole = from == 0 && selection.count() <= limit;
        int shift = whole || options.unsteadyRows() == 0 || Chance.upTo(3, drawn, 1) != 0
                ? 0
                : 1 + Chance.upTo(options.unsteadyRows(), drawn, 2);
        long end = Math.min(from + limit, selection.count());
        selection.forward(from + shift, Math.min(end, selection.count() - shift) - from, sink);
        long wrapped = end + shift - selection.count();
        if (wrapped > 0 && end > from) {
            selection.forward(Math.max(0, from + shift - selection.count()), Math.min(wrapped, end - from), sink);
        }
    }

    static <R> @Nullable JsonBytes single(Table<R> table, long id, Twist twist) {
        R row = table.byId(id);
        if (row == null) {
            return null;
        }
        JsonBytes out = new JsonBytes(1024);
        table.write(out, row, false, twist.misstatement());
        return out;
    }
}
