package io.fieldhouse.cli.tracktik;

import io.fieldhouse.cli.config.ReconcileConfiguration;
import io.fieldhouse.cli.config.Settings;
import io.fieldhouse.cli.source.Asked;
import io.fieldhouse.cli.source.Part;
import io.fieldhouse.cli.source.Reconciling;
import io.fieldhouse.cli.workplace.Workplace;
import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.reconcile.CsvLimits;
import io.fieldhouse.etl.reconcile.Tolerance;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.etl.tracktik.reconcile.CsvMapping;
import io.fieldhouse.etl.tracktik.reconcile.ReconcileRequest;
import io.fieldhouse.etl.tracktik.reconcile.Reconciler;
import io.fieldhouse.etl.tracktik.reconcile.Reconciliation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Compares a billing period with a list of the owner, site by site. */
final class BillingReconciling implements Reconciling {
    private final Workplace workplace;

    BillingReconciling(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Comparison comparison(Asked asked, Tolerance tolerance) {
        String named = asked.period();
        if (named == null) {
            throw new Refusal("Name a period, such as: --period last");
        }
        CsvMapping mapping = ReconcileConfiguration.mapping(workplace.configuration());
        Periods periods = Periods.of(workplace);
        Period period = periods.one(named);
        return (csv, name, warehouse) -> {
            Set<Long> regions = regions(asked.regions(), warehouse);
            BillingPart part = new BillingPart(List.of(period), regions, PeriodEnds.of(workplace));
            Unloaded unloaded = part.unloaded(warehouse);
            if (unloaded.isOfUnknownPeriod()) {
                // It may be of another calendar, or not be over yet.
                periods.all(named, warehouse);
                periods.completed("--period", named);
            }
            Part.Gaps gaps = part.gaps(unloaded, warehouse);
            ReconcileRequest request =
                    new ReconcileRequest(period, regions, mapping, tolerance, CsvLimits.DEFAULT, workplace.process());
            Reconciliation made = reconciler(warehouse).reconcile(request, name, csv);
            Map<String, Object> data = ReconciliationData.of(made);
            data.putAll(gaps.data());
            return new Result(made.toString(), data, made.isClean(), gaps.warnings());
        };
    }

    @Override
    public Result stored(long id, DataSource warehouse) {
        Reconciliation made = reconciler(warehouse).stored(id);
        return new Result(made.toString(), ReconciliationData.of(made), made.isClean(), List.of());
    }

    private Reconciler reconciler(DataSource warehouse) {
        return new Reconciler(new Database(warehouse), workplace.clock());
    }

    private Set<Long> regions(List<String> names, DataSource warehouse) {
        KnownRegions known = KnownRegions.of(warehouse);
        if (!names.isEmpty()) {
            return known.within(names);
        }
        try {
            return known.below(workplace.configuration().get(Settings.TRACKTIK_REGION));
        } catch (Refusal e) {
            throw Workplace.refused("tracktik.region: " + e.getMessage());
        }
    }
}
