package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.calendar.PeriodCalendar;
import io.fieldhouse.etl.calendar.Window;
import io.fieldhouse.etl.feed.Feed;
import io.fieldhouse.etl.load.LedgerView;
import io.fieldhouse.etl.load.LoadContext;
import io.fieldhouse.etl.load.LoadPlan;
import io.fieldhouse.etl.load.LoadRequest;
import io.fieldhouse.etl.load.PlannedUnit;
import io.fieldhouse.etl.load.Source;
import io.fieldhouse.etl.load.Step;
import io.fieldhouse.etl.load.StepWork;
import io.fieldhouse.etl.quality.QualityRule;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.etl.tracktik.catalog.TrackTikAnswer;
import io.fieldhouse.etl.tracktik.catalog.TrackTikDimensions;
import io.fieldhouse.etl.tracktik.catalog.TrackTikFeeds;
import io.fieldhouse.etl.tracktik.shifts.ShiftCells;
import io.fieldhouse.tracktik.TrackTik;
import io.fieldhouse.tracktik.api.TrackTikException;
import io.fieldhouse.tracktik.entities.Region;
import io.fieldhouse.tracktik.entities.RegionTree;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** TrackTik's data of a region: dimensions, and shifts by billing period and sub-region. */
public final class TrackTikSource implements Source {
    public static final String NAME = "tracktik";

    /** The kind of names that are those of sub-regions, by id, custom id or name. */
    public static final String REGION = "region";

    private final Supplier<TrackTik> client;
    private final Database warehouse;
    private final TrackTikSettings settings;
    private final Clock clock;

