package io.fieldhouse.cli.export;

import io.fieldhouse.cli.failure.ExitCode;
import io.fieldhouse.cli.output.Count;
import io.fieldhouse.cli.output.Output;
import io.fieldhouse.cli.output.OutputFile;
import io.fieldhouse.cli.output.TextTable;
import io.fieldhouse.cli.tracktik.KnownRegions;
import io.fieldhouse.cli.tracktik.OpenPeriods;
import io.fieldhouse.cli.tracktik.PeriodEnds;
import io.fieldhouse.cli.tracktik.Periods;
import io.fieldhouse.cli.tracktik.Unloaded;
import io.fieldhouse.cli.workplace.OpenWarehouse;
import io.fieldhouse.cli.workplace.Workplace;
import io.fieldhouse.etl.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description = "Write a TrackTik view or fact as CSV: in UTF-8, with a header, times in UTC.",
        footer = {
            "",
            "Examples:",
            "  fieldhouse export --list",
            "  fieldhouse export site_summary --period last > sites.csv",
            "  fieldhouse export fact_shifts --period 2025-P10..last -r Hawaii -o shifts.csv"
        })
public final class ExportCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "VIEW", arity = "0..1", description = "View or fact, with or without its schema.")
    private @Nullable String name;

    @Option(names = "--list", description = "List the views and facts.")
    private boolean list;

    @Option(names = "--period", paramLabel = "PERIODS", description = Periods.OPTION + " Default: all periods.")
    private @Nullable String period;

    @Option(
            names = {"-r", "--region"},
            paramLabel = "REGION",
            description = KnownRegions.FILTER)
    private List<String> regions = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Output file. It appears when it is complete, and only you can read it. Default: the standard"
                    + " output.")
    private @Nullable Path file;

    @Option(names = "--overwrite", description = "Replace an existing file, and keep its permissions.")
    private boolean overwrite;

    public ExportCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        Output output = workplace.output(spec);
        if (list == (name != null)) {
            throw new Refusal("Name one view or fact; 'fieldhouse export --list' shows what there is.");
        }
        if (name != null && file == null && output.isForMachines()) {
            throw new Refusal("The standard output cannot take both the CSV and what --json says: add --output FILE.");
        }
        try (OpenWarehouse warehouse = workplace.views(output)) {
            return name == null
                    ? list(output, warehouse.database())
                    : export(output, selected(name, warehouse.database()), warehouse.database());
        }
    }

    private static int list(Output output, DataSource warehouse) {
        List<ExportedView> views = ExportedView.all(warehouse);
        TextTable table = new TextTable("name", "kind", "choose by", "what it holds");
        views.forEach(view -> table.row(view.name(), view.kind(), choices(view), view.comment()));
        return output.result(
                "export",
                ExitCode.OK,
                table.toString(),
                Map.of("views", views.stream().map(ExportCommand::data).toList()));
    }

    private static String choices(ExportedView view) {
        List<String> choices = new ArrayList<>();
        if (view.hasPeriods()) {
            choices.add("period");
        }
        if (view.hasRegions()) {
            choices.add("region");
        }
        return String.join(", ", choices);
    }

    private static Map<String, Object> data(ExportedView view) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", view.name());
        data.put("kind", view.kind());
        data.put("comment", view.comment());
        data.put("columns", view.columns());
        data.put("hasPeriods", view.hasPeriods());
        data.put("hasRegions", view.hasRegions());
        return data;
    }

    private ViewExport selected(String view, DataSource warehouse) {
        return new ViewExport(
                ExportedView.named(view, warehouse),
                period == null ? List.of() : Periods.of(workplace).all(period, warehouse),
                regions.isEmpty() ? Set.of() : KnownRegions.of(warehouse).within(regions));
    }

    private int export(Output output, ViewExport export, DataSource warehouse) {
        Unloaded unloaded = export.unloaded(warehouse);
        OpenPeriods open = export.open(warehouse, PeriodEnds.of(workplace));
        if (file == null) {
            long rows = OutputFile.toStandardOutput(out -> export.to(out, warehouse));
            warn(output, unloaded, open);
            if (rows == 0) {
                output.progress("No matching rows in tracktik." + export.view().name() + "; wrote the header only.");
            }
            return ExitCode.OK;
        }
        long rows = OutputFile.toFile(file, overwrite, workplace.process(), out -> export.to(out, warehouse));
        warn(output, unloaded, open);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("view", export.view().name());
        data.put("file", file.toAbsolutePath());
        data.put("rows", rows);
        data.put("notLoaded", unloaded.data());
        data.put("notOver", open.data());
        return output.result(
                "export",
                ExitCode.OK,
                Count.of(rows, "row") + " of tracktik." + export.view().name() + " in " + file,
                data);
    }

    private static void warn(Output output, Unloaded unloaded, OpenPeriods open) {
        unloaded.warning().ifPresent(output::warning);
        open.warning().ifPresent(output::warning);
    }
}
