package io.fieldhouse.etl.tracktik.reconcile;

import io.fieldhouse.etl.reconcile.CsvLimits;
import io.fieldhouse.etl.reconcile.Tolerance;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.warehouse.WarehouseRoles;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reconciles rows of a CSV with the columns Site, Hours, Billed, Area and Day; what a row lacks at its end is empty. */
final class TrialReconciliation {
    static final Instant NOW = Instant.parse("2025-06-20T10:00:00Z");
    static final String NAME = "sites.csv";

    private final TestWarehouse warehouse;
    private final Map<String, String> mapping =
            new HashMap<>(Map.of("site", "Site", "worked-hours", "Hours", "bill-amount", "Billed", "decimal", "point"));
    private Tolerance tolerance = Tolerance.DEFAULT;

    TrialReconciliation(TestWarehouse warehouse) {
        this.warehouse = warehouse;
    }

    TrialReconciliation with(String key, String value) {
        mapping.put(key, value);
        return this;
    }

    TrialReconciliation with(String hours, String amounts, String relative) {
        tolerance = new Tolerance(new BigDecimal(hours), new BigDecimal(amounts), new BigDecimal(relative));
        return this;
    }

    /** As a loader: what it may is enough. */
    Reconciler reconciler() {
        return new Reconciler(
                new Database(warehouse.dataSourceAs(WarehouseRoles.LOADER)), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    ReconcileRequest request(long... regions) {
        Set<Long> ids = new TreeSet<>();
        for (long region : regions) {
            ids.add(region);
        }
        return new ReconcileRequest(
                BilledSites.PERIOD, ids, CsvMapping.of(mapping), tolerance, CsvLimits.DEFAULT, "an operator");
    }

    Reconciliation reconcile(String rows, long... regions) {
        return reconciler().reconcile(request(regions), NAME, new ByteArrayInputStream(csv(rows)));
    }

    static byte[] csv(String rows) {
        String padded = rows.replaceAll("(?m)^(([^,\n]*,){2}[^,\n]*)$", "$1,,")
                .replaceAll("(?m)^(([^,\n]*,){3}[^,\n]*)$", "$1,");
        return ("Site,Hours,Billed,Area,Day\n" + padded).getBytes(StandardCharsets.UTF_8);
    }

    /** What does not match, each on a line. */
    static List<String> unmatched(Reconciliation made) {
        return made.unmatched().stream()
                .map(figure -> (figure.clientId() == null ? figure.siteCode() : figure.clientId()) + " "
                        + figure.measure() + " " + figure.outcome() + " " + plain(figure.here()) + " "
                        + plain(figure.there()) + (figure.remark() == null ? "" : " " + figure.remark()))
                .toList();
    }

    /** Totals of the hours, each on a line. */
    static List<String> hours(List<ReconciledTotal> totals) {
        return totals.stream()
                .filter(total -> total.measure() == Measure.WORKED_HOURS)
                .map(total -> total.region() + " " + plain(total.here()) + " " + plain(total.there()) + " "
                        + plain(total.difference()))
                .toList();
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }
}
