package io.fieldhouse.cli.setup;

import io.fieldhouse.cli.failure.ExitCode;
import io.fieldhouse.cli.output.Output;
import io.fieldhouse.cli.workplace.OpenWarehouse;
import io.fieldhouse.cli.workplace.Workplace;
import io.fieldhouse.warehouse.MigrationReport;
import io.fieldhouse.warehouse.WarehouseMigrator;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "migrate",
        description = "Migrate a database to the current version of the warehouse.",
        footer = {
            "",
            "The login in warehouse.user needs the right to create schemas and roles. If it",
            "lacks it, the error message says what an administrator must run once.",
            "",
            "Example:",
            "  fieldhouse migrate --set warehouse.url=jdbc:postgresql://localhost:5432/warehouse"
        })
public final class MigrateCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public MigrateCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        Output output = workplace.output(spec);
        try (OpenWarehouse warehouse = workplace.open(output)) {
            MigrationReport report = new WarehouseMigrator(warehouse.database()).migrate();
            return output.result(
                    "migrate",
                    ExitCode.OK,
                    report.toString(),
                    Map.of(
                            "fromVersion", report.fromVersion(),
                            "toVersion", report.toVersion(),
                            "applied", report.applied(),
                            "unexpected", report.unexpected()));
        }
    }
}
