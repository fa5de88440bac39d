package io.fieldhouse.servicetitan.sandbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table that a question selects, without holding them: every so often it remembers which index it was at, so
 * that a page costs the same wherever it is.
 */
final class Selection<R> {
    private static final int STEP = 500;

    private final Table<R> table;
    private final @Nullable Predicate<R> test;
    private final long count;
    private final long[] marks;
    private final Map<String, Order> orders = new ConcurrentHashMap<>();

    private Selection(Table<R> table, @Nullable Predicate<R> test, long count, long[] marks) {
        this.table = table;
        this.test = test;
        this.count = count;
        this.marks = marks;
    }

    /** @param test null for every row */
    static <R> Selection<R> of(Table<R> table, @Nullable Predicate<R> test) {
        if (test == null) {
            return new Selection<>(table, null, table.size(), new long[0]);
        }
        long count = 0;
        long[] marks = new long[16];
        for (long index = 0; index < table.size(); index++) {
            R row = table.at(index);
            if (row == null || !test.test(row)) {
                continue;
            }
            if (count % STEP == 0) {
                int mark = (int) (count / STEP);
                marks = mark == marks.length ? Arrays.copyOf(marks, mark * 2) : marks;
                marks[mark] = index;
            }
            count++;
        }
        return new Selection<>(table, test, count, marks);
    }

    long count() {
        return count;
    }

    /** Hands over rows in the order of their indexes, from the so manieth on. */
    void forward(long offset, long limit, Consumer<R> sink) {
        long left = Math.min(limit, count - offset);
        long index = test == null || left <= 0 ? offset : marks[(int) (offset / STEP)];
        long skip = test == null ? 0 : offset % STEP;
        for (; left > 0 && index < table.size(); index++) {
            R row = table.at(index);
            if (row == null || (test != null && !test.test(row))) {
                continue;
            }
            if (skip > 0) {
                skip--;
                continue;
            }
            sink.accept(row);
            left--;
        }
    }

    void backward(long offset, long limit, Consumer<R> sink) {
        List<R> rows = new ArrayList<>();
        long end = Math.max(0, count - offset);
        long from = Math.max(0, end - limit);
        forward(from, end - from, rows::add);
        Collections.reverse(rows);
        rows.forEach(sink);
    }

    /** In the order of a field; rows are made anew, and only their order is remembered. */
    void sorted(String field, ToLongFunction<R> key, boolean down, long offset, long limit, Consumer<R> sink) {
        Order order = orders.computeIfAbsent(field, name -> order(key));
        for (long place = offset; place < Math.min(offset + limit, order.size()); place++) {
            R row = table.at(order.index((int) (down ? order.size() - 1 - place : place)));
            if (row != null) {
                sink.accept(row);
            }
        }
    }

    private Order order(ToLongFunction<R> key) {
        long[] indexes = new long[(int) count];
        long[] keys = new long[(int) count];
        int[] place = {0};
        forward(0, count, row -> {
            indexes[place[0]] = table.entity().index(table.id(row));
            keys[place[0]++] = key.applyAsLong(row);
        });
        return Order.of(indexes, keys, place[0]);
    }

    /** The latest selections, by what was asked: the pages of one question come one after the other. */
    static final class Memory {
        private static final int MOST = 128;

        private final Map<String, Selection<?>> latest = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Selection<?>> eldest) {
                return size() > MOST;
            }
        };

        /** The key begins with the path of the table that the selection is of. */
        @SuppressWarnings("unchecked")
        <R> Selection<R> of(String key, Supplier<Selection<R>> otherwise) {
            synchronized (latest) {
                Selection<?> known = latest.get(key);
                if (known != null) {
                    return (Selection<R>) known;
                }
            }
            Selection<R> made = otherwise.get();
            synchronized (latest) {
                latest.put(key, made);
            }
            return made;
        }
    }
}
