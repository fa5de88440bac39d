package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.feed.Feed;
import io.fieldhouse.etl.load.LoadCounts;
import io.fieldhouse.etl.stage.Attempt;
import io.fieldhouse.etl.stage.Stage;
import io.fieldhouse.etl.stage.StageLimits;
import io.fieldhouse.etl.stage.Staged;
import io.fieldhouse.etl.stage.Workbench;
import io.fieldhouse.tracktik.api.Page;
import io.fieldhouse.tracktik.api.Paged;
import io.fieldhouse.tracktik.api.Pages;
import io.fieldhouse.tracktik.api.TrackTikException;
import java.util.List;

/**
 * What TrackTik sent in answer to some questions, in a staging table.
 *
 * @param vendorCount how many records there are, by TrackTik's own count
 */
record Extract(Staged staged, long vendorCount, LoadCounts counts) {
    /** Asks, and stages what comes, page by page. */
    static <T> Extract of(
            Workbench workbench, Feed<T> feed, List<Paged<T>> questions, Attempt attempt, StageLimits limits) {
        try (Stage<T> stage = Stage.open(workbench, feed, attempt, limits)) {
            long vendorCount = 0;
            long requests = 0;
            long bytes = 0;
            for (Paged<T> question : questions) {
                try (Pages<T> pages = question.pages()) {
                    while (pages.hasNext()) {
                        add(pages.next(), stage);
                    }
                    vendorCount += pages.total();
                    requests += pages.requests();
                    bytes += pages.bytes();
                }
            }
            Staged staged = stage.finish();
            return new Extract(
                    staged,
                    vendorCount,
                    LoadCounts.read(staged.rows() + staged.quarantined(), staged.quarantined(), requests, bytes));
        } catch (TrackTikException e) {
            throw failure(feed.name(), e);
        }
    }

    private static <T> void add(Page<T> page, Stage<T> stage) {
        for (int i = 0; i < page.items().size(); i++) {
            stage.add(page.items().get(i), page.json(i));
        }
        page.unreadable().forEach(item -> stage.reject(item.reason(), item.json()));
    }

    static LoadException failure(String what, TrackTikException e) {
        Kind kind = e.kind() == TrackTikException.Kind.INTERRUPTED
                ? Kind.INTERRUPTED
                : e.isTransient() || e.kind() == TrackTikException.Kind.BAD_ANSWER ? Kind.TRANSIENT : Kind.PERMANENT;
        return new LoadException(kind, "Reading " + what + " failed: " + e.getMessage(), e);
    }

    /** The staging table. */
    String table() {
        return staged.table();
    }
}
