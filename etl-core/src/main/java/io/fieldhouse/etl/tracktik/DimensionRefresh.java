package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.dimension.DimensionMerge;
import io.fieldhouse.etl.dimension.MergeReport;
import io.fieldhouse.etl.dimension.Snapshot;
import io.fieldhouse.etl.feed.FeedColumn;
import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.load.LoadCounts;
import io.fieldhouse.etl.load.LoadLedger;
import io.fieldhouse.etl.quality.QualityCheck;
import io.fieldhouse.etl.quality.QualityRule;
import io.fieldhouse.etl.sql.NamedSql;
import io.fieldhouse.etl.stage.Extract;
import io.fieldhouse.etl.stage.Workbench;
import io.fieldhouse.etl.tracktik.rules.TrackTikRules;
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
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads dimensions from TrackTik and merges them, each in a transaction and an attempt of its own. Thread-safe. */
final class DimensionRefresh {
    private static final Logger LOG = LoggerFactory.getLogger(DimensionRefresh.class);

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
                MergeReport report = DimensionMerge.merge(
                        connection,
                        source.dimension(),
                        snapshot,
                        settings.limits().merge());
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
                List.of(new TrackTikAnswer<>(
                        source.feed().name(), source.collection().apply(tracktik, query))),
                attempt,
                settings.limits().stage());
    }

    /** What seems to be gone may only be elsewhere: it is asked for there before it is retired. */
    private Snapshot full(
            DimensionSource<?> source, Extract extract, Workbench workbench, OffsetDateTime asOf, Attempt attempt) {
        Snapshot snapshot = Snapshot.full(source.feed(), extract.staged(), asOf, attempt, extract.vendorCount());
        if (!snapshot.isFull()) {
            // It retires nobody.
            return snapshot;
        }
        for (DimensionSource<?> elsewhere : source.elsewhere()) {
            List<Long> missing =
                    workbench.work("Looking for what is elsewhere", connection -> missing(connection, source, extract));
            if (!missing.isEmpty()) {
                snapshot = withElsewhere(snapshot, source, elsewhere, missing, workbench);
            }
        }
        return snapshot;
    }

    /** Where it may not be asked for, nobody knows who is gone. */
    private Snapshot withElsewhere(
            Snapshot snapshot,
            DimensionSource<?> source,
            DimensionSource<?> elsewhere,
            List<Long> missing,
            Workbench workbench) {
        try {
            Extract more = readElsewhere(source, elsewhere, missing, snapshot, workbench);
            return snapshot.with(more.staged(), more.vendorCount());
        } catch (LoadException e) {
            if (e.kind() != LoadException.Kind.PERMANENT) {
                throw e;
            }
            LOG.warn("Nothing of {} is retired: {}", source.feed().name(), e.getMessage());
            return snapshot.asPartial();
        }
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
    private Extract readElsewhere(
            DimensionSource<?> source,
            DimensionSource<?> elsewhere,
            List<Long> ids,
            Snapshot snapshot,
            Workbench workbench) {
        Attempt attempt = ledger.begin(elsewhere.feed().name());
        try {
            Extract extract = read(elsewhere, elsewhere.everything().in("id", ids), workbench, attempt);
            workbench.transaction("Completing " + elsewhere.feed().name(), connection -> {
                NamedSql sql = new NamedSql(connection, Map.of("run_id", attempt.runId()));
                sql.run("INSERT INTO " + snapshot.table() + " SELECT * FROM " + extract.table());
                keepWhatIsNotSaid(
                        sql,
                        source,
                        elsewhere,
                        snapshot.table().toString(),
                        extract.table().toString());
                sql.run("UPDATE etl.quarantine SET settled_at = now() WHERE source = '" + snapshot.source()
                        + "' AND feed = '" + elsewhere.feed().name()
                        + "' AND settled_at IS NULL AND coalesce(run_id, 0) < :run_id AND source_key IN (SELECT "
                        + source.dimension().key() + "::text FROM " + extract.table() + ")");
                ledger.loaded(connection, attempt, extract.counts(), snapshot.asOf());
                return attempt;
            });
            return extract;
        } catch (LoadException e) {
            ledger.failed(attempt, e);
            throw e;
        }
    }

    /** A column that only the one feed has stays as it was; a hash that no extract has is compared column by column. */
    private static void keepWhatIsNotSaid(
            NamedSql sql, DimensionSource<?> source, DimensionSource<?> elsewhere, String table, String added)
            throws SQLException {
        List<String> said =
                elsewhere.feed().columns().stream().map(FeedColumn::name).toList();
        List<String> kept = source.feed().columns().stream()
                .map(FeedColumn::name)
                .filter(column -> !said.contains(column))
                .toList();
        String key = source.dimension().key();
        sql.run("UPDATE " + table + " s SET row_hash = sha256(s.row_hash || d.row_hash), "
                + kept.stream().map(column -> column + " = d." + column).collect(Collectors.joining(", ")) + " FROM "
                + source.dimension().name() + " d WHERE d." + key + " = s." + key
                + " AND d.valid_to = 'infinity' AND s." + key + " IN (SELECT " + key + " FROM " + added
                + ") AND num_nonnulls("
                + kept.stream().map(column -> "d." + column).collect(Collectors.joining(", ")) + ") > 0");
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
