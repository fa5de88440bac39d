package io.fieldhouse.etl.dimension;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.load.Claim;
import io.fieldhouse.etl.load.LoadContext;
import io.fieldhouse.etl.load.LoadCounts;
import io.fieldhouse.etl.load.StepWork;
import io.fieldhouse.etl.quality.Finding;
import io.fieldhouse.etl.quality.QualityCheck;
import io.fieldhouse.etl.quality.QualityRule;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.etl.sql.Statements;
import io.fieldhouse.etl.stage.Answer;
import io.fieldhouse.etl.stage.Extract;
import io.fieldhouse.etl.stage.Workbench;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads dimensions from a vendor and merges them. Thread-safe. */
public final class DimensionRefresh {
    private static final Logger LOG = LoggerFactory.getLogger(DimensionRefresh.class);
    private static final Statements SQL = Statements.of(DimensionRefresh.class);

    private final LoadContext context;

    public DimensionRefresh(LoadContext context) {
        this.context = context;
    }

    /** Reads all members, ready to be merged when the claim is committed: those that are not among them are retired. */
    public StepWork.Prepared all(DimensionSource<?> source, Claim claim) {
        Workbench workbench = Workbench.open(context.warehouse());
        try {
            OffsetDateTime asOf = context.now();
            Attempt attempt = claim.attempt().withoutUnit();
            Extract extract = everything(source, workbench, attempt);
            Snapshot snapshot = full(source, extract, workbench, asOf, attempt);
            return new Read(source, workbench, extract, snapshot);
        } catch (RuntimeException e) {
            workbench.close();
            throw e;
        }
    }

    /** Reads some members by their ids, and merges them in an attempt of its own; says nothing of the others. */
    public void some(DimensionSource<?> source, List<Long> ids) {
        Attempt attempt = context.ledger().begin(source.feed().name());
        try (Workbench workbench = Workbench.open(context.warehouse())) {
            OffsetDateTime asOf = context.now();
            Extract extract = members(source, ids, workbench, attempt);
            Snapshot snapshot = Snapshot.partial(source.feed(), extract.staged(), asOf, attempt);
            workbench.transaction("Merging " + source.feed().name(), sql -> {
                LoadCounts counts = extract.counts().plus(merge(sql, source, snapshot));
                context.ledger().loaded(sql, attempt, counts, asOf);
                return counts;
            });
        } catch (LoadException e) {
            context.ledger().failed(attempt, e);
            throw e;
        }
    }

    private <T> Extract everything(DimensionSource<T> source, Workbench workbench, Attempt attempt) {
        return read(source, source.everything().get(), workbench, attempt);
    }

    private <T> Extract members(DimensionSource<T> source, List<Long> ids, Workbench workbench, Attempt attempt) {
        return read(source, source.some().apply(ids), workbench, attempt);
    }

    private <T> Extract read(DimensionSource<T> source, Answer<T> answer, Workbench workbench, Attempt attempt) {
        return Extract.of(
                workbench,
                context.ledger(),
                source.feed(),
                List.of(answer),
                attempt,
                context.limits().stage());
    }

    private LoadCounts merge(Sql sql, DimensionSource<?> source, Snapshot snapshot) {
        MergeReport report = DimensionMerge.merge(
                sql, source.dimension(), snapshot, context.limits().merge());
        return LoadCounts.written(
                        report.added(), report.changed() + report.overwritten(), report.retired(), report.unchanged())
                .plus(LoadCounts.read(0, report.withoutKey(), 0, 0));
    }

    /** What seems to be gone may only be elsewhere: it is asked for there before it is retired. */
    private Snapshot full(
            DimensionSource<?> source, Extract extract, Workbench workbench, OffsetDateTime asOf, Attempt attempt) {
        Snapshot snapshot = Snapshot.full(source.feed(), extract.staged(), asOf, attempt, extract.vendorCount());
        if (!snapshot.isFull()) {
            // It retires no member.
            return snapshot;
        }
        for (DimensionSource<?> elsewhere : source.elsewhere()) {
            List<Long> missing = workbench.work(
                    "Looking for what is elsewhere",
                    sql -> sql.with(tables(source, extract.table())).ids(SQL.get("missing")));
            if (!missing.isEmpty()) {
                snapshot = withElsewhere(snapshot, source, elsewhere, missing, workbench);
            }
        }
        return snapshot;
    }

