package io.fieldhouse.tracktik.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which rows can match at all, found by arithmetic: without it, each question would look at every row.
 *
 * @param ranges in ascending order, without overlaps
 * @param exact whether every row in them matches the conditions that were given
 * @param slots which rows of the ranges can match at all, or null where any can
 */
record Narrowing(
        List<IndexRange> ranges, boolean exact, @Nullable Slots slots) {
    private static final long WIDEST_OFFSET = 15 * 3_600;
    private static final long DISTANT = 400_000L * 86_400;

    static Narrowing of(Table<?> table, World world, List<Condition> conditions) {
        IndexRange all = IndexRange.of(0, table.size());
        boolean exact = true;
        for (Condition condition : conditions) {
            List<IndexRange> known = byId(table, condition);
            if (known != null) {
                return new Narrowing(
                        known, conditions.size() == 1 && !condition.attribute().equals("shift"), null);
            }
            Long slack = table.slack(condition.path());
            TimeSpan span = slack == null || table.perShift() == 0 ? null : TimeSpan.of(condition);
            if (span == null || slack == null) {
                exact = false;
                continue;
            }
            // A shift that moved is a day away from where its index says it is.
            boolean moved = world.change().happened();
            long margin = slack + (span.local() ? 0 : WIDEST_OFFSET) + (moved ? 2 * 86_400 : 0);
            long from = world.firstShiftFrom(span.from() - margin);
            long to = world.firstShiftFrom(span.to() + 1 + margin);
            all = all.intersect(IndexRange.of(from * table.perShift(), to * table.perShift()));
            exact &= margin == 0;
        }
        return new Narrowing(List.of(all), exact, Slots.of(table, world, conditions));
    }

    /** The first row from that one on that can match. */
    long next(long row) {
        return slots == null ? row : slots.next(row);
    }

    /** Null where the condition names no ids. */
    private static @Nullable List<IndexRange> byId(Table<?> table, Condition condition) {
        if (!condition.namesValues()) {
            return null;
        }
        boolean shifts = table.perShift() > 0
                && (condition.path().equals("shift") || condition.path().equals("shift.id"));
        if (!shifts && !condition.path().equals("id")) {
            return null;
        }
        var starts = new TreeSet<Long>();
        for (String id : condition.values()) {
            long index = shifts ? shiftRow(table, id) : table.indexOf(id.trim());
            if (index >= 0 && index < table.size()) {
                starts.add(index);
            }
        }
        List<IndexRange> ranges = new ArrayList<>();
        starts.forEach(from -> ranges.add(IndexRange.of(from, from + (shifts ? table.perShift() : 1))));
        return ranges;
    }

    private static long shiftRow(Table<?> table, String id) {
        return Values.digits(id.trim()) ? (Long.parseLong(id.trim()) - Shift.FIRST_ID) * table.perShift() : -1;
    }

    /** The time that a condition leaves open, in seconds. */
    private record TimeSpan(long from, long to, boolean local) {
        static @Nullable TimeSpan of(Condition condition) {
            String path = condition.path();
            return switch (condition.operator()) {
                case "between" -> {
                    TimeBound[] ends = condition.range();
                    yield new TimeSpan(ends[0].first(), ends[1].last(), ends[0].local() && ends[1].local());
                }
                case "equal" -> {
                    TimeBound day = TimeBound.of(condition.value(), path);
                    yield new TimeSpan(day.first(), day.last(), day.local());
                }
                case "after" -> {
                    TimeBound after = TimeBound.of(condition.value(), path);
                    yield new TimeSpan(after.last() + 1, DISTANT, after.local());
                }
                case "before" -> {
                    TimeBound before = TimeBound.of(condition.value(), path);
                    yield new TimeSpan(-DISTANT, before.first() - 1, before.local());
                }
                default -> null;
            };
        }
    }
}
