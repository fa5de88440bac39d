package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.calendar.PeriodCalendar;
import io.fieldhouse.etl.feed.Feed;
import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.load.LoadCounts;
import io.fieldhouse.etl.load.LoadLedger;
import io.fieldhouse.etl.load.LoadListener;
import io.fieldhouse.etl.load.LoadPlan;
import io.fieldhouse.etl.load.LoadReport;
import io.fieldhouse.etl.load.LoadRunner;
import io.fieldhouse.etl.load.PlannedUnit;
import io.fieldhouse.etl.load.Unit;
import io.fieldhouse.etl.quality.QualityCheck;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.etl.stage.Workbench;
import io.fieldhouse.tracktik.TrackTik;
import io.fieldhouse.tracktik.api.TrackTikException;
import io.fieldhouse.tracktik.entities.RegionTree;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads TrackTik's data of a region into the warehouse: dimensions first, then shifts by billing period and sub-region.
 * {@link #plan} says what will be done, {@link #run} does it.
 */
public final class TrackTikLoad {
    /** What is read from TrackTik, by the names that the quarantine has them by. */
    public static final List<String> FEEDS =
            TrackTikFeeds.ALL.stream().map(Feed::name).toList();

    private static final Logger LOG = LoggerFactory.getLogger(TrackTikLoad.class);
    private static final String SOURCE = "tracktik";
    private static final int DAYS_OF_A_WEEK = 7;

    /** What planning has read counts as read for so long. */
    private static final Duration FRESH = Duration.ofMinutes(15);

    private final TrackTik tracktik;
    private final DataSource warehouse;
    private final TrackTikSettings settings;
    private final String process;
    private final Clock clock;

    /**
     * Takes what a load needs.
     *
     * @param process which process of which machine this is, for the ledger
     */
    public TrackTikLoad(
            TrackTik tracktik, DataSource warehouse, TrackTikSettings settings, String process, Clock clock) {
        this.tracktik = tracktik;
        this.warehouse = warehouse;
        this.settings = settings;
        this.process = process;
        this.clock = clock;
    }

    /** The newest period that is over, everywhere. */
    public Period lastCompleted() {
        return settings.closing().lastCompleted(settings.calendar(), clock);
    }

    /** Every completed period from one on, newest first. */
    public LoadRequest backfill(Period first) {
        return new LoadRequest(
                "backfill", newestFirst(first.firstDay(), lastCompleted().lastDay()), List.of(), false, false, false);
    }

    /** What may have changed since yesterday: its period, and those that are read again for what is approved late. */
    public LoadRequest daily() {
        return recent("daily", 1);
    }

    /** The same for the last seven days. */
    public LoadRequest weekly() {
        return recent("weekly", DAYS_OF_A_WEEK);
    }

    private LoadRequest recent(String kind, int days) {
        PeriodCalendar calendar = settings.calendar();
        LocalDate today = settings.closing().today(clock);
        LocalDate first = calendar.containing(today.minusDays(days)).firstDay();
        Period open = lastCompleted();
        for (int i = 1; i < settings.openPeriods(); i++) {
            open = calendar.previous(open);
        }
        if (settings.openPeriods() > 0 && open.firstDay().isBefore(first)) {
            first = open.firstDay();
        }
        return new LoadRequest(kind, newestFirst(first, today.minusDays(1)), List.of(), true, true, true);
    }

    private List<Period> newestFirst(LocalDate first, LocalDate last) {
        List<Period> periods = new ArrayList<>();
        if (!last.isBefore(first)) {
            settings.calendar().between(first, last).forEach(period -> periods.add(0, period));
        }
        return periods;
    }

    /**
     * Says what a request comes to, unit by unit. Nothing is written but what was found to have changed, where that is
     * asked for.
     *
     * @throws IllegalArgumentException if a region is unknown, a period has not begun, or is not completed and was not asked
     *     for so
     * @throws io.fieldhouse.etl.Refusal if the warehouse was loaded by another calendar
     */
    public LoadPlan plan(LoadRequest request) {
        requireCompleted(request);
        new BillingPeriods(new Database(warehouse), settings.calendar()).requireAlike();
        LoadLedger ledger = ledger(request.kind());
        TrackTikPlanner planner = new TrackTikPlanner(warehouse, ledger, settings, regionTree());
        LoadException failure = request.changed() ? markChanged(ledger) : null;
        return planner.plan(request, request.changed()).with(failure);
    }

    /**
     * Where that fails, the other periods are loaded all the same: the watermark stays, and the next load asks again.
     *
     * @return why it is not known what has changed, where it is not
     */
    private @Nullable LoadException markChanged(LoadLedger ledger) {
        // Of a shift whose position or site is not known, nobody can say which unit it belongs to.
        refreshDimensions(ledger, LoadListener.NONE);
        bringInSites(members(ledger));
        try {
            new ChangedShifts(tracktik, warehouse, ledger, settings, clock).mark();
            return null;
        } catch (LoadException e) {
            if (e.kind() == LoadException.Kind.INTERRUPTED) {
                throw e;
            }
            LOG.warn("What has changed is not known: {}", e.getMessage());
            return e;
        }
    }

    private RegionTree regionTree() {
        try {
            return tracktik.regionTree();
        } catch (TrackTikException e) {
            throw Extract.failure("regions", e);
        }
    }

    private void requireCompleted(LoadRequest request) {
        Period last = lastCompleted();
        // Elsewhere it may be a day later.
        LocalDate today = settings.closing().today(clock).plusDays(1);
        List<String> toCome = labels(request, period -> period.firstDay().isAfter(today));
        if (!toCome.isEmpty()) {
            throw new IllegalArgumentException("Not begun yet: " + String.join(", ", toCome)
                    + ". The last completed period is " + last.label() + ".");
        }
        List<String> open = labels(request, period -> period.lastDay().isAfter(last.lastDay()));
        if (!request.open() && !open.isEmpty()) {
            throw new IllegalArgumentException("Not completed yet: " + String.join(", ", open)
                    + ". The last completed period is " + last.label()
                    + "; what is there of a later one is loaded if you ask for open periods, by --open.");
        }
    }

    private static List<String> labels(LoadRequest request, Predicate<Period> which) {
        return request.periods().stream().filter(which).map(Period::label).toList();
    }

    private LoadLedger ledger(String kind) {
        return LoadLedger.open(
                warehouse, SOURCE, kind, process, settings.limits().runner().lease());
    }

    /** Refreshes the dimensions, and loads the plan's units. An interrupt ends it; the next run goes on from there. */
    public LoadReport run(LoadPlan plan, LoadListener listener) {
        LoadLedger ledger = LoadLedger.open(
                warehouse, SOURCE, plan, process, settings.limits().runner().lease());
        enter(plan, ledger);
        MissingMembers members = members(ledger);
        if (plan.units().anyMatch(PlannedUnit::isDue)) {
            refreshDimensions(ledger, listener);
            bringInSites(members);
        }
        TrackTikUnits units =
                new TrackTikUnits(tracktik, warehouse, ledger, settings, members, ServerZones.of(warehouse), clock);
        LoadReport report = new LoadRunner(ledger, units, settings.limits().runner(), listener, clock).run(plan);
        checkDimensions(ledger);
        return withWhatWasReadForAll(report, ledger);
    }

    /** What is to be loaded is seen as pending until it is loaded. */
    private void enter(LoadPlan plan, LoadLedger ledger) {
        List<Unit> units = plan.units().map(PlannedUnit::unit).toList();
        PeriodCalendar calendar = settings.calendar();
        new BillingPeriods(new Database(warehouse), calendar)
                .enter(units.stream()
                        .map(unit -> calendar.containing(unit.window().from()))
                        .distinct()
                        .toList());
        ledger.enter(units);
    }

    /** Also of a run that was interrupted: it is the log that people see, and both say the same. */
    private static LoadReport withWhatWasReadForAll(LoadReport report, LoadLedger ledger) {
        boolean interrupted = Thread.interrupted();
        try {
            return report.with(ledger.readForAll());
        } catch (RuntimeException e) {
            LOG.warn("What was read for all units was not added up: {}", e.getMessage());
            return report;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private DimensionRefresh refresh(LoadLedger ledger) {
        return new DimensionRefresh(tracktik, warehouse, ledger, settings, clock);
    }

    private MissingMembers members(LoadLedger ledger) {
        return new MissingMembers(refresh(ledger));
    }

    /** Once a load, unless its plan is run long after it was made. */
    private void refreshDimensions(LoadLedger ledger, LoadListener listener) {
        for (DimensionSource<?> source : DimensionSource.all(settings.withContactDetails())) {
            if (!ledger.isFresh(source.feed().name(), FRESH)) {
                listener.preparing(source.feed().name());
                refresh(ledger).all(source);
            }
        }
    }

    /** A position may be at an account that is no client: only where that is known, is the position asked for. */
    private void bringInSites(MissingMembers members) {
        try (Workbench workbench = Workbench.open(warehouse)) {
            members.bringIn(
                    workbench,
                    List.of(
                            new MissingMembers.Wanted(
                                    List.of(DimensionSource.CLIENTS, DimensionSource.ACCOUNTS),
                                    "SELECT client_id FROM tracktik.dim_positions",
                                    true),
                            new MissingMembers.Wanted(
                                    List.of(DimensionSource.REGIONS),
                                    "SELECT region_id FROM tracktik.dim_clients",
                                    true)));
        }
    }

    /** Last, when members that only facts name are there, too. What was loaded is loaded; the next load checks again. */
    private void checkDimensions(LoadLedger ledger) {
        try {
            checkDimensions(ledger, ledger.begin("quality of dimensions"));
        } catch (RuntimeException e) {
            LOG.warn("The dimensions were not checked: {}", e.getMessage());
        }
    }

    private void checkDimensions(LoadLedger ledger, Attempt attempt) {
        QualityCheck check = QualityCheck.ofDimensions(attempt, Set.of());
        try (Workbench workbench = Workbench.open(warehouse)) {
            workbench.transaction("Checking the dimensions", connection -> {
                check.run(connection, settings.rules().all());
                ledger.loaded(
                        connection, attempt, LoadCounts.NONE, clock.instant().atOffset(ZoneOffset.UTC));
                return attempt;
            });
        } catch (LoadException e) {
            ledger.failed(attempt, e);
            throw e;
        }
    }
}
