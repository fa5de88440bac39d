package io.fieldhouse.cli.status;

import io.fieldhouse.cli.failure.ExitCode;
import io.fieldhouse.cli.output.Count;
import io.fieldhouse.cli.output.Output;
import io.fieldhouse.cli.output.Rows;
import io.fieldhouse.cli.output.TextTable;
import io.fieldhouse.cli.source.Connector.Shown;
import io.fieldhouse.cli.source.Sources;
import io.fieldhouse.cli.workplace.OpenWarehouse;
import io.fieldhouse.cli.workplace.Workplace;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.Statements;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "status",
        description = "Show what is loaded, how fresh it is, and how the last loads went.",
        footer = {"", "Examples:", "  fieldhouse status", "  fieldhouse status --json | jq .data.freshness"})
public final class StatusCommand implements Callable<Integer> {
    private final Workplace workplace;
    private final Sources sources;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public StatusCommand(Workplace workplace, Sources sources) {
        this.workplace = workplace;
        this.sources = sources;
    }

    @Override
    public Integer call() {
        Output output = workplace.output(spec);
        try (OpenWarehouse warehouse = workplace.existing(output)) {
            Status status = Rows.by(warehouse.database(), sql -> Status.of(sql, sources));
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("address", warehouse.address());
            data.put("freshness", status.freshness());
            data.put("loads", status.loads());
            data.put(
                    "coverage",
                    status.loaded().stream()
                            .flatMap(shown -> shown.rows().stream())
                            .toList());
            data.put("failed", status.failed().units());
            return output.result("status", ExitCode.OK, status.text(warehouse.address()), data);
        }
    }

    private record Status(
            List<Shown> loaded,
            FailedUnits failed,
            List<Map<String, @Nullable Object>> loads,
            Map<String, @Nullable Object> freshness) {
        /** Read when first used: every start makes every command, and runs one. */
        private static final Statements SQL = Statements.of(StatusCommand.class);

        static Status of(Sql warehouse, Sources sources) {
            return new Status(
                    sources.all().stream()
                            .map(connector -> connector.loaded(warehouse))
                            .toList(),
                    FailedUnits.of(warehouse),
                    Rows.of(warehouse, SQL.get("loads"), Map.of()),
                    Rows.of(warehouse, SQL.get("freshness"), Map.of()).get(0));
        }

        String text(String address) {
            String last = freshness.get("last_loaded") == null ? "never" : TextTable.text(freshness.get("last_loaded"));
            String line = System.lineSeparator();
            return "Warehouse " + address + line + "Last loaded " + last + "; " + count("failed_units", "failed unit")
                    + ", " + count("open_issues", "open issue") + ", " + count("in_quarantine", "record")
                    + " in quarantine." + line + line
                    + (loads.isEmpty() ? "" : Rows.table(loads) + line)
                    + loaded.stream().map(Shown::text).collect(Collectors.joining())
                    + failed.text();
        }

        private String count(String name, String what) {
            return Count.of((Long) Objects.requireNonNull(freshness.get(name)), what);
        }
    }
}
