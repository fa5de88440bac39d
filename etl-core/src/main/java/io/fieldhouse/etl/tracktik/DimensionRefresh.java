package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.dimension.DimensionMerge;
import io.fieldhouse.etl.dimension.MergeReport;
import io.fieldhouse.etl.dimension.Snapshot;
import io.fieldhouse.etl.load.LoadCounts;
import io.fieldhouse.etl.load.LoadLedger;
import io.fieldhouse.etl.quality.QualityCheck;
import io.fieldhouse.etl.quality.QualityRule;
import io.fieldhouse.etl.quality.TrackTikRules;
import io.fieldhouse.etl.sql.NamedSql;
import io.fieldhouse.etl.stage.Attempt;
import io.fieldhouse.etl.stage.Staged;
import io.fieldhouse.etl.stage.Workbench;
import io.fieldhouse.tracktik.TrackTik;
import io.fieldhouse.tracktik.api.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Reads dimensions from TrackTik and merges them, each in a transaction and an attempt of its own. Thread-safe. */
final class DimensionRefresh {
    private final TrackTik tracktik;
    private final DataSource warehouse;
    private final LoadLedger ledger;
    private final TrackTikSettings settings;
    private final Clock clock;

    DimensionRefresh(
            TrackTik tracktik, DataSource warehouse, LoadLedger ledger, TrackTikSettings settings, Clock clock) {
        this.tracktik = tracktik;
        this.warehouse = warehouse;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    /** All there is: what is not in it any more, is retired. */
    <T> LoadCounts all(DimensionSource<T> source) {
        return refresh(source, source.everything(), true);
    }

    /** Some of them, by their ids; says nothing of the others. */
    <T> LoadCounts some(DimensionSource<T> source, List<Long> ids) {
        return refresh(source, source.everything().in("id", ids), false);
    }

    private <T> LoadCounts refresh(DimensionSource<T> source, Query query, boolean isFull) {
        Attempt attempt = ledger.begin(source.feed().name());
        try (Workbench workbench = Workbench.open(warehouse)) {
            OffsetDateTime asOf = clock.instant().atOffset(ZoneOffset.UTC);
            Extract extract = read(source, query, workbench, attempt);
            Snapshot snapshot = isFull
                    ? full(source, extract, workbench, asOf, attempt)
                    : Snapshot.partial(source.feed(), extract.staged(), asOf, attempt);
            return workbench.transaction("Merging " + source.feed().name(), connection -> {
                MergeReport report =
                        DimensionMerge.merge(connection, source.dimension(), snapshot, settings.mergeLimits());
                LoadCounts counts = extract.counts().plus(written(report));
                if (isFull) {
                    check(connection, source.feed().name(), extract, attempt);
                }
                ledger.loaded(connection, attempt, counts, asOf);
                return counts;
            });
        } catch (LoadException e) {
            ledger.failed(attempt, e);
            throw e;
        }
    }

    private <T> Extract read(DimensionSource<T> source, Query query, Workbench workbench, Attempt attempt) {
        return Extract.of(
                workbench,
                ledger,
                source.feed(),
                List.of(source.collection().apply(tracktik, query)),
                attempt,
                settings.stageLimits());
    }

    /** What seems to be gone may only be elsewhere: it is asked for there before it is retired. */
    private Snapshot full(
            DimensionSource<?> source, Extract extract, Workbench workbench, OffsetDateTime asOf, Attempt attempt) {
        Snapshot snapshot = Snapshot.full(source.feed(), extract.staged(), asOf, attempt, extract.vendorCount());
        for (DimensionSource<?> elsewhere : source.elsewhere()) {
            List<Long> missing =
                    workbench.work("Looking for what is elsewhere", connection -> missing(connection, source, extract));
            if (!missing.isEmpty()) {
                snapshot = snapshot.with(readElsewhere(elsewhere, missing, extract.table(), workbench, asOf));
            }
        }
        return snapshot;
    }

    private static List<Long> missing(Connection connection, DimensionSource<?> source, Extract extract)
            throws SQLException {
        String key = source.dimension().key();
        return new NamedSql(connection, Map.of())
                .ids("SELECT " + key + " FROM " + source.dimension().name()
                        + " d WHERE valid_to = 'infinity' AND NOT inferred AND NOT EXISTS (SELECT FROM "
                        + extract.table() + " s WHERE s." + key + " = d." + key + ") ORDER BY 1");
    }

    /** In an attempt of its own, which counts it, and so in a staging table of its own. */
    private Staged readElsewhere(
            DimensionSource<?> source, List<Long> ids, String table, Workbench workbench, OffsetDateTime asOf) {
        Attempt attempt = ledger.begin(source.feed().name());
        try {
            Extract extract = read(source, source.everything().in("id", ids), workbench, attempt);
            workbench.transaction("Completing " + source.feed().name(), connection -> {
                new NamedSql(connection, Map.of()).run("INSERT INTO " + table + " SELECT * FROM " + extract.table());
                ledger.loaded(connection, attempt, extract.counts(), asOf);
                return attempt;
            });
            return extract.staged();
        } catch (LoadException e) {
            ledger.failed(attempt, e);
            throw e;
        }
    }

    /** Where the counts differ, nothing is retired: that has to be known. */
    private static void check(Connection connection, String feed, Extract extract, Attempt attempt) {
        QualityRule rule = TrackTikRules.dimensionCountDiffers(feed);
        long came = extract.staged().rows() + extract.staged().quarantined();
        QualityCheck.ofDimensions(attempt, Set.of())
                .run(
                        connection,
                        List.of(rule),
                        Map.of(rule, TrackTikRules.countDiffers(feed, extract.vendorCount(), came)));
    }

    private static LoadCounts written(MergeReport report) {
        return new LoadCounts(
                0,
                report.added(),
                report.changed() + report.overwritten(),
                report.retired(),
                report.unchanged(),
                report.withoutKey(),
                0,
                0);
    }
}
