package io.fieldhouse.cli.tracktik;

import io.fieldhouse.cli.config.Settings;
import io.fieldhouse.cli.config.TrackTikConfiguration;
import io.fieldhouse.cli.load.SourceRun;
import io.fieldhouse.cli.source.Asked;
import io.fieldhouse.cli.source.Sources;
import io.fieldhouse.cli.workplace.Workplace;
import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.calendar.Window;
import io.fieldhouse.etl.load.LoadRequest;
import io.fieldhouse.etl.tracktik.TrackTikSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands that load: what they ask for, and how they are called. */
final class LoadCommands {
    private LoadCommands() {}

    /** The days of periods that follow one another, oldest first. */
    private static Window days(List<Period> periods) {
        return new Window(
                periods.get(0).firstDay(), periods.get(periods.size() - 1).lastDay());
    }

    @Command(
            name = "load",
            description = "Load billing periods by sub-region. Units that are already loaded are skipped.",
            footer = {
                "",
                "Examples:",
                "  fieldhouse tracktik load last",
                "  fieldhouse tracktik load 2025-P12 --region Hawaii --region 1029",
                "  fieldhouse tracktik load 2025-P10..2025-P12 --again"
            })
    static final class Load implements Callable<Integer> {
        private final Workplace workplace;
        private final Sources sources;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(arity = "0..1", paramLabel = "PERIODS", description = Asked.PERIODS + " Default: last.")
        private String periods = "last";

        @Option(
                names = {"-r", "--region"},
                paramLabel = "REGION",
                description = KnownRegions.OPTION)
        private List<String> regions = new ArrayList<>();

        @Option(names = "--again", description = "Also load units that are already loaded.")
        private boolean again;

        @Option(names = "--open", description = "Also load periods that are not completed.")
        private boolean open;

        @Option(names = "--dry-run", description = "Show what would be loaded, without loading it.")
        private boolean dryRun;

        Load(Workplace workplace, Sources sources) {
            this.workplace = workplace;
            this.sources = sources;
        }

        @Override
        public Integer call() {
            List<Period> named = Periods.of(workplace).all(periods);
            return new SourceRun(workplace, sources, workplace.output(spec), "tracktik load")
                    .run(
                            TrackTikSource.NAME,
                            source -> LoadRequest.of("load", days(named))
                                    .only(TrackTikSource.REGION, regions)
                                    .again(again)
                                    .open(open),
                            dryRun);
        }
    }

    @Command(
            name = "plan",
            description = "Show the units that a load would process, and the state of each.",
            footer = {"", "Example:", "  fieldhouse tracktik plan 2025-P01..last"})
    static final class Plan implements Callable<Integer> {
        private final Workplace workplace;
        private final Sources sources;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(arity = "0..1", paramLabel = "PERIODS", description = Asked.PERIODS + " Default: last.")
        private String periods = "last";

        @Option(
                names = {"-r", "--region"},
                paramLabel = "REGION",
                description = KnownRegions.OPTION)
        private List<String> regions = new ArrayList<>();

        Plan(Workplace workplace, Sources sources) {
            this.workplace = workplace;
            this.sources = sources;
        }

        @Override
        public Integer call() {
            List<Period> named = Periods.of(workplace).all(periods);
            return new SourceRun(workplace, sources, workplace.output(spec), "tracktik plan")
                    .run(
                            TrackTikSource.NAME,
                            source -> LoadRequest.of("load", days(named))
                                    .only(TrackTikSource.REGION, regions)
                                    .open(true),
                            true);
        }
    }

    @Command(
            name = "backfill",
            description = "Load every completed period, newest first, back to a first one.",
            footer = {
                "",
                "You can stop it at any time: the same command resumes. Several machines can",
                "share the work.",
                "",
                "Examples:",
                "  fieldhouse tracktik backfill",
                "  fieldhouse tracktik backfill --from 2025-P20 --workers 4"
            })
    static final class Backfill implements Callable<Integer> {
        private final Workplace workplace;
        private final Sources sources;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Option(names = "--from", paramLabel = "PERIOD", description = "Oldest period. Default: calendar.first.")
        private @Nullable String from;

        @Option(
                names = "--to",
                paramLabel = "PERIOD",
                description = "Newest period. Default: the last completed period.")
        private String to = "last";

        @Option(
                names = "--workers",
                paramLabel = "NUMBER",
                description = "Number of units to load at the same time. Default: load.workers.")
        private @Nullable Integer workers;

        @Option(names = "--dry-run", description = "Show what would be loaded, without loading it.")
        private boolean dryRun;

        Backfill(Workplace workplace, Sources sources) {
            this.workplace = workplace;
            this.sources = sources;
        }

        @Override
        public Integer call() {
            if (workers != null && workers < 1) {
                throw new Refusal("--workers is a number of 1 or more.");
            }
            if (workers != null) {
                workplace.set(Settings.LOAD_WORKERS, workers.toString());
            }
            List<Period> named = named();
            return new SourceRun(workplace, sources, workplace.output(spec), "tracktik backfill")
                    .run(TrackTikSource.NAME, source -> LoadRequest.of("backfill", days(named)), dryRun);
        }

        private List<Period> named() {
            Periods periods = Periods.of(workplace);
            Period newest = periods.completed("--to", to);
            Period first = from == null
                    ? TrackTikConfiguration.first(workplace.configuration())
                    : periods.completed("--from", from);
            if (newest.firstDay().isBefore(first.firstDay())) {
                throw new Refusal(
                        from == null
                                ? "calendar.first is " + first.label() + ", which is after " + newest.label()
                                        + ": name an older period by --from."
                                : "--from names " + first.label() + ", which is after " + newest.label()
                                        + ": swap them.");
            }
            return periods.between(first, newest);
        }
    }
}
