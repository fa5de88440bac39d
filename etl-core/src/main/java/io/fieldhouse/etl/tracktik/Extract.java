package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.feed.Feed;
import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.load.LoadCounts;
import io.fieldhouse.etl.load.LoadLedger;
import io.fieldhouse.etl.load.StageLimits;
import io.fieldhouse.etl.stage.Stage;
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
    /** Asks, and stages what comes, page by page; what has come is counted, also where the reading fails. */
    static <T> Extract of(
            Workbench workbench,
            LoadLedger ledger,
            Feed<T> feed,
            List<Paged<T>> questions,
            Attempt attempt,
            StageLimits limits) {
        try (Stage<T> stage = Stage.open(workbench, feed, attempt, limits)) {
            long vendorCount = 0;
            LoadCounts read = LoadCounts.NONE;
            for (Paged<T> question : questions) {
                try (Pages<T> pages = question.pages()) {
                    read = read.plus(stage(pages, stage, ledger, attempt));
                    vendorCount += pages.total();
                }
            }
            Staged staged = stage.finish();
            LoadCounts kept = LoadCounts.read(0, staged.quarantined(), 0, 0);
            ledger.read(attempt, kept);
            return new Extract(staged, vendorCount, read.plus(kept));
        } catch (TrackTikException e) {
            throw failure(feed.name(), e);
        }
    }

    private static <T> LoadCounts stage(Pages<T> pages, Stage<T> stage, LoadLedger ledger, Attempt attempt) {
        long records = 0;
        try {
            while (pages.hasNext()) {
                Page<T> page = pages.next();
                records += page.items().size() + page.unreadable().size();
                add(page, stage);
            }
        } finally {
            ledger.read(attempt, came(records, pages));
        }
        return came(records, pages);
    }

    private static LoadCounts came(long records, Pages<?> pages) {
        return LoadCounts.read(records, 0, pages.requests(), pages.bytes());
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
