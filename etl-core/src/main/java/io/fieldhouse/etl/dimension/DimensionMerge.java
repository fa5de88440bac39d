package io.fieldhouse.etl.dimension;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.Percent;
import io.fieldhouse.etl.load.MergeLimits;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.etl.sql.Statements;
import io.fieldhouse.etl.stage.Duplicates;
import io.fieldhouse.etl.stage.Quarantine;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Merges a snapshot into the versions of a dimension, within the transaction that it is given; merges of one dimension
 * take turns. What the snapshot shows as it was, is not written.
 */
public final class DimensionMerge {
    private static final Statements SQL = Statements.of(DimensionMerge.class);

    private final Sql sql;
    private final Dimension dimension;
    private final Snapshot snapshot;
    private final MergeLimits limits;

    DimensionMerge(Sql sql, Dimension dimension, Snapshot snapshot, MergeLimits limits) {
        this.sql = sql.with("dimension", SqlText.of(dimension.name()))
                .with("dimension_name", dimension.name())
                .with("key", SqlText.of(dimension.key()))
                .with("key_name", dimension.key())
                .with("version", SqlText.of(dimension.versionKey()))
                .with("staging", snapshot.table())
                .with("record", SqlText.of(snapshot.record()))
                .with("source", snapshot.source())
                .with("feed", snapshot.feed())
                .with("as_of", snapshot.asOf())
                .with("run_id", snapshot.attempt().runId())
                .with("unit_id", snapshot.attempt().unitId());
        this.dimension = dimension;
        this.snapshot = snapshot;
        this.limits = limits;
    }

    /**
     * Merges, and says what it did.
     *
     * @param sql in a transaction at READ COMMITTED, which the caller commits
     * @throws LoadException if more would be retired than may be, or the database refuses
     */
    public static MergeReport merge(Sql sql, Dimension dimension, Snapshot snapshot, MergeLimits limits) {
        return new DimensionMerge(sql, dimension, snapshot, limits).merge();
    }

    private MergeReport merge() {
        sql.requireTransaction();
        // The same lock that the dimension's own trigger takes, before anything is read.
        sql.takeTurn(dimension.name());
        sql.run(SQL.get("make-room"));
        List<Long> unfit = sql.numbers(SQL.get("count-unfit"));
        long duplicates = leaveOutDuplicates(unfit.get(0) > 0);
        long withoutKey = unfit.get(1) > 0 ? keepWithoutKey() : 0;
        // A record without a key, or one that another hides by coming twice, may be one that seems to be gone.
        boolean isFull = snapshot.isFull() && withoutKey == 0 && duplicates == 0;
        MergeColumns columns = MergeColumns.learn(sql, dimension, snapshot);
        boolean isLate = sql.holds(SQL.get("is-late"));
        long staged = snapshot.rows() - duplicates - withoutKey;
        MergeReport asItWas = new MergeReport(0, 0, 0, 0, staged, duplicates, withoutKey, isLate);
        MergeReport report;
        if (isLate) {
            report = late(columns.in(sql).with("is_full", isFull), asItWas);
        } else if (sql.holds(SQL.get("is-first"))) {
            report = asItWas.with(columns.in(sql).run(SQL.get("insert-first")), 0, 0, 0);
        } else {
            report = current(compared(columns, isFull), asItWas);
        }
        sql.with("is_full", isFull).with("lacks", columns.lacked()).run(SQL.get("keep-in-mind"));
        settle(isFull);
        return report;
    }

    /** Of a key that comes twice one row stays; the others are reported. */
    private long leaveOutDuplicates(boolean some) {
        List<String> keys = some
                ? Duplicates.delete(sql, snapshot.table(), List.of(dimension.key()), snapshot.newestFirst())
                : List.of();
        if (!keys.isEmpty()) {
            sql.with("keys", keys).run(SQL.get("report-duplicates"));
        }
        if (snapshot.isFull()) {
            sql.with("keys", keys).run(SQL.get("close-duplicates"));
        }
        return keys.size();
    }

    private long keepWithoutKey() {
        SqlText records = SQL.get("take-out-what-has-no-key");
        return Quarantine.keep(sql, snapshot.source(), snapshot.feed(), snapshot.attempt(), records);
    }

    private MergeReport late(Sql named, MergeReport asItWas) {
        LateMerge late = new LateMerge(named);
        late.find();
        MergeReport report = counted(asItWas);
        requireFewGone(report, late::open);
        late.replace();
        return report;
    }

    private MergeReport current(Sql compared, MergeReport asItWas) {
        return compared.without(
                List.of("enable_hashjoin"),
                () -> anythingDiffers(compared) ? writeWhatDiffers(compared, asItWas) : asItWas);
    }

    /** Puts {@code :differences} in statements: between the rows of a snapshot and the versions that are open. */
    Sql compared(MergeColumns columns, boolean isFull) {
        return columns.sinceTheLastFull(sql)
                .in(sql)
                .with("differences", SQL.get("differences"))
                .with("rows", snapshot.table())
                .with("join", SqlText.of(isFull ? "FULL" : "LEFT"));
    }

    /** Most often something differs among the first rows already, or nothing at all: then no table is made of it. */
    private static boolean anythingDiffers(Sql compared) {
        Sql firstRows = compared.with("rows", SqlText.of(":staging LIMIT 1000")).with("join", SqlText.of("LEFT"));
        return firstRows.holds(SQL.get("anything-differs")) || compared.holds(SQL.get("anything-differs"));
    }

    private MergeReport writeWhatDiffers(Sql compared, MergeReport asItWas) {
        compared.run(SQL.get("find-delta"));
        MergeReport report = counted(asItWas);
        requireFewGone(report, () -> report.changed() + report.overwritten() + report.unchanged() + report.retired());
        // Rows are found by where they are, one by one, and not by reading the whole table for a few of them.
        return compared.without(List.of("enable_mergejoin"), () -> {
            if (report.overwritten() > 0) {
                compared.run(SQL.get("overwrite"));
            }
            if (report.changed() + report.retired() > 0) {
                compared.run(SQL.get("close"));
            }
            if (report.added() + report.changed() > 0) {
                compared.run(SQL.get("open"));
            }
            return report;
        });
    }

    private MergeReport counted(MergeReport asItWas) {
        return sql.one(
                SQL.get("count-delta"),
                row -> asItWas.with(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
    }

    /** Stops a merge that would retire too many of those that hold. */
    private void requireFewGone(MergeReport report, LongSupplier held) {
        long gone = report.retired();
        if (gone == 0) {
            return;
        }
        long open = held.getAsLong();
        if (!limits.allow(gone, open)) {
            List<String> some = sql.texts(SQL.get("some-gone"));
            throw new LoadException(
                    Kind.PERMANENT,
                    "The extract of " + snapshot.feed() + " would retire " + gone + " of " + open + " in "
                            + dimension.name() + ", more than " + Percent.of(limits.retiredShare())
                            + ": nothing was changed. " + (some.size() < gone ? "Some of them are " : "They are ")
                            + String.join(", ", some)
                            + ". If they are gone indeed, allow a larger load.retired-share.",
                    null);
        }
    }

    /** What earlier attempts had to keep has come after all, or the vendor has it no more. */
    private void settle(boolean isFull) {
        if (isFull) {
            sql.run(SQL.get("settle-all"));
        } else if (sql.holds(SQL.get("anything-waits"))) {
            // However few they seem, the staged rows are not read for each of them.
            sql.without(List.of("enable_nestloop"), () -> sql.run(SQL.get("settle-staged")));
        }
    }
}
