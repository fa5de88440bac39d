package io.fieldhouse.cli.quality;

import io.fieldhouse.cli.config.Nearest;
import io.fieldhouse.cli.failure.ExitCode;
import io.fieldhouse.cli.output.Output;
import io.fieldhouse.cli.output.Rows;
import io.fieldhouse.cli.output.TextTable;
import io.fieldhouse.cli.source.Asked;
import io.fieldhouse.cli.source.Sources;
import io.fieldhouse.cli.workplace.OpenWarehouse;
import io.fieldhouse.cli.workplace.Workplace;
import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.load.Source;
import io.fieldhouse.etl.sql.Statements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "quality",
        description = "Show the open issues that quality rules found in the loaded data.",
        footer = {
            "",
            "docs/quality.md explains each rule, and how to fix what it finds.",
            "",
            "Examples:",
            "  fieldhouse quality",
            "  fieldhouse quality --rule 'missing clock-out' --period last --region Hawaii",
            "  fieldhouse quality --rule 'duplicate shift' --closed --json"
        })
public final class QualityCommand implements Callable<Integer> {
    /** Read when first used: every start makes every command, and runs one. */
    private static final class Queries {
        static final Statements SQL = Statements.of(QualityCommand.class);
    }

    private final Workplace workplace;
    private final Sources sources;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--rule", paramLabel = "RULE", description = "List the issues of this rule.")
    private @Nullable String rule;

    @Option(
            names = "--period",
            paramLabel = "PERIODS",
            description = "Only issues tied to these periods; site-level issues are excluded. " + Asked.PERIODS)
    private @Nullable String period;

    @Option(
            names = {"-r", "--region"},
            paramLabel = "REGION",
            description = Asked.REGIONS)
    private List<String> regions = new ArrayList<>();

    @Option(names = "--closed", description = "Also show closed issues.")
    private boolean closed;

    @Option(
            names = "--limit",
            paramLabel = "NUMBER",
            description = "Largest number of issues to list. Default: ${DEFAULT-VALUE}.")
    private int limit = 50;

    public QualityCommand(Workplace workplace, Sources sources) {
        this.workplace = workplace;
        this.sources = sources;
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new Refusal("--limit is a number of 1 or more.");
        }
        Output output = workplace.output(spec);
        try (OpenWarehouse warehouse = workplace.existing(output)) {
            Map<String, @Nullable Object> values = selection(warehouse);
            long unplaced = count(warehouse.database(), "count-unplaced", values);
            return rule == null
                    ? counts(output, warehouse.database(), values, unplaced)
                    : issues(output, warehouse.database(), values, unplaced);
        }
    }

    private Map<String, @Nullable Object> selection(OpenWarehouse opened) {
        DataSource warehouse = opened.database();
        Map<String, @Nullable Object> values = new HashMap<>(sources.issues(new Asked(period, regions), warehouse));
        values.put("selected", Queries.SQL.get("selected"));
        values.put("closed", closed);
        values.put("every_rule", rule == null);
        values.put("rule", rule == null ? "" : known(rule, opened));
        return values;
    }

    /** A rule that is there, or has found something once. */
    private String known(String name, OpenWarehouse warehouse) {
        TreeSet<String> names = new TreeSet<>(sources.names(warehouse, Source::rules));
        Rows.of(warehouse.database(), Queries.SQL.get("known-rules"), Map.of())
                .forEach(row -> names.add(String.valueOf(row.get("rule"))));
        if (!names.contains(name)) {
            throw new Refusal("There is no rule '" + name + "'"
                    + Nearest.to(name, names)
                            .map(near -> "; '" + near + "'?")
                            .orElse(". Those that there are: " + String.join(", ", names) + "."));
        }
        return name;
    }

    private static long count(DataSource warehouse, String statement, Map<String, @Nullable Object> values) {
        return (Long) Objects.requireNonNull(
                Rows.of(warehouse, Queries.SQL.get(statement), values).get(0).get("n"));
    }

    private int counts(Output output, DataSource warehouse, Map<String, @Nullable Object> values, long unplaced) {
        List<Map<String, @Nullable Object>> rules = Rows.of(warehouse, Queries.SQL.get("rules"), values);
        if (!closed) {
            rules.forEach(row -> row.remove("closed"));
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("rules", rules);
        data.put("unplaced", unplaced);
        return output.result(
                "quality",
                ExitCode.OK,
                (rules.isEmpty() ? nothing() : Rows.table(rules).toString()) + others(unplaced),
                data);
    }

    private String nothing() {
        String line = System.lineSeparator();
        if (period != null || !regions.isEmpty()) {
            return (closed ? "No issue is of what was asked for." : "No open issue is of what was asked for.") + line;
        }
        if (rule != null) {
            return (closed ? "'" + rule + "' has not found anything." : "No issue of '" + rule + "' is open.") + line;
        }
        return (closed ? "No rule has found anything." : "No issue is open.") + line;
    }

    /** What nobody would miss who has narrowed down the rest. */
    private static String others(long unplaced) {
        return unplaced == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%,d more %s no single region or period: omit --region and --period to see them.%n",
                        unplaced,
                        unplaced == 1 ? "has" : "have");
    }

    private int issues(Output output, DataSource warehouse, Map<String, @Nullable Object> values, long unplaced) {
        values.put("limit", limit);
        long all = count(warehouse, "count-chosen", values);
        List<Map<String, @Nullable Object>> issues = Rows.of(warehouse, Queries.SQL.get("issues"), values);
        String text = issues.isEmpty() ? nothing() : text(issues, all);
        for (Map<String, @Nullable Object> issue : issues) {
            issue.remove("details_in_words");
            issue.computeIfPresent("details", (name, details) -> new Output.Json(details.toString()));
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("rule", String.valueOf(rule));
        data.put("count", all);
        data.put("unplaced", unplaced);
        data.put("issues", issues);
        return output.result("quality", ExitCode.OK, text + others(unplaced), data);
    }

    private String text(List<Map<String, @Nullable Object>> issues, long all) {
        TextTable table = closed
                ? new TextTable("key", "unit", "message", "details", "first seen", "last seen", "closed")
                : new TextTable("key", "unit", "message", "details", "first seen", "last seen");
        for (Map<String, @Nullable Object> issue : issues) {
            table.row(
                    issue.get("entity") + " " + issue.get("entity_key"),
                    issue.get("unit"),
                    issue.get("message"),
                    issue.get("details_in_words"),
                    issue.get("first_seen"),
                    issue.get("last_seen"),
                    issue.get("closed"));
        }
        return table
                + (all > issues.size()
                        ? "The newest " + issues.size() + " of " + all + "; --limit shows more."
                                + System.lineSeparator()
                        : "");
    }
}
