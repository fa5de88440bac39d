package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.load.LedgerView;
import io.fieldhouse.etl.load.PlannedUnit;
import io.fieldhouse.etl.load.Scope;
import io.fieldhouse.etl.load.Step;
import io.fieldhouse.etl.load.Unit;
import io.fieldhouse.etl.tracktik.catalog.TrackTikFeeds;
import io.fieldhouse.etl.tracktik.shifts.ShiftCells;
import io.fieldhouse.etl.tracktik.shifts.ShiftStrategy;
import io.fieldhouse.tracktik.entities.Region;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The cells of billing periods and sub-regions.
 *
 * @param regions the sub-regions
 * @param areAll whether these are all there are; then what belongs to none is loaded, too
 */
record TrackTikCells(TrackTikSettings settings, List<Region> regions, boolean areAll) {
    private static final String FEED = TrackTikFeeds.SHIFTS.name();

    /** The steps that load periods; units that are read together make a step. */
    List<Step> of(List<Period> periods, boolean again, LedgerView ledger) {
        List<List<Unit>> groups = new ArrayList<>();
        for (Period period : periods) {
            List<Unit> units =
                    regions.stream().map(region -> unit(period, region)).toList();
            if (settings.strategy() == ShiftStrategy.WHOLE_WINDOW) {
                groups.add(units);
            } else {
                units.forEach(unit -> groups.add(List.of(unit)));
            }
            if (areAll) {
                groups.add(List.of(withoutASite(period)));
            }
        }
        Iterator<PlannedUnit> planned = ledger.look(
                        groups.stream().flatMap(List::stream).toList(), again)
                .iterator();
        return groups.stream()
                .<Step>map(group -> new Step.Cells(
                        group.stream().map(unit -> planned.next()).toList()))
                .toList();
    }

    /** What people should know of a plan with these. */
    List<String> remarks() {
        return areAll
                ? List.of(
                        "Without a site: shifts whose position has none belong to no sub-region, and go to quarantine.")
                : List.of();
    }

    /** The periods of which an earlier load has left units to be loaded again, newest first. */
    List<Period> outstanding(LedgerView ledger) {
        Set<Long> ids = regions.stream().map(Region::id).collect(Collectors.toSet());
        return ledger.outstanding(FEED).stream()
                .filter(scope ->
                        scope.number(ShiftCells.REGION).map(ids::contains).orElse(areAll))
                .map(scope -> scope.number(ShiftCells.PERIOD).orElseThrow())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(id -> settings.calendar().numbered(id.intValue()))
                .toList();
    }

    private Unit unit(Period period, Region region) {
        return unit(period, scope(period).with(ShiftCells.REGION, region.id()), String.valueOf(region.name()));
    }

    private Unit withoutASite(Period period) {
        return unit(period, scope(period), "without a site");
    }

    private Unit unit(Period period, Scope scope, String part) {
        return new Unit(
                FEED,
                scope,
                period.days(),
                settings.closing().settledAt(period.lastDay()),
                new Unit.Title(period.label(), part));
    }

    private static Scope scope(Period period) {
        return Scope.ALL.with(ShiftCells.PERIOD, period.id());
    }
}
