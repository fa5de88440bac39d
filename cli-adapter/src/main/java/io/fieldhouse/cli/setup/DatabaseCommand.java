package io.fieldhouse.cli.setup;

import io.fieldhouse.cli.database.EmbeddedServer;
import io.fieldhouse.cli.failure.ExitCode;
import io.fieldhouse.cli.output.Output;
import io.fieldhouse.cli.output.StopOnInterrupt;
import io.fieldhouse.cli.workplace.OpenWarehouse;
import io.fieldhouse.cli.workplace.Workplace;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "database",
        description = "Run the embedded database until Ctrl-C, for psql or a BI tool.",
        footer = {"", "Example:", "  fieldhouse database"})
public final class DatabaseCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public DatabaseCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        Output output = workplace.output(spec);
        try (OpenWarehouse warehouse = workplace.warehouse(output)) {
            EmbeddedServer server = warehouse.embedded();
            if (server == null) {
                throw Workplace.refused("warehouse.url names a server of your own, which runs without this command: "
                        + warehouse.address());
            }
            return StopOnInterrupt.untilStopped(
                    output, "Stopping the database.", () -> show(output, warehouse, server));
        }
    }

    private static void show(Output output, OpenWarehouse warehouse, EmbeddedServer server) {
        output.result(
                "database",
                ExitCode.OK,
                "Running at " + warehouse.address() + System.lineSeparator() + "The password is in "
                        + server.passwords() + System.lineSeparator() + warehouse.psql(server)
                        + System.lineSeparator() + "Ctrl-C stops it.",
                Map.of("address", warehouse.address(), "passwordFile", server.passwords()));
    }
}
