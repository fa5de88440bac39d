package io.fieldhouse.cli;

import io.fieldhouse.warehouse.WarehouseMigrator;
import java.util.Map;
import java.util.concurrent.Callable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "migrate",
        description = "Brings a database to the warehouse's current version.",
        footer = {
            "",
            "The database is the one of the environment:",
            "  FIELDHOUSE_WAREHOUSE_URL       jdbc:postgresql://host:port/database",
            "  FIELDHOUSE_WAREHOUSE_USER      a login that may create schemas in it",
            "  FIELDHOUSE_WAREHOUSE_PASSWORD  its password"
        },
        mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {
    private static final String URL = "FIELDHOUSE_WAREHOUSE_URL";

    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    MigrateCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var report = new WarehouseMigrator(warehouse()).migrate();
        spec.commandLine().getOut().println(report);
        return ExitCode.OK;
    }

    private PGSimpleDataSource warehouse() {
        String url = environment.getOrDefault(URL, "");
        if (url.isBlank()) {
            throw new CommandException(
                    ExitCode.CONFIGURATION, "Set " + URL + " to jdbc:postgresql://host:port/database.");
        }
        PGSimpleDataSource warehouse = new PGSimpleDataSource();
        try {
            warehouse.setUrl(url);
        } catch (IllegalArgumentException e) {
            // Neither the address nor the driver's words about it: both may hold a password.
            throw new CommandException(
                    ExitCode.CONFIGURATION,
                    URL + " is not the address of a PostgreSQL database: set it to"
                            + " jdbc:postgresql://host:port/database.");
        }
        if (environment.containsKey("FIELDHOUSE_WAREHOUSE_USER")) {
            warehouse.setUser(environment.get("FIELDHOUSE_WAREHOUSE_USER"));
        }
        if (environment.containsKey("FIELDHOUSE_WAREHOUSE_PASSWORD")) {
            warehouse.setPassword(environment.get("FIELDHOUSE_WAREHOUSE_PASSWORD"));
        }
        return warehouse;
    }
}
