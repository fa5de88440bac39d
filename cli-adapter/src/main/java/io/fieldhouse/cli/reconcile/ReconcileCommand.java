package io.fieldhouse.cli.reconcile;

import io.fieldhouse.cli.failure.CommandException;
import io.fieldhouse.cli.failure.ExitCode;
import io.fieldhouse.cli.output.Output;
import io.fieldhouse.cli.source.Asked;
import io.fieldhouse.cli.source.Reconciling;
import io.fieldhouse.cli.source.Sources;
import io.fieldhouse.cli.workplace.OpenWarehouse;
import io.fieldhouse.cli.workplace.Workplace;
import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.reconcile.Tolerance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "reconcile",
        description = "Compare a billing period in the warehouse with your own CSV, site by site.",
        footer = {
            "",
            "The settings reconcile.* map the columns: see docs/reconcile.md.",
            "The result is stored. The exit code is 0 if every figure matches, and 65 if one",
            "differs or if there is nothing to compare.",
            "",
            "Examples:",
            "  fieldhouse reconcile sites.csv --period last",
            "  fieldhouse reconcile sites.csv --period 2025-P12 -r Hawaii --tolerance 0.05",
            "  fieldhouse reconcile show 3"
        })
public final class ReconcileCommand implements Callable<Integer> {
    private static final Path STANDARD_INPUT = Path.of("-");

    private final Workplace workplace;
    private final Sources sources;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "CSV file with a header; - for the standard input.")
    private @Nullable Path file;

    @Option(names = "--period", paramLabel = "PERIOD", description = "A period label, a day in the period, or 'last'.")
    private @Nullable String period;

    @Option(
            names = {"-r", "--region"},
            paramLabel = "REGION",
            description =
                    "A region, by id, custom id or exact name. Includes all regions below it. Default: those below"
                            + " tracktik.region.")
    private List<String> regions = new ArrayList<>();

    @Option(
            names = "--tolerance",
            paramLabel = "NUMBER",
            description = "Largest difference of figures that match, such as 0.05, or a share such as 1%%."
                    + " Default: 0.01.")
    private @Nullable String tolerance;

    private ReconcileCommand(Workplace workplace, Sources sources) {
        this.workplace = workplace;
        this.sources = sources;
    }

    public static CommandLine commandLine(Workplace workplace, Sources sources) {
        return new CommandLine(new ReconcileCommand(workplace, sources)).addSubcommand(new Show(workplace, sources));
    }

    @Override
    public Integer call() {
        if (file == null || period == null) {
            throw new Refusal("Name a file and a period, such as: fieldhouse reconcile sites.csv --period last");
        }
        Output output = workplace.output(spec);
        boolean isStandardInput = file.equals(STANDARD_INPUT);
        if (!isStandardInput) {
            requireReadable(file);
        }
        Reconciling.Comparison comparison =
                sources.reconciling().comparison(new Asked(period, regions), tolerance(tolerance));
        String name = isStandardInput ? "standard input" : name(file);
        try (InputStream csv = isStandardInput ? System.in : Files.newInputStream(file);
                OpenWarehouse warehouse = workplace.existing(output)) {
            Reconciling.Result result = comparison.with(csv, name, warehouse.database());
            // What is not loaded is only in the list, which says nothing about the list.
            result.warnings().forEach(output::warning);
            return show("reconcile", output, result);
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(file);
        }
    }

    private static void requireReadable(Path file) {
        if (!Files.exists(file)) {
            throw new CommandException(ExitCode.NO_INPUT, "There is no file " + file + ": correct its path.");
        }
        if (Files.isDirectory(file) || !Files.isReadable(file)) {
            throw unreadable(file);
        }
    }

    /** What it is stored as; the shell numbers a pipe without a name. */
    private static String name(Path file) {
        return String.valueOf(file.startsWith("/dev") ? file : file.getFileName());
    }

    private static CommandException unreadable(Path file) {
        return new CommandException(
                ExitCode.NO_INPUT, file + " cannot be read: look whether it is a file, and whose it is.");
    }

    private static Tolerance tolerance(@Nullable String text) {
        if (text == null) {
            return Tolerance.DEFAULT;
        }
        boolean isShare = text.endsWith("%");
        String number = isShare ? text.substring(0, text.length() - 1) : text;
        if (!number.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            throw new Refusal("--tolerance is a number such as 0.05, or a share such as 1%.");
        }
        BigDecimal given = new BigDecimal(number);
        return isShare
                ? new Tolerance(Tolerance.DEFAULT.hours(), Tolerance.DEFAULT.amounts(), given.movePointLeft(2))
                : new Tolerance(given, given, BigDecimal.ZERO);
    }

    private static int show(String command, Output output, Reconciling.Result result) {
        return output.result(command, result.isClean() ? ExitCode.OK : ExitCode.DATA, result.text(), result.data());
    }

    @Command(
            name = "show",
            description = "Show an earlier comparison.",
            footer = {"", "Example:", "  fieldhouse reconcile show 3"})
    static final class Show implements Callable<Integer> {
        private final Workplace workplace;
        private final Sources sources;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "ID", description = "Number of the comparison.")
        private long id;

        Show(Workplace workplace, Sources sources) {
            this.workplace = workplace;
            this.sources = sources;
        }

        @Override
        public Integer call() {
            Output output = workplace.output(spec);
            try (OpenWarehouse warehouse = workplace.existing(output)) {
                return show("reconcile show", output, sources.reconciling().stored(id, warehouse.database()));
            }
        }
    }
}
