package io.fieldhouse.etl.load;

import io.fieldhouse.etl.calendar.Window;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What is claimed, committed, tried again and shown as one. Source, feed, scope and window tell it from others.
 *
 * @param feed what is loaded, by the name that the catalog of feeds gives it
 * @param scope the part of the feed
 * @param window its days, where it has some
 * @param settledAt when what it is about has come to its end: what was loaded before then is loaded again; empty where that
 *     never comes, and each load loads it again
 * @param title how people call it
 */
public record Unit(
        String feed,
        Scope scope,
        @Nullable Window window,
        @Nullable OffsetDateTime settledAt,
        Title title) {
    /** A unit of a whole feed, which each load loads again. */
    public static Unit of(String feed) {
        return new Unit(feed, Scope.ALL, null, null, new Title(feed, ""));
    }

    /** Its days, which it has. */
    public Window days() {
        if (window == null) {
            throw new IllegalStateException(title + " has no days");
        }
        return window;
    }

    /**
     * How people call a unit, such as {@code 2025-P12 Hawaii}.
     *
     * @param row what it has in common with others, such as {@code 2025-P12}
     * @param column what tells it from them, such as {@code Hawaii}; empty where nothing does
     */
    public record Title(String row, String column) {
        @Override
        public String toString() {
            return column.isEmpty() ? row : row + " " + column;
        }
    }
}
