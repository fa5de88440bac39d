package io.fieldhouse.cli.tracktik;

import io.fieldhouse.etl.reconcile.Tolerance;
import io.fieldhouse.etl.tracktik.reconcile.ReconciledFigure;
import io.fieldhouse.etl.tracktik.reconcile.ReconciledTotal;
import io.fieldhouse.etl.tracktik.reconcile.Reconciliation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A reconciliation for machines. */
final class ReconciliationData {
    private ReconciliationData() {}

    static Map<String, Object> of(Reconciliation made) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", made.id());
        data.put("period", made.period());
        data.put("regionIds", made.regionIds());
        data.put("madeAt", made.madeAt());
        data.put("worker", made.worker());
        data.put("fileName", made.fileName());
        data.put("fileSha256", made.fileSha256());
        data.put("tolerance", tolerance(made.tolerance()));
        data.put("rows", rows(made.rows()));
        data.put("counts", counts(made.counts()));
        data.put("isClean", made.isClean());
        data.put("totals", totals(made.totals()));
        data.put("regionTotals", totals(made.regionTotals()));
        data.put(
                "unmatched",
                made.unmatched().stream().map(ReconciliationData::figure).toList());
        return data;
    }

    private static Map<String, Object> tolerance(Tolerance tolerance) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("hours", tolerance.hours());
        data.put("amounts", tolerance.amounts());
        data.put("relative", tolerance.relative());
        return data;
    }

    private static Map<String, Object> rows(Reconciliation.Rows rows) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("compared", rows.compared());
        data.put("otherPeriods", rows.otherPeriods());
        data.put("otherRegions", rows.otherRegions());
        return data;
    }

    private static Map<String, Object> counts(Reconciliation.Counts counts) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("matches", counts.matches());
        data.put("differences", counts.differences());
        data.put("onlyHere", counts.onlyHere());
        data.put("onlyThere", counts.onlyThere());
        return data;
    }

    private static List<Map<String, @Nullable Object>> totals(List<ReconciledTotal> totals) {
        return totals.stream().map(ReconciliationData::total).toList();
    }

    private static Map<String, @Nullable Object> total(ReconciledTotal total) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("regionId", total.regionId());
        data.put("region", total.region());
        data.put("measure", total.measure().column());
        data.put("here", total.here());
        data.put("there", total.there());
        data.put("difference", total.difference());
        return data;
    }

    private static Map<String, @Nullable Object> figure(ReconciledFigure figure) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("outcome", figure.outcome());
        data.put("regionId", figure.regionId());
        data.put("region", figure.region());
        data.put("clientId", figure.clientId());
        data.put("siteCode", figure.siteCode());
        data.put("site", figure.site());
        data.put("measure", figure.measure().column());
        data.put("here", figure.here());
        data.put("there", figure.there());
        data.put("difference", figure.difference());
        data.put("remark", figure.remark());
        return data;
    }
}
