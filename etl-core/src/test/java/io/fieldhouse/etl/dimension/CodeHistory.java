package io.fieldhouse.etl.dimension;

import static io.fieldhouse.etl.feed.FeedColumn.column;
import static io.fieldhouse.etl.feed.FeedColumn.untracked;
import static io.fieldhouse.warehouse.jooq.staging.Tables.TRACKTIK_BILLING_CODES;
import static io.fieldhouse.warehouse.jooq.tracktik.Tables.DIM_BILLING_CODES;

import io.fieldhouse.etl.feed.Feed;
import io.fieldhouse.etl.feed.FeedColumn;
import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.load.MergeLimits;
import io.fieldhouse.etl.load.StageLimits;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.etl.stage.Stage;
import io.fieldhouse.etl.stage.Staged;
import io.fieldhouse.etl.stage.Workbench;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** An empty history of billing codes, and ways to merge into it, a day at a time. */
final class CodeHistory implements AutoCloseable {
    static final Dimension CODES = Dimension.in(DIM_BILLING_CODES);
    private static final Instant DAY = Instant.parse("2025-06-01T00:00:00Z");

    /** What the vendor sends. */
    record Code(
            @Nullable Long id,
            @Nullable String name,
            @Nullable String status,
            @Nullable OffsetDateTime modified) {
        static Code of(long id, String name) {
            return new Code(id, name, null, null);
        }
    }

    private static final List<FeedColumn<Code>> COLUMNS = List.of(
            column(TRACKTIK_BILLING_CODES.BILLING_CODE_ID, Code::id),
            column(TRACKTIK_BILLING_CODES.NAME, Code::name),
            untracked(TRACKTIK_BILLING_CODES.SOURCE_MODIFIED_AT, Code::modified));
    static final Feed<Code> FEED = feed(List.of());

    static Feed<Code> feed(List<FeedColumn<Code>> more) {
        List<FeedColumn<Code>> columns = new ArrayList<>(COLUMNS);
        columns.addAll(more);
        return new Feed<>("billing_codes", "tracktik", TRACKTIK_BILLING_CODES, Code::id, columns);
    }

    private final TestWarehouse warehouse;
    private final Workbench workbench;

    CodeHistory(TestWarehouse warehouse) {
        this.warehouse = warehouse;
        warehouse
                .sql()
                .execute("TRUNCATE tracktik.dim_billing_codes, etl.dimension_merges, etl.dimension_columns,"
                        + " etl.data_quality_issues, etl.quarantine");
        workbench = Workbench.open(new Database(warehouse.dataSource()));
    }

    @Override
    public void close() {
        workbench.close();
    }

    /** How the server would look for what differs. */
    String planOfTheServer(Snapshot snapshot) {
        return workbench.transaction("Explaining", sql -> {
            DimensionMerge merge = new DimensionMerge(sql, CODES, snapshot, MergeLimits.DEFAULT);
            MergeColumns columns = new MergeColumns(snapshot, CODES.columns(), List.of(), CODES.columns(), List.of());
            return String.join("\n", merge.compared(columns, false).texts(SqlText.of("EXPLAIN :differences")));
        });
    }

    /** Everything that there is, of which the vendor counts so many. */
    Snapshot whole(Feed<Code> feed, int day, long vendorCount, Code... codes) {
        Attempt attempt = attempt();
        return Snapshot.full(feed, staged(feed, attempt, codes), asOf(day), attempt, vendorCount);
    }

    Snapshot some(int day, Code... codes) {
        Attempt attempt = attempt();
        return Snapshot.partial(FEED, staged(FEED, attempt, codes), asOf(day), attempt);
    }

    private Attempt attempt() {
        return new Attempt(Objects.requireNonNull(warehouse.sql().fetchOne("""
                                INSERT INTO etl.etl_run_log (load_id, load_kind, source, feed, worker)
                                VALUES (gen_random_uuid(), 'load', 'tracktik', 'billing_codes', 'test') RETURNING run_id""")).get(0, Long.class), null);
    }

    private Staged staged(Feed<Code> feed, Attempt attempt, Code... codes) {
        try (Stage<Code> stage = Stage.open(workbench, feed, attempt, StageLimits.DEFAULT)) {
            for (Code code : codes) {
                stage.add(code, ByteString.encodeUtf8("{\"id\":" + code.id() + "}"));
            }
            return stage.finish();
        }
    }

    private static OffsetDateTime asOf(int day) {
        return DAY.plus(day, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC);
    }

    MergeReport merge(Snapshot snapshot) {
        return merge(snapshot, MergeLimits.CONFIRMED);
    }

    MergeReport merge(Snapshot snapshot, MergeLimits limits) {
        return workbench.transaction("Merging", sql -> DimensionMerge.merge(sql, CODES, snapshot, limits));
    }

    /** What a merge leaves in the catalogue until it is committed: tables, and indexes on them. */
    List<String> mergeAndListWhatItMakes(Snapshot snapshot) {
        return workbench.transaction("Merging", sql -> {
            DimensionMerge.merge(sql, CODES, snapshot, MergeLimits.CONFIRMED);
            return sql.texts(
                    SqlText.of(
                            "SELECT relname FROM pg_class WHERE xmin::text::bigint >= pg_current_xact_id()::xid::text::bigint"));
        });
    }

    MergeReport full(int day, Code... codes) {
        return merge(whole(FEED, day, codes.length, codes));
    }

    MergeReport partial(int day, Code... codes) {
        return merge(some(day, codes));
    }

    /** The versions of a key, in order, as {@code name from..to retired}; days since the first. */
    List<String> versions(long key) {
        return warehouse
                .sql()
                .fetch("""
                        SELECT concat(coalesce(name, 'null'), ' ', %s, '..', %s, CASE WHEN retired THEN ' retired' END)
                        FROM tracktik.dim_billing_codes WHERE billing_code_id = %d ORDER BY valid_from""".formatted(day("valid_from"), day("valid_to"), key))
                .getValues(0, String.class);
    }

    private static String day(String column) {
        return "CASE WHEN isfinite(%1$s) THEN (%1$s::date - date '2025-06-01')::text END".formatted(column);
    }

    List<String> rows() {
        return warehouse
                .sql()
                .fetch("SELECT concat(d.xmin, d) FROM tracktik.dim_billing_codes d ORDER BY 1")
                .getValues(0, String.class);
    }
}
