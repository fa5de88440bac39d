package io.fieldhouse.etl.stage;

import io.fieldhouse.etl.feed.Feed;
import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.load.LoadCounts;
import io.fieldhouse.etl.load.LoadLedger;
import io.fieldhouse.etl.load.StageLimits;
import io.fieldhouse.etl.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a vendor sent in answer to some questions, in a staging table.
 *
 * @param vendorCount how many records there are, by the vendor's own count
 */
public record Extract(Staged staged, long vendorCount, LoadCounts counts) {
    /** Reads the answers, and stages what comes; what has come is counted in the ledger, also where a reading fails. */
    public static <T> Extract of(
            Workbench workbench,
            LoadLedger ledger,
            Feed<T> feed,
            List<? extends Answer<T>> answers,
            Attempt attempt,
            StageLimits limits) {
        List<LoadCounts> all = new ArrayList<>();
        Consumer<LoadCounts> came = counts -> {
            all.add(counts);
            ledger.read(attempt, counts);
        };
        try (Stage<T> stage = Stage.open(workbench, feed, attempt, limits)) {
            long vendorCount = 0;
            for (Answer<T> answer : answers) {
                vendorCount += answer.read(stage, came);
            }
            Staged staged = stage.finish();
            came.accept(LoadCounts.read(0, staged.quarantined(), 0, 0));
            return new Extract(staged, vendorCount, all.stream().reduce(LoadCounts.NONE, LoadCounts::plus));
        }
    }

    /** The staging table. */
    public SqlText table() {
        return staged.table();
    }
}
