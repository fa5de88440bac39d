package io.fieldhouse.cli.export;

import io.fieldhouse.cli.failure.ExitCode;
import io.fieldhouse.cli.output.Count;
import io.fieldhouse.cli.output.Output;
import io.fieldhouse.cli.output.OutputFile;
import io.fieldhouse.cli.output.TextTable;
import io.fieldhouse.cli.source.Asked;
import io.fieldhouse.cli.source.Part;
import io.fieldhouse.cli.source.Sources;
import io.fieldhouse.cli.source.View;
import io.fieldhouse.cli.workplace.OpenWarehouse;
import io.fieldhouse.cli.workplace.Workplace;
import io.fieldhouse.etl.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        description = "Write a view or fact as CSV: in UTF-8, with a header, times in UTC.",
        footer = {
            "",
            "Examples:",
            "  fieldhouse export --list",
            "  fieldhouse export site_summary --period last > sites.csv",
            "  fieldhouse export fact_shifts --period 2025-P10..last -r Hawaii -o shifts.csv"
        })
public final class ExportCommand implements Callable<Integer> {
    private final Workplace workplace;
    private final Sources sources;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "VIEW", arity = "0..1", description = "View or fact, with or without its schema.")
    private @Nullable String name;

    @Option(names = "--list", description = "List the views and facts.")
    private boolean list;

    @Option(names = "--period", paramLabel = "PERIODS", description = Asked.PERIODS + " Default: all periods.")
    private @Nullable String period;

    @Option(
            names = {"-r", "--region"},
            paramLabel = "REGION",
            description = Asked.REGIONS)
    private List<String> regions = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Output file. It appears when it is complete, and only you can read it. Default: the standard"
                    + " output.")
    private @Nullable Path file;

    @Option(names = "--overwrite", description = "Replace an existing file, and keep its permissions.")
    private boolean overwrite;

    public ExportCommand(Workplace workplace, Sources sources) {
        this.workplace = workplace;
        this.sources = sources;
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
            Views views = new Views(sources, warehouse.database());
            return name == null ? list(output, views) : export(output, views, name, warehouse.database());
        }
    }

    private static int list(Output output, Views views) {
        TextTable table = new TextTable("name", "kind", "choose by", "what it holds");
        List<Map<String, Object>> data = new ArrayList<>();
        for (View view : views.all()) {
            List<String> choices = views.source(view).choices(view);
            table.row(view, view.kind(), String.join(", ", choices), view.comment());
            data.add(data(view, choices));
        }
        return output.result("export", ExitCode.OK, table.toString(), Map.of("views", data));
    }

    private static Map<String, Object> data(View view, List<String> choices) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", view.toString());
        data.put("kind", view.kind());
        data.put("comment", view.comment());
        data.put("columns", view.columns());
        data.put("chooseBy", choices);
        return data;
    }

    private int export(Output output, Views views, String name, DataSource warehouse) {
        View view = views.named(name);
        Part part = views.source(view).part(new Asked(period, regions), warehouse);
        ViewExport export = new ViewExport(view, part.rows(view), part.values());
        // Asked before, so that it says too much at worst.
        Part.Gaps gaps = part.gaps(view, warehouse);
        if (file == null) {
            long rows = OutputFile.toStandardOutput(out -> export.to(out, warehouse));
            gaps.warnings().forEach(output::warning);
            if (rows == 0) {
                output.progress("No matching rows in " + view + "; wrote the header only.");
            }
            return ExitCode.OK;
        }
        long rows = OutputFile.toFile(file, overwrite, workplace.process(), out -> export.to(out, warehouse));
        gaps.warnings().forEach(output::warning);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("view", view.toString());
        data.put("file", file.toAbsolutePath());
        data.put("rows", rows);
        data.putAll(gaps.data());
        return output.result("export", ExitCode.OK, Count.of(rows, "row") + " of " + view + " in " + file, data);
    }
}
