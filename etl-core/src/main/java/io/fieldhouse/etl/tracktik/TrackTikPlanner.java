package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.load.LoadLedger;
import io.fieldhouse.etl.load.LoadPlan;
import io.fieldhouse.etl.load.PlannedUnit;
import io.fieldhouse.etl.load.Unit;
import io.fieldhouse.etl.sql.NamedSql;
import io.fieldhouse.tracktik.entities.Region;
import io.fieldhouse.tracktik.entities.RegionTree;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import javax.sql.DataSource;

/** Makes units of periods and sub-regions, and looks where they stand; writes nothing. */
final class TrackTikPlanner {
    static final String FEED = "shifts";

    private final DataSource warehouse;
    private final LoadLedger ledger;
    private final TrackTikSettings settings;
    private final RegionTree tree;
    private final List<Region> subRegions;

    /**
     * Takes what a plan is made from.
     *
     * @throws IllegalArgumentException if the region is not there; the message names the nearest
     */
    TrackTikPlanner(DataSource warehouse, LoadLedger ledger, TrackTikSettings settings, RegionTree tree) {
        this.warehouse = warehouse;
        this.ledger = ledger;
        this.settings = settings;
        this.tree = tree;
        this.subRegions = tree.partsOf(find(settings.region()));
    }

    private Region find(String name) {
        try {
            return tree.find(name);
        } catch (NoSuchElementException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** The plan of a request; what changed in, or failed in, other periods comes last. */
    LoadPlan plan(LoadRequest request, boolean withOutstanding) {
        boolean ofAllRegions = request.regions().isEmpty();
        List<Region> regions = ofAllRegions
                ? subRegions
                : request.regions().stream().map(this::subRegion).toList();
        List<List<PlannedUnit>> groups =
                new ArrayList<>(look(groups(request.periods(), regions, ofAllRegions), request.force()));
        if (withOutstanding) {
            List<Period> others = new ArrayList<>(outstanding(regions, ofAllRegions));
            others.removeAll(request.periods());
            groups.addAll(look(groups(others, regions, ofAllRegions), false));
        }
        return new LoadPlan(request.kind(), ledger.loadId(), groups);
    }

    private Region subRegion(String name) {
        Region region = find(name);
        if (subRegions.stream().noneMatch(one -> one.id() == region.id())) {
            throw new IllegalArgumentException("'" + name + "' is no sub-region of " + settings.region()
                    + ": those are "
                    + String.join(
                            ", ",
                            subRegions.stream()
                                    .map(one -> String.valueOf(one.name()))
                                    .toList()) + ".");
        }
        return region;
    }

    /** Units that are read as one make a group. */
    private List<List<Unit>> groups(List<Period> periods, List<Region> regions, boolean withSiteless) {
        List<List<Unit>> groups = new ArrayList<>();
        for (Period period : periods) {
            List<Unit> units =
                    regions.stream().map(region -> unit(period, region)).toList();
            if (settings.strategy() == ShiftStrategy.WHOLE_WINDOW) {
                groups.add(units);
            } else {
                units.forEach(unit -> groups.add(List.of(unit)));
            }
            if (withSiteless) {
                groups.add(List.of(siteless(period)));
            }
        }
        return groups;
    }

    private List<List<PlannedUnit>> look(List<List<Unit>> groups, boolean force) {
        Iterator<PlannedUnit> planned = ledger.look(
                        groups.stream().flatMap(List::stream).toList(), force)
                .iterator();
        return groups.stream()
                .map(group -> group.stream().map(unit -> planned.next()).toList())
                .toList();
    }

    private Unit unit(Period period, Region region) {
        return new Unit(
                FEED,
                period.id(),
                region.id(),
                null,
                period.days(),
                settledAt(period),
                period.label() + " " + region.name());
    }

    /** What belongs to no sub-region, because its position has no site. */
    private Unit siteless(Period period) {
        return new Unit(
                FEED, period.id(), null, null, period.days(), settledAt(period), period.label() + " without a site");
    }

    private OffsetDateTime settledAt(Period period) {
        return settings.closing().settledAt(period.lastDay());
    }

    /**
     * The periods with units that are to be loaded, and were loaded once, or have failed once: whoever was to load them
     * again may have died meanwhile. What was neither yet belongs to the load that began it.
     */
    private List<Period> outstanding(List<Region> regions, boolean withSiteless) {
        Map<String, Object> values = Map.of(
                "regions", regions.stream().map(Region::id).toList(), "with_siteless", withSiteless, "feed", FEED);
        try (Connection connection = warehouse.getConnection()) {
            return new NamedSql(connection, values)
                    .all("""
                            SELECT starts_on FROM tracktik.billing_periods p
                            WHERE EXISTS (SELECT FROM etl.load_units u
                                          WHERE u.source = 'tracktik' AND u.feed = :feed AND u.period_id = p.period_id
                                            AND (u.region_id = ANY (:regions) OR :with_siteless AND u.region_id IS NULL)
                                            AND (u.state = 'failed'
                                                 OR u.state IN ('pending', 'claimed')
                                                    AND (u.loaded_at IS NOT NULL
                                                         OR EXISTS (SELECT FROM etl.etl_run_log r
                                                                    WHERE r.unit_id = u.unit_id AND r.state = 'failed'))))
                            ORDER BY period_id DESC""", row -> settings.calendar().containing(row.getObject(1, LocalDate.class)));
        } catch (SQLException e) {
            throw LoadException.of("Looking for outstanding units", e);
        }
    }
}
