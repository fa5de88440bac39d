package io.fieldhouse.etl.dimension;

import io.fieldhouse.etl.feed.Feed;
import io.fieldhouse.etl.feed.FeedColumn;
import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.etl.stage.Staged;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A staged extract of a dimension.
 *
 * @param source the vendor
 * @param feed the feed that it came in
 * @param table the staging table
 * @param tracked the columns whose change opens a version
 * @param untracked the columns that are overwritten in place
 * @param newestFirst how rows of the same key are sorted, so that the one that counts comes first
 * @param record what a row's JSON is as bytes
 * @param rows how many rows were staged
 * @param asOf the moment that it shows
 * @param isFull whether a key that is not in it is gone
 */
public record Snapshot(
        String source,
        String feed,
        SqlText table,
        List<String> tracked,
        List<String> untracked,
        String newestFirst,
        String record,
        long rows,
        OffsetDateTime asOf,
        boolean isFull,
        Attempt attempt) {
    private static final String MODIFIED = "source_modified_at";

    /** Some of the keys; says nothing of the others. */
    public static Snapshot partial(Feed<?> feed, Staged staged, OffsetDateTime asOf, Attempt attempt) {
        return of(feed, staged, asOf, attempt, false);
    }

    /**
     * Every key that there is, by the vendor's own count. Where fewer were staged, as when a record went to quarantine,
     * it is not proven that the others are gone, and the snapshot is a partial one.
     */
    public static Snapshot full(Feed<?> feed, Staged staged, OffsetDateTime asOf, Attempt attempt, long vendorCount) {
        return of(feed, staged, asOf, attempt, staged.quarantined() == 0 && staged.rows() == vendorCount);
    }

    /** The same with rows that were added to it; where they are not all there by the vendor's count, others may not be gone. */
    public Snapshot with(Staged more, long vendorCount) {
        return with(rows + more.rows(), isFull && more.quarantined() == 0 && more.rows() == vendorCount);
    }

    /** The same, where nobody knows what is gone. */
    public Snapshot asPartial() {
        return with(rows, false);
    }

    /** The columns that it has. */
    List<String> columns() {
        return Stream.concat(tracked.stream(), untracked.stream()).toList();
    }

    private Snapshot with(long allRows, boolean whole) {
        return new Snapshot(
                source, feed, table, tracked, untracked, newestFirst, record, allRows, asOf, whole, attempt);
    }

    private static Snapshot of(Feed<?> feed, Staged staged, OffsetDateTime asOf, Attempt attempt, boolean isFull) {
        return new Snapshot(
                feed.source(),
                feed.name(),
                staged.table(),
                names(feed, FeedColumn::isTracked),
                names(feed, column -> !column.isTracked() && !column.name().equals(MODIFIED)),
                (feed.staging().field(MODIFIED) == null ? "" : MODIFIED + " DESC NULLS LAST, ") + "ordinal DESC",
                feed.staging().field("raw", byte[].class) == null ? "convert_to(raw::text, 'UTF8')" : "raw",
                staged.rows(),
                asOf,
                isFull,
                attempt);
    }

    private static List<String> names(Feed<?> feed, Predicate<FeedColumn<?>> which) {
        return feed.columns().stream().filter(which).map(FeedColumn::name).toList();
    }
}
