package io.fieldhouse.etl.reconcile;

import static io.fieldhouse.warehouse.jooq.etl.Tables.RECONCILIATIONS;
import static io.fieldhouse.warehouse.jooq.etl.Tables.RECONCILIATION_ROWS;
import static io.fieldhouse.warehouse.jooq.tracktik.Tables.BILLING_PERIODS;
import static io.fieldhouse.warehouse.jooq.tracktik.Tables.CURRENT_CLIENTS;
import static io.fieldhouse.warehouse.jooq.tracktik.Tables.CURRENT_REGIONS;
import static org.jooq.impl.DSL.abs;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Writes down what is compared, and reads back what came of it. */
final class StoredReconciliations {
    private final DSLContext sql;

    StoredReconciliations(DSLContext sql) {
        this.sql = sql;
    }

    /** Writes down what is compared, and says under which number. */
    long add(ReconcileRequest request, Instant madeAt, String fileName, String fileSha256) {
        Map<String, String> mapping = request.mapping().configuration();
        return sql.insertInto(RECONCILIATIONS)
                .set(RECONCILIATIONS.PERIOD_ID, request.period().id())
                .set(RECONCILIATIONS.REGION_IDS, request.regions().toArray(Long[]::new))
                .set(RECONCILIATIONS.MADE_AT, madeAt.atOffset(ZoneOffset.UTC))
                .set(RECONCILIATIONS.WORKER, request.worker())
                .set(RECONCILIATIONS.FILE_NAME, fileName)
                .set(RECONCILIATIONS.FILE_SHA256, fileSha256)
                .set(
                        RECONCILIATIONS.MAPPING,
                        DSL.field(
                                "jsonb_object(?::text[], ?::text[])",
                                RECONCILIATIONS.MAPPING.getDataType(),
                                mapping.keySet().toArray(String[]::new),
                                mapping.values().toArray(String[]::new)))
                .set(RECONCILIATIONS.HOURS_TOLERANCE, request.tolerance().hours())
                .set(RECONCILIATIONS.AMOUNT_TOLERANCE, request.tolerance().amounts())
                .set(RECONCILIATIONS.RELATIVE_TOLERANCE, request.tolerance().relative())
                .returning(RECONCILIATIONS.RECONCILIATION_ID)
                .fetchSingle()
                .get(RECONCILIATIONS.RECONCILIATION_ID);
    }

    /** Reads one back, with so many of the figures that do not match. */
    Reconciliation get(long id, int most) {
        Record made = sql.select(RECONCILIATIONS.fields())
                .select(BILLING_PERIODS.LABEL)
                .from(RECONCILIATIONS)
                .join(BILLING_PERIODS)
                .using(BILLING_PERIODS.PERIOD_ID)
                .where(RECONCILIATIONS.RECONCILIATION_ID.eq(id))
                .fetchOne();
        if (made == null) {
            throw new IllegalArgumentException(
                    "There is no reconciliation " + id + ": see etl.reconciliations for those that there are.");
        }
        return new Reconciliation(
                id,
                made.get(BILLING_PERIODS.LABEL),
                List.of(made.get(RECONCILIATIONS.REGION_IDS)),
                made.get(RECONCILIATIONS.MADE_AT).toInstant(),
                made.get(RECONCILIATIONS.WORKER),
                made.get(RECONCILIATIONS.FILE_NAME),
                made.get(RECONCILIATIONS.FILE_SHA256),
                new Tolerance(
                        made.get(RECONCILIATIONS.HOURS_TOLERANCE),
                        made.get(RECONCILIATIONS.AMOUNT_TOLERANCE),
                        made.get(RECONCILIATIONS.RELATIVE_TOLERANCE)),
                new Reconciliation.Rows(
                        made.get(RECONCILIATIONS.ROWS_COMPARED),
                        made.get(RECONCILIATIONS.ROWS_OF_OTHER_PERIODS),
                        made.get(RECONCILIATIONS.ROWS_OF_OTHER_REGIONS)),
                new Reconciliation.Counts(
                        made.get(RECONCILIATIONS.MATCHES),
                        made.get(RECONCILIATIONS.DIFFERENCES),
                        made.get(RECONCILIATIONS.ONLY_HERE),
                        made.get(RECONCILIATIONS.ONLY_THERE)),
                totals(id),
                regionTotals(id),
                unmatched(id, most));
    }

