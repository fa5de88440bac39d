package io.fieldhouse.tracktik.sandbox;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Orders other than by id, which only resources of moderate size offer here. */
final class Sorting {
    private static final long MOST = 50_000;

    private Sorting() {}

    static int checked(Query<?> query, long count) {
        for (String word : query.sort) {
            String name = word.startsWith("-") ? word.substring(1) : word;
            Field<?> field = query.table.field(name);
            if (field == null || field.type() == Field.Type.LIST || field.type() == Field.Type.OBJECT) {
                throw Refusal.badRequest("cannot sort by " + name + ": it is not a field in " + query.table.name());
            }
        }
        if (count > MOST) {
            throw Refusal.badRequest("cannot sort " + count + " rows by anything but id");
        }
        return (int) count;
    }

    static <R> Comparator<R> by(Query<R> query) {
        @Nullable Comparator<R> order = null;
        for (String word : query.sort) {
            boolean down = word.startsWith("-");
            Field<R> field = query.table.field(down ? word.substring(1) : word);
            if (field != null) {
                Comparator<R> next =
                        (a, b) -> compare(field.value().apply(a), field.value().apply(b));
                next = down ? next.reversed() : next;
                order = order == null ? next : order.thenComparing(next);
            }
        }
        return requireNonNull(order, "a query without an order");
    }

    static int compare(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        }
        if (a instanceof Moment one && b instanceof Moment other) {
            return Long.compare(one.epochSecond(), other.epochSecond());
        }
        if (a instanceof Number && b instanceof Number) {
            return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString()));
        }
        return a.toString().compareToIgnoreCase(b.toString());
    }
}
