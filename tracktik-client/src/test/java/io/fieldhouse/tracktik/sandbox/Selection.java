package io.fieldhouse.tracktik.sandbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a query selects, without holding them: every so often it remembers which index it was at, so that a
 * page costs the same wherever it is.
 */
final class Selection {
    private static final int STEP = 500;

    private final Narrowing narrowing;
    private final boolean everyRow;
    private final long count;
    private final long[] marks;

    private Selection(Narrowing narrowing, boolean everyRow, long count, long[] marks) {
        this.narrowing = narrowing;
        this.everyRow = everyRow;
        this.count = count;
        this.marks = marks;
    }

    long count() {
        return count;
    }

    static <R> Selection of(Query<R> query, World world) {
        Narrowing narrowing = Narrowing.of(query.table, world, query.conditions);
        boolean everyRow = narrowing.exact() && query.onlyConditions() && !query.table.hasHoles();
        if (everyRow) {
            long size = narrowing.ranges().stream().mapToLong(IndexRange::size).sum();
            return new Selection(narrowing, true, size, new long[0]);
        }
        long count = 0;
        long[] marks = new long[16];
        for (IndexRange range : narrowing.ranges()) {
            for (long index = narrowing.next(range.from()); index < range.to(); index = narrowing.next(index + 1)) {
                R row = query.table.at(index);
                if (row == null || !query.matches(row)) {
                    continue;
                }
                if (count % STEP == 0) {
                    int mark = (int) (count / STEP);
                    marks = mark == marks.length ? Arrays.copyOf(marks, mark * 2) : marks;
                    marks[mark] = index;
                }
                count++;
            }
        }
        return new Selection(narrowing, false, count, marks);
    }

    /** Hands over the rows of a page, in the order that the query asks for. */
    <R> void page(Query<R> query, long offset, int limit, Consumer<R> sink) {
        String order = query.sort.isEmpty() ? "id" : query.sort.get(0);
        if (order.equals("id")) {
            forward(query, offset, limit, sink);
        } else if (order.equals("-id")) {
            List<R> rows = new ArrayList<>();
            long end = Math.max(0, count - offset);
            long from = Math.max(0, end - limit);
            forward(query, from, (int) (end - from), rows::add);
            Collections.reverse(rows);
            rows.forEach(sink);
        } else {
            List<R> rows = new ArrayList<>();
            forward(query, 0, Sorting.checked(query, count), rows::add);
            rows.sort(Sorting.by(query));
            rows.stream().skip(offset).limit(limit).forEach(sink);
        }
    }

    private <R> void forward(Query<R> query, long offset, int limit, Consumer<R> sink) {
        long skip = everyRow ? offset : offset % STEP;
        long from = everyRow || offset >= count ? 0 : marks[(int) (offset / STEP)];
        long left = Math.min(limit, count - offset);
        for (IndexRange range : narrowing.ranges()) {
            long index = narrowing.next(Math.max(range.from(), from));
            if (everyRow) {
                long jump = Math.min(skip, Math.max(0, range.to() - index));
                index += jump;
                skip -= jump;
            }
            for (; index < range.to() && left > 0; index = narrowing.next(index + 1)) {
                @Nullable R row = query.table.at(index);
                if (row == null || (!everyRow && !query.matches(row))) {
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
    }

    /** The latest selections, by what was asked: the pages of one query come one after the other. */
    static final class Memory {
        private static final int MOST = 256;

        private final Map<String, Selection> latest = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Selection> eldest) {
                return size() > MOST;
            }
        };

        <R> Selection of(Query<R> query, World world) {
            String key = query.key();
            synchronized (latest) {
                Selection known = latest.get(key);
                if (known != null) {
                    return known;
                }
            }
            Selection made = Selection.of(query, world);
            synchronized (latest) {
                latest.put(key, made);
            }
            return made;
        }
    }
}
