package io.fieldhouse.servicetitan.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Answers export feeds: all rows in the order in which they were last modified, each at the place of its last change.
 */
final class Feeds {
    /** How many rows come again when recent changes are asked for. */
    private static final int AGAIN = 5;

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

    private final SandboxOptions options;
    private final FeedOrders orders;
    private final int generation;

    /** @param generation tokens of another one are refused */
    Feeds(SandboxOptions options, FeedOrders orders, int generation) {
        this.options = options;
        this.orders = orders;
        this.generation = generation;
    }

    /**
     * Where a page begins.
     *
     * @param modified rows that were modified before are left out
     * @param row how many rows come before, of those that were there before any change
     * @param change how many rows come before, of those that changed
     */
    private record Place(long modified, int row, int change) {}

    <R> JsonBytes page(Table<R> table, List<Long> changes, HttpUrl url, Twist twist) {
        String recent = url.queryParameter("includeRecentChanges");
        boolean again = recent != null && Filter.flag("includeRecentChanges", recent);
        Order order = orders.of(table.entity());
        Place place = place(table, order, url.queryParameter("from"));
        int at = again ? Math.max(order.from(place.modified), place.row - AGAIN) : place.row;
        int change = again ? Math.max(0, place.change - AGAIN) : place.change;
        JsonBytes out = new JsonBytes(64 * 1024);
        out.begin().name("data").beginArray();
        int rows = 0;
        for (; at < order.size() && rows < options.exports().rows(); at++) {
            long index = order.index(at);
            R row = changes.contains(index) ? null : table.at(index);
            if (row != null) {
                write(table, out, row, twist, rows++);
            }
        }
        for (; change < changes.size() && rows < options.exports().rows(); change++) {
            boolean last = changes.lastIndexOf(changes.get(change)) == change;
            R row = last ? table.at(changes.get(change)) : null;
            if (row != null && table.modified(row) >= place.modified) {
                write(table, out, row, twist, rows++);
            }
        }
        Place next = new Place(place.modified, Math.max(at, place.row), Math.max(change, place.change));
        out.endArray();
        out.name("hasMore").value(next.row < order.size() || next.change < changes.size());
        out.name("continueFrom").value(token(table, next));
        return out.end();
    }

    private static <R> void write(Table<R> table, JsonBytes out, R row, Twist twist, int already) {
        for (int times = already < twist.repeats() ? 2 : 1; times > 0; times--) {
            table.write(out, row, true, twist.misstatement());
        }
    }

    private String token(Table<?> table, Place place) {
        String text = String.join(
                " ",
                table.path(),
                String.valueOf(generation),
                String.valueOf(place.modified),
                String.valueOf(place.row),
                String.valueOf(place.change));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private Place place(Table<?> table, Order order, @Nullable String from) {
        if (from == null || from.isEmpty()) {
            return new Place(Long.MIN_VALUE, 0, 0);
        }
        if (DATE.matcher(from).matches()) {
            try {
                long modified = Ticks.parse(from);
                return new Place(modified, order.from(modified), 0);
            } catch (DateTimeException e) {
                throw Filter.refusal("from", from);
            }
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(from), StandardCharsets.UTF_8).split(" ", -1);
            if (!options.exports().refused()
                    && parts.length == 5
                    && parts[0].equals(table.path())
                    && parts[1].equals(String.valueOf(generation))) {
                return new Place(Long.parseLong(parts[2]), Integer.parseInt(parts[3]), Integer.parseInt(parts[4]));
            }
        } catch (IllegalArgumentException e) {
            throw Refusal.badValue("from", "The continuation token is invalid.");
        }
        throw Refusal.badValue("from", "The continuation token is invalid or expired.");
    }
}
