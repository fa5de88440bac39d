package io.fieldhouse.cli;

import io.fieldhouse.warehouse.WarehouseMigrator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
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
            "  FIELDHOUSE_WAREHOUSE_USER      a login that may create schemas and roles; one that may not is",
            "                                 told what an administrator has to run, once",
            "  FIELDHOUSE_WAREHOUSE_PASSWORD  its password"
        },
        mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {
    private static final String URL = "FIELDHOUSE_WAREHOUSE_URL";
    private static final Pattern ADDRESS =
            Pattern.compile("jdbc:postgresql://[^/@?\\s:]+(:\\d{1,5})?/[^/@?\\s]+([?]\\S*)?");

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
        if (!ADDRESS.matcher(url).matches()) {
            throw noAddress();
        }
        PGSimpleDataSource warehouse = new PGSimpleDataSource();
        try {
            warehouse.setUrl(url);
        } catch (IllegalArgumentException e) {
            // The driver's own words repeat the address, and it may hold a password.
            throw noAddress();
        }
        given("FIELDHOUSE_WAREHOUSE_USER").ifPresent(warehouse::setUser);
        given("FIELDHOUSE_WAREHOUSE_PASSWORD").ifPresent(warehouse::setPassword);
        return warehouse;
    }

    private static CommandException noAddress() {
        return new CommandException(
                ExitCode.CONFIGURATION,
                URL + " is not the address of a PostgreSQL database: set it to jdbc:postgresql://host:port/database.");
    }

    private Optional<String> given(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isEmpty());
    }
}
