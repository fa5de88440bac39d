package io.fieldhouse.cli.doctor;

import io.fieldhouse.cli.database.EmbeddedServer;
import io.fieldhouse.cli.failure.ExitCode;
import io.fieldhouse.cli.output.Finding;
import io.fieldhouse.cli.output.Output;
import io.fieldhouse.cli.output.Rows;
import io.fieldhouse.cli.output.TextTable;
import io.fieldhouse.cli.workplace.OpenWarehouse;
import io.fieldhouse.cli.workplace.Workplace;
import io.fieldhouse.etl.sql.Statements;
import io.fieldhouse.warehouse.Warehouse;
import io.fieldhouse.warehouse.WarehouseException;
import io.fieldhouse.warehouse.WarehouseRoles;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the doctor looks at in the warehouse. */
final class WarehouseChecks {
    private static final Statements SQL = Statements.of(WarehouseChecks.class);

    static final String SERVER = "Warehouse";
    private static final String SCHEMA = "Warehouse tables";
    private static final String RIGHTS = "Warehouse rights";
    private static final String CLOCK = "Clock";
    private static final String CLAIMS = "Units in progress";

    private static final Duration TOLERATED = Duration.ofSeconds(30);

    private final Workplace workplace;
    private final Output output;
    private final List<Finding> findings = new ArrayList<>();

    WarehouseChecks(Workplace workplace, Output output) {
        this.workplace = workplace;
        this.output = output;
    }

    List<Finding> findings() {
        if (workplace.usesEmbedded() && !EmbeddedServer.isIn(workplace.home())) {
            return List.of(
                    Finding.ok(
                            SERVER,
                            "an embedded PostgreSQL, which is made when it is first needed. warehouse.url names one of your own."));
        }
        output.progress("Looking at the warehouse");
        try (OpenWarehouse warehouse = workplace.open(output)) {
            look(warehouse);
        } catch (RuntimeException e) {
            findings.add(Finding.failed(SERVER, workplace.failure(e), ""));
        }
        return findings;
    }

    private void look(OpenWarehouse warehouse) {
        DataSource database = warehouse.database();
        if (!holds(SERVER, () -> server(warehouse))) {
            return;
        }
        holds(CLOCK, () -> clock(database));
        boolean isCurrent = holds(SCHEMA, () -> schema(warehouse));
        boolean mayWrite = holds(RIGHTS, () -> rights(database));
        if (isCurrent && mayWrite) {
            holds(CLAIMS, () -> claims(database));
        }
    }

    /** Whatever a check comes to, the next one has its turn. */
    private boolean holds(String check, Supplier<Finding> look) {
        Finding finding;
        try {
            finding = look.get();
        } catch (RuntimeException e) {
            finding = Finding.failed(check, workplace.failure(e), "");
        }
        findings.add(finding);
        return finding.state() == Finding.State.OK;
    }

    private static Finding server(OpenWarehouse warehouse) {
        Warehouse.requireSupportedServer(warehouse.database());
        Map<String, @Nullable Object> row = row(warehouse.database(), "version", Map.of());
        return Finding.ok(SERVER, warehouse.address() + ", PostgreSQL " + row.get("version") + ".");
    }

    private Finding schema(OpenWarehouse warehouse) {
        try {
            Warehouse.requireUnchanged(warehouse.database());
            return Finding.ok(SCHEMA, "at the version that this program needs, and unchanged.");
        } catch (WarehouseException e) {
            if (e.kind() != WarehouseException.Kind.NOT_MIGRATED) {
                throw e;
            }
            return warehouse.embedded() == null
                    ? Finding.failed(SCHEMA, workplace.failure(e), "fieldhouse migrate does that.")
                    : Finding.warning(SCHEMA, "not made yet.", "The next load makes them.");
        }
    }

    private static Finding rights(DataSource database) {
        Map<String, @Nullable Object> row =
                row(database, "rights", Map.of("loader", WarehouseRoles.LOADER, "owner", WarehouseRoles.OWNER));
        String login = String.valueOf(row.get("login"));
        if (Boolean.TRUE.equals(row.get("read_only"))) {
            return Finding.failed(
                    RIGHTS,
                    ExitCode.NO_PERMISSION,
                    "the database takes no changes.",
                    "Correct warehouse.url if this is a standby; else have its default_transaction_read_only turned off.");
        }
        if (!Boolean.TRUE.equals(row.get("has_roles"))) {
            return Finding.skipped(RIGHTS, "the first migration makes what rights are given to.");
        }
        if (!Boolean.TRUE.equals(row.get("may_write"))) {
            return mayNot(login + " may not load.", WarehouseRoles.LOADER + " TO " + login);
        }
        return Boolean.TRUE.equals(row.get("may_stage"))
                ? Finding.ok(RIGHTS, login + " may load.")
                : mayNot(
                        login + " may not make temporary tables, which loads need.",
                        "TEMPORARY ON DATABASE " + row.get("database") + " TO " + login);
    }

    private static Finding mayNot(String says, String grant) {
        return Finding.failed(RIGHTS, ExitCode.NO_PERMISSION, says, "Have an administrator run: GRANT " + grant + ";");
    }

    private Finding clock(DataSource database) {
        Instant before = workplace.clock().instant();
        Instant there = ((OffsetDateTime)
                        Objects.requireNonNull(row(database, "time", Map.of()).get("time")))
                .toInstant();
        Instant after = workplace.clock().instant();
        // What lies between asking and hearing is no difference.
        Duration ahead = there.isBefore(before)
                ? Duration.between(there, before)
                : there.isAfter(after) ? Duration.between(there, after) : Duration.ZERO;
        return ahead.abs().compareTo(TOLERATED) > 0
                ? Finding.warning(
                        CLOCK,
                        "this machine is " + ahead.abs().toSeconds() + " seconds"
                                + (ahead.isNegative() ? " behind" : " ahead of") + " the database.",
                        "Synchronize both clocks: this machine's clock decides which periods are complete, the"
                                + " database's clock which claims are valid.")
                : Finding.ok(CLOCK, "this machine and the database agree.");
    }

    private static Finding claims(DataSource database) {
        Map<String, @Nullable Object> row = row(database, "claims", Map.of());
        long lapsed = ((Number) Objects.requireNonNull(row.get("lapsed"))).longValue();
        return lapsed == 0
                ? Finding.ok(CLAIMS, row.get("claimed") + ", none of them left by a dead load.")
                : Finding.warning(
                        CLAIMS,
                        lapsed + " left by a load that died, since " + TextTable.text(row.get("since")) + ".",
                        "Nothing is half done. Run that load again: it takes them over.");
    }

    private static Map<String, @Nullable Object> row(
            DataSource database, String statement, Map<String, String> values) {
        return Rows.of(database, SQL.get(statement), values).get(0);
    }
}
