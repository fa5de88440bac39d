package io.fieldhouse.cli.demo;

import io.fieldhouse.cli.database.EmbeddedServer;
import io.fieldhouse.cli.failure.ExitCode;
import io.fieldhouse.cli.load.LoadRun;
import io.fieldhouse.cli.output.Output;
import io.fieldhouse.cli.output.ShellWord;
import io.fieldhouse.cli.output.StopOnInterrupt;
import io.fieldhouse.cli.tracktik.InventedTrackTik;
import io.fieldhouse.cli.tracktik.PeriodEnds;
import io.fieldhouse.cli.workplace.HomeFolder;
import io.fieldhouse.cli.workplace.OpenWarehouse;
import io.fieldhouse.cli.workplace.Workplace;
import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.calendar.PeriodCalendar;
import io.fieldhouse.etl.calendar.Window;
import io.fieldhouse.etl.load.LoadLimits;
import io.fieldhouse.etl.load.LoadReport;
import io.fieldhouse.etl.load.LoadRequest;
import io.fieldhouse.etl.load.Loads;
import io.fieldhouse.etl.load.Source;
import io.fieldhouse.etl.tracktik.TrackTikSettings;
import io.fieldhouse.etl.tracktik.TrackTikSource;
import io.fieldhouse.etl.wiring.TrackTikModule;
import io.fieldhouse.etl.wiring.Wiring;
import io.fieldhouse.tracktik.TrackTik;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.tracktik.sandbox.TrackTikSandbox;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = "Load invented data into an embedded warehouse of its own.",
        footer = {"", "Examples:", "  fieldhouse demo", "  fieldhouse demo --scale 20", "  fieldhouse demo --stay"})
public final class DemoCommand implements Callable<Integer> {
    private static final int PERIODS = 3;
    private static final int SHIFTS_PER_DAY = 130;

    /** The first day of the sandbox's data, always: its ids count from there. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 5, 30);

    private final Workplace workplace;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--scale", paramLabel = "NUMBER", description = "Multiply the amount of data. Default: 1.")
    private int scale = 1;

    @Option(
            names = "--stay",
            description = "Keep the invented TrackTik running until Ctrl-C, and print how other commands load from it.")
    private boolean stay;

    public DemoCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        if (scale < 1 || scale > 1000) {
            throw new Refusal("--scale is a number from 1 to 1000.");
        }
        Output output = workplace.output(spec);
        TrackTikSettings settings = TrackTikSettings.DEFAULT;
        LocalDate today = settings.closing().today(workplace.clock());
        SandboxData data = SandboxData.small()
                .withShiftsPerDay(SHIFTS_PER_DAY * scale)
                .withDays(FIRST_DAY, today.plusDays(14))
                .withToday(today);
        // Another amount of data is other data, and no second look at the first.
        Path home = workplace.home().resolve(scale == 1 ? "demo" : "demo-" + scale);
        new HomeFolder(home).requireWritable();
        try (TrackTikSandbox sandbox = TrackTikSandbox.start(data);
                TrackTik tracktik =
                        TrackTik.connect(InventedTrackTik.of(sandbox).config());
                OpenWarehouse warehouse = OpenWarehouse.embedded(EmbeddedServer.join(home, output::progress))) {
            warehouse.requireCurrent(output::progress);
            LoadLimits limits = LoadLimits.DEFAULT;
            Loads loads = Wiring.loads(
                    warehouse.pool(limits.runner().connections()),
                    limits,
                    workplace.process(),
                    workplace.clock(),
                    List.of(new TrackTikModule(settings, () -> tracktik)));
            int exitCode =
                    StopOnInterrupt.during(output, () -> show(output, sandbox, loads, settings, warehouse, home));
            return stay && exitCode == ExitCode.OK ? stay(output) : exitCode;
        }
    }

    private static int stay(Output output) {
        return StopOnInterrupt.untilStopped(
                output,
                "Stopping the invented TrackTik.",
                () -> output.progress("The invented TrackTik stays until Ctrl-C."));
    }

    private int show(
            Output output,
            TrackTikSandbox sandbox,
            Loads loads,
            TrackTikSettings settings,
            OpenWarehouse warehouse,
            Path home) {
        PeriodCalendar calendar = settings.calendar();
        Period last = settings.closing().lastCompleted(calendar, workplace.clock());
        Period first = last;
        for (int i = 1; i < PERIODS; i++) {
            first = calendar.previous(first);
        }
        Source source = loads.source(TrackTikSource.NAME);
        LoadRun run = new LoadRun(workplace, output, "demo");
        output.progress("Loading " + PERIODS + " billing periods of the eight sub-regions, newest first");
        LoadRequest all = LoadRequest.of("load", new Window(first.firstDay(), last.lastDay()));
        LoadReport once = run.run(warehouse, loads.plan(source, all), loads::run);
        if (!once.isComplete()) {
            return output.result(
                    "demo", LoadRun.exitCode(once), LoadRun.summary(once, false), data(warehouse, List.of(once)));
        }
        output.progress("Meanwhile at TrackTik: a site is renamed, a guard leaves, shifts of " + last.label()
                + " move, vanish, are cancelled and re-rated. Loading that period again");
        sandbox.change(last.firstDay());
        LoadRequest again = LoadRequest.of("load", new Window(last.firstDay(), last.lastDay()))
                .again(true);
        LoadReport second = run.run(warehouse, loads.plan(source, again), loads::run);
        DemoSummary summary =
                new DemoSummary(warehouse.database(), new PeriodEnds(settings.closing(), workplace.clock()), last.id());
        EmbeddedServer server = java.util.Objects.requireNonNull(warehouse.embedded());
        Map<String, Object> data = data(warehouse, List.of(once, second));
        data.putAll(summary.data());
        boolean stays = stay && second.isComplete();
        if (stays) {
            data.put("tracktik", InventedTrackTik.of(sandbox).data());
        }
        String line = System.lineSeparator();
        return output.result(
                "demo",
                LoadRun.exitCode(second),
                line + "First load:  " + LoadRun.summary(once, false) + line + "Second load: "
                        + LoadRun.summary(second, false)
                        + line + summary.text(last.label()) + line
                        + (stays ? nextThere(InventedTrackTik.of(sandbox), home) : next(home, warehouse.psql(server))),
                data);
    }

    private String next(Path home, String psql) {
        String typed = ShellWord.of(home.toString());
        return """
                Try next:
                  fieldhouse demo%3$s                      again: nothing is written twice
                  fieldhouse demo --stay%3$s               keeps the invented TrackTik, to load from it
                  fieldhouse status --home %1$s
                  fieldhouse database --home %1$s   keeps the database running, for:
                  %2$s
                  fieldhouse init%3$s                      begins a configuration of your own
                """.formatted(typed, psql, workplace.again()).replace("\n", System.lineSeparator());
    }

    private static String nextThere(InventedTrackTik tracktik, Path home) {
        String line = System.lineSeparator();
        return "Load from the invented TrackTik. Type in another terminal:" + line + line + tracktik.exports(home)
                + line
                + "Then try fieldhouse tracktik plan, fieldhouse sync daily, fieldhouse tracktik load last --again, and so on."
                + line;
    }

    private static Map<String, Object> data(OpenWarehouse warehouse, List<LoadReport> loads) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("address", warehouse.address());
        data.put("loads", loads.stream().map(LoadRun::data).toList());
        return data;
    }
}