    private List<ReconciledTotal> totals(long id) {
        Field<Long> all = DSL.castNull(Long.class);
        Field<String> noName = DSL.castNull(String.class);
        return sql.select(all, noName, RECONCILIATION_ROWS.MEASURE, total(RECONCILIATION_ROWS.HERE))
                .select(total(RECONCILIATION_ROWS.THERE), sum(RECONCILIATION_ROWS.DIFFERENCE))
                .from(RECONCILIATION_ROWS)
                .where(RECONCILIATION_ROWS.RECONCILIATION_ID.eq(id))
                .groupBy(RECONCILIATION_ROWS.MEASURE)
                .orderBy(RECONCILIATION_ROWS.MEASURE)
                .fetch(StoredReconciliations::total);
    }

    private List<ReconciledTotal> regionTotals(long id) {
        return sql.select(RECONCILIATION_ROWS.REGION_ID, CURRENT_REGIONS.NAME, RECONCILIATION_ROWS.MEASURE)
                .select(total(RECONCILIATION_ROWS.HERE), total(RECONCILIATION_ROWS.THERE))
                .select(sum(RECONCILIATION_ROWS.DIFFERENCE))
                .from(RECONCILIATION_ROWS)
                .leftJoin(CURRENT_REGIONS)
                .on(CURRENT_REGIONS.REGION_ID.eq(RECONCILIATION_ROWS.REGION_ID))
                .where(RECONCILIATION_ROWS.RECONCILIATION_ID.eq(id))
                .groupBy(RECONCILIATION_ROWS.REGION_ID, CURRENT_REGIONS.NAME, RECONCILIATION_ROWS.MEASURE)
                .orderBy(CURRENT_REGIONS.NAME, RECONCILIATION_ROWS.REGION_ID, RECONCILIATION_ROWS.MEASURE)
                .fetch(StoredReconciliations::total);
    }

    private static Field<BigDecimal> total(Field<BigDecimal> figure) {
        return coalesce(sum(figure), inline(BigDecimal.ZERO));
    }

    private static ReconciledTotal total(Record row) {
        return new ReconciledTotal(
                row.get(0, Long.class),
                row.get(1, String.class),
                Measure.in(row.get(2, String.class)),
                row.get(3, BigDecimal.class),
                row.get(4, BigDecimal.class),
                row.get(5, BigDecimal.class));
    }

    private List<ReconciledFigure> unmatched(long id, int most) {
        Field<String> region = coalesce(CURRENT_REGIONS.NAME, RECONCILIATION_ROWS.REGION_CODE);
        return sql.select(RECONCILIATION_ROWS.fields())
                .select(region, CURRENT_CLIENTS.NAME)
                .from(RECONCILIATION_ROWS)
                .leftJoin(CURRENT_REGIONS)
                .on(CURRENT_REGIONS.REGION_ID.eq(RECONCILIATION_ROWS.REGION_ID))
                .leftJoin(CURRENT_CLIENTS)
                .on(CURRENT_CLIENTS.CLIENT_ID.eq(RECONCILIATION_ROWS.CLIENT_ID))
                .where(RECONCILIATION_ROWS.RECONCILIATION_ID.eq(id))
                .and(RECONCILIATION_ROWS.OUTCOME.ne(Outcome.MATCH.toString()))
                .orderBy(
                        RECONCILIATION_ROWS.OUTCOME.ne(Outcome.DIFFERENCE.toString()),
                        abs(RECONCILIATION_ROWS.DIFFERENCE).desc(),
                        region,
                        CURRENT_CLIENTS.NAME,
                        RECONCILIATION_ROWS.CLIENT_ID,
                        RECONCILIATION_ROWS.SITE_CODE,
                        RECONCILIATION_ROWS.MEASURE)
                .limit(most)
                .fetch(row -> new ReconciledFigure(
                        row.get(RECONCILIATION_ROWS.REGION_ID),
                        row.get(region),
                        row.get(RECONCILIATION_ROWS.CLIENT_ID),
                        row.get(RECONCILIATION_ROWS.SITE_CODE),
                        row.get(CURRENT_CLIENTS.NAME),
                        Measure.in(row.get(RECONCILIATION_ROWS.MEASURE)),
                        row.get(RECONCILIATION_ROWS.HERE),
                        row.get(RECONCILIATION_ROWS.THERE),
                        row.get(RECONCILIATION_ROWS.DIFFERENCE),
                        Outcome.of(row.get(RECONCILIATION_ROWS.OUTCOME)),
                        row.get(RECONCILIATION_ROWS.REMARK)));
    }
}