    /**
     * Takes what it needs.
     *
     * @param client gives the client when TrackTik is asked something
     */
    public TrackTikSource(Supplier<TrackTik> client, Database warehouse, TrackTikSettings settings, Clock clock) {
        this.client = client;
        this.warehouse = warehouse;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> kindsOfNames() {
        return List.of(REGION);
    }

    @Override
    public List<String> feeds() {
        return TrackTikFeeds.ALL.stream().map(Feed::name).toList();
    }

    @Override
    public List<String> rules() {
        return settings.rules().all().stream().map(QualityRule::name).toList();
    }

    /** The newest period that is over, everywhere. */
    public Period lastCompleted() {
        return settings.closing().lastCompleted(settings.calendar(), clock);
    }

    /** Asks for every completed period from one on. */
    public LoadRequest backfill(Period first) {
        return LoadRequest.of(
                "backfill", new Window(first.firstDay(), lastCompleted().lastDay()));
    }

    /** Asks for the periods of the range, and for those that are read again for what is approved late. */
    @Override
    public LoadRequest recent(Recent range) {
        PeriodCalendar calendar = settings.calendar();
        LocalDate today = settings.closing().today(clock);
        LocalDate first = calendar.containing(today.minusDays(range.days())).firstDay();
        Period open = lastCompleted();
        for (int i = 1; i < settings.openPeriods(); i++) {
            open = calendar.previous(open);
        }
        if (settings.openPeriods() > 0 && open.firstDay().isBefore(first)) {
            first = open.firstDay();
        }
        return LoadRequest.of(
                        range == Recent.DAILY ? "daily" : "weekly",
                        new Window(
                                first, calendar.containing(today.minusDays(1)).lastDay()))
                .again(true)
                .open(true)
                .changed(true);
    }

    @Override
    public LoadPlan plan(LoadRequest request, LedgerView ledger) {
        List<Period> periods = new ArrayList<>(settings.calendar()
                .between(request.days().from(), request.days().to()));
        Collections.reverse(periods);
        requireCompleted(request, periods);
        new BillingPeriods(warehouse, settings.calendar()).requireAlike();
        TrackTikCells cells = cells(request.names(REGION));
        List<Step> steps = new ArrayList<>(cells.of(periods, request.again(), ledger));
        if (request.changed()) {
            List<Period> others = new ArrayList<>(cells.outstanding(ledger));
            others.removeAll(periods);
            steps.addAll(cells.of(others, false, ledger));
        }
        return new LoadPlan(
                NAME, request.kind(), ledger.loadId(), phases(steps, request.changed(), ledger), cells.remarks());
    }

    /** What shifts point to comes before them; who is to know which units have changed has to know the sites. */
    private static List<List<Step>> phases(List<Step> cells, boolean withChanges, LedgerView ledger) {
        List<List<Step>> phases = new ArrayList<>();
        boolean isAnyDue = cells.stream().flatMap(step -> step.units().stream()).anyMatch(PlannedUnit::isDue);
        if (isAnyDue || withChanges) {
            phases.add(TrackTikDimensions.refreshed().stream()
                    .<Step>map(feed -> new Step.Refresh(ledger.look(feed.name())))
                    .toList());
            phases.add(List.of(new Step.Refresh(ledger.always(TrackTikWork.MISSING_SITES))));
        }
        if (withChanges) {
            phases.add(List.of(new Step.Follow(ledger.look(TrackTikWork.CHANGED_SHIFTS))));
        }
        phases.add(cells);
        phases.add(List.of(new Step.Check(ledger.always(TrackTikWork.QUALITY))));
        return phases;
    }

    private void requireCompleted(LoadRequest request, List<Period> periods) {
        Period last = lastCompleted();
        // Elsewhere it may be a day later.
        LocalDate today = settings.closing().today(clock).plusDays(1);
        String toCome = labels(periods, period -> period.firstDay().isAfter(today));
        if (!toCome.isEmpty()) {
            throw new Refusal("Not begun yet: " + toCome + ". The last completed period is " + last.label() + ".");
        }
        String open = labels(periods, period -> period.lastDay().isAfter(last.lastDay()));
        if (!request.open() && !open.isEmpty()) {
            throw new Refusal("Not completed yet: " + open + ". The last completed period is " + last.label()
                    + "; to load what there is of a later one, ask for open periods, by --open.");
        }
    }

    private static String labels(List<Period> periods, Predicate<Period> which) {
        return periods.stream().filter(which).map(Period::label).collect(Collectors.joining(", "));
    }

    /** The cells of some sub-regions, or of all. */
    TrackTikCells cells(List<String> names) {
        RegionTree tree = regionTree();
        List<Region> all = parts(tree);
        return names.isEmpty()
                ? new TrackTikCells(settings, all, true)
                : new TrackTikCells(
                        settings,
                        names.stream().map(name -> subRegion(tree, name, all)).toList(),
                        false);
    }

    private RegionTree regionTree() {
        try {
            return client.get().regionTree();
        } catch (TrackTikException e) {
            throw TrackTikAnswer.failure("regions", e);
        }
    }

    private List<Region> parts(RegionTree tree) {
        try {
            return tree.partsOf(tree.find(settings.region()));
        } catch (NoSuchElementException e) {
            throw Refusal.ofConfiguration("tracktik.region: " + e.getMessage());
        }
    }

    private Region subRegion(RegionTree tree, String name, List<Region> all) {
        String there = " Sub-regions: "
                + all.stream().map(one -> String.valueOf(one.name())).collect(Collectors.joining(", ")) + ".";
        try {
            Region region = tree.find(name);
            if (all.stream().noneMatch(one -> one.id() == region.id())) {
                throw new Refusal("'" + name + "' is not a sub-region of " + settings.region() + "." + there);
            }
            return region;
        } catch (NoSuchElementException e) {
            throw new Refusal(e.getMessage() + there);
        }
    }

    @Override
    public StepWork begin(LoadPlan plan, LoadContext context) {
        PeriodCalendar calendar = settings.calendar();
        new BillingPeriods(warehouse, calendar)
                .enter(plan.cells()
                        .map(planned ->
                                calendar.containing(planned.unit().days().from()))
                        .distinct()
                        .toList());
        return new TrackTikWork(
                client.get(),
                context,
                settings,
                () -> outstanding(plan, context.ledger().view()));
    }

    /**
     * Asks TrackTik for the sub-regions of a plan; what this returns looks for the steps of their units that are to be loaded
     * again, and are not in the plan.
     */
    private Supplier<List<Step>> outstanding(LoadPlan plan, LedgerView ledger) {
        Set<Optional<Long>> planned = plan.cells()
                .map(unit -> unit.unit().scope().number(ShiftCells.REGION))
                .collect(Collectors.toSet());
        TrackTikCells all = cells(List.of());
        TrackTikCells cells = planned.contains(Optional.empty())
                ? all
                : new TrackTikCells(
                        settings,
                        all.regions().stream()
                                .filter(region -> planned.contains(Optional.of(region.id())))
                                .toList(),
                        false);
        return () -> outstanding(plan, cells, ledger);
    }

    private static List<Step> outstanding(LoadPlan plan, TrackTikCells cells, LedgerView ledger) {
        List<Period> others = new ArrayList<>(cells.outstanding(ledger));
        others.removeIf(
                period -> plan.cells().anyMatch(planned -> planned.unit().days().equals(period.days())));
        return cells.of(others, false, ledger);
    }
}
