package io.fieldhouse.cli;

import io.fieldhouse.cli.config.ReconcileConfiguration;
import io.fieldhouse.cli.config.Settings;
import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.reconcile.CsvLimits;
import io.fieldhouse.etl.reconcile.Tolerance;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.etl.tracktik.reconcile.CsvMapping;
import io.fieldhouse.etl.tracktik.reconcile.ReconcileRequest;
import io.fieldhouse.etl.tracktik.reconcile.Reconciler;
import io.fieldhouse.etl.tracktik.reconcile.Reconciliation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "reconcile",
        description = "Compares a billing period in the warehouse with a CSV of your own, site by site.",
        footer = {
            "",
            "The settings reconcile.* say which column holds what: see docs/reconcile.md.",
            "What is found is stored. The exit status is 0 where every figure matches,",
            "and 65 where one does not, or where there is none to compare.",
            "",
            "Examples:",
            "  fieldhouse reconcile sites.csv --period last",
            "  fieldhouse reconcile sites.csv --period 2025-P12 -r Hawaii --tolerance 0.05",
            "  fieldhouse reconcile show 3"
        })
final class ReconcileCommand implements Callable<Integer> {
    private static final Path STANDARD_INPUT = Path.of("-");

    private final Workplace workplace;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The CSV, with a header; the standard input where it is a dash.")
    private @Nullable Path file;

    @Option(names = "--period", paramLabel = "PERIOD", description = "A label, a day in it, or 'last'.")
    private @Nullable String period;

    @Option(
            names = {"-r", "--region"},
            paramLabel = "REGION",
            description = "A region, by id, custom id or exact name, with all those below it; those below"
                    + " tracktik.region otherwise.")
    private List<String> regions = new ArrayList<>();

    @Option(
            names = "--tolerance",
            paramLabel = "NUMBER",
            description = "By how much figures may differ and still match, such as 0.05, or a share such as 1%%;"
                    + " 0.01 otherwise.")
    private @Nullable String tolerance;

    private ReconcileCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    static CommandLine commandLine(Workplace workplace) {
        return new CommandLine(new ReconcileCommand(workplace)).addSubcommand(new Show(workplace));
    }

    @Override
    public Integer call() {
        if (file == null || period == null) {
            throw new IllegalArgumentException(
                    "Name a file and a period, such as: fieldhouse reconcile sites.csv --period last");
        }
        Output output = workplace.output(spec);
        boolean isStandardInput = file.equals(STANDARD_INPUT);
        if (!isStandardInput) {
            requireReadable(file);
        }
        CsvMapping mapping = ReconcileConfiguration.mapping(workplace.configuration());
        Periods periods = Periods.of(workplace);
        Period one = periods.one(period);
        Tolerance allowed = tolerance(tolerance);
        try (InputStream csv = isStandardInput ? System.in : Files.newInputStream(file);
                OpenWarehouse warehouse = workplace.existing(output)) {
            Set<Long> ids = regionIds(warehouse.database());
            Unloaded unloaded = Unloaded.of(warehouse.database(), List.of(one), ids);
            if (unloaded.cells().stream().anyMatch(cell -> cell.regionId() == null)) {
                // The warehouse has never heard of it: it may be of another calendar, or not be over yet.
                periods.all(period, warehouse.database());
                periods.completed("--period", period);
            }
            OpenPeriods open = OpenPeriods.of(warehouse.database(), PeriodEnds.of(workplace), List.of(one), ids);
            Reconciliation made = new Reconciler(new Database(warehouse.database()), workplace.clock())
                    .reconcile(
                            new ReconcileRequest(one, ids, mapping, allowed, CsvLimits.DEFAULT, workplace.process()),
                            isStandardInput ? "standard input" : name(file),
                            csv);
            // What is not loaded is only there, which says nothing about the list.
            unloaded.warning().ifPresent(output::warning);
            open.warning().ifPresent(output::warning);
            Map<String, Object> data = ReconciliationData.of(made);
            data.put("notLoaded", unloaded.data());
            data.put("notOver", open.data());
            return show("reconcile", output, made, data);
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

    private Set<Long> regionIds(DataSource warehouse) {
        KnownRegions known = KnownRegions.of(warehouse);
        if (!regions.isEmpty()) {
            return known.within(regions);
        }
        try {
            return known.below(workplace.configuration().get(Settings.TRACKTIK_REGION));
        } catch (IllegalArgumentException e) {
            throw Workplace.refused("tracktik.region: " + e.getMessage());
        }
    }

    private static Tolerance tolerance(@Nullable String text) {
        if (text == null) {
            return Tolerance.DEFAULT;
        }
        boolean isShare = text.endsWith("%");
        String number = isShare ? text.substring(0, text.length() - 1) : text;
        if (!number.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            throw new IllegalArgumentException("--tolerance is a number such as 0.05, or a share such as 1%.");
        }
        BigDecimal given = new BigDecimal(number);
        return isShare
                ? new Tolerance(Tolerance.DEFAULT.hours(), Tolerance.DEFAULT.amounts(), given.movePointLeft(2))
                : new Tolerance(given, given, BigDecimal.ZERO);
    }

    private static int show(String command, Output output, Reconciliation made, Map<String, Object> data) {
        return output.result(command, made.isClean() ? ExitCode.OK : ExitCode.DATA, made.toString(), data);
    }

    @Command(
            name = "show",
            description = "Prints an earlier comparison.",
            footer = {"", "Example:", "  fieldhouse reconcile show 3"})
    static final class Show implements Callable<Integer> {
        private final Workplace workplace;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "ID", description = "Its number, as the comparison said.")
        private long id;

        Show(Workplace workplace) {
            this.workplace = workplace;
        }

        @Override
        public Integer call() {
            Output output = workplace.output(spec);
            try (OpenWarehouse warehouse = workplace.existing(output)) {
                Reconciliation made = new Reconciler(new Database(warehouse.database()), workplace.clock()).stored(id);
                return show("reconcile show", output, made, ReconciliationData.of(made));
            }
        }
    }
}