    /** Where it may not be asked for, it is not known which members are gone. */
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
            if (e.kind() != Kind.PERMANENT) {
                throw e;
            }
            LOG.warn("No member of {} is retired: {}", source.feed().name(), e.getMessage());
            return snapshot.asPartial();
        }
    }

    /** In an attempt of its own, which counts it. */
    private Extract readElsewhere(
            DimensionSource<?> source,
            DimensionSource<?> elsewhere,
            List<Long> ids,
            Snapshot snapshot,
            Workbench workbench) {
        Attempt attempt = context.ledger().begin(elsewhere.feed().name());
        try {
            Extract extract = members(elsewhere, ids, workbench, attempt);
            workbench.transaction("Completing " + elsewhere.feed().name(), sql -> {
                Sql both = sql.with(tables(source, snapshot.table()))
                        .with("added", extract.table())
                        .with(Map.of(
                                "run_id", attempt.runId(),
                                "source", snapshot.source(),
                                "feed", elsewhere.feed().name()));
                both.run(SQL.get("add"));
                keepUnreportedColumns(both, source, elsewhere);
                both.run(SQL.get("settle"));
                context.ledger().loaded(sql, attempt, extract.counts(), snapshot.asOf());
                return extract;
            });
            return extract;
        } catch (LoadException e) {
            context.ledger().failed(attempt, e);
            throw e;
        }
    }

    /** A column that only the one feed has stays as it was; a hash that no extract has is compared column by column. */
    private static void keepUnreportedColumns(Sql sql, DimensionSource<?> source, DimensionSource<?> elsewhere) {
        List<String> kept = source.feed().columnNames();
        kept.removeAll(elsewhere.feed().columnNames());
        sql.with("assignments", each(kept, column -> column + " = d." + column))
                .with("kept", each(kept, column -> "d." + column))
                .run(SQL.get("keep-unreported-columns"));
    }

    private static SqlText each(List<String> columns, Function<String, String> made) {
        return SqlText.of(columns.stream().map(made).collect(Collectors.joining(", ")));
    }

    private static Map<String, SqlText> tables(DimensionSource<?> source, SqlText staged) {
        return Map.of(
                "dimension", SqlText.of(source.dimension().name()),
                "key", SqlText.of(source.dimension().key()),
                "staging", staged);
    }

    /** All members of a dimension, as they were read. */
    private final class Read implements StepWork.Prepared {
        private final DimensionSource<?> source;
        private final Workbench workbench;
        private final Extract extract;
        private final Snapshot snapshot;

        Read(DimensionSource<?> source, Workbench workbench, Extract extract, Snapshot snapshot) {
            this.source = source;
            this.workbench = workbench;
            this.extract = extract;
            this.snapshot = snapshot;
        }

        @Override
        public StepWork.Done commit(Claim claim) {
            return workbench.transaction("Merging " + source.feed().name(), sql -> {
                LoadCounts counts = extract.counts().plus(merge(sql, source, snapshot));
                check(sql);
                context.ledger().loaded(sql, claim, counts, snapshot.rows(), snapshot.asOf());
                return new StepWork.Done(counts);
            });
        }

        /** Where the counts differ, no member is retired: that has to be known. */
        private void check(Sql sql) {
            String feed = source.feed().name();
            QualityRule rule = QualityRule.countDiffers(source.feed().source(), feed, QualityRule.Scope.DIMENSION);
            long came = extract.staged().rows() + extract.staged().quarantined();
            QualityCheck.ofDimensions(snapshot.attempt(), Set.of())
                    .run(
                            sql,
                            List.of(rule),
                            Map.of(rule, Finding.countDiffers(feed, "all", extract.vendorCount(), came)));
        }

        @Override
        public void close() {
            workbench.close();
        }
    }
}
