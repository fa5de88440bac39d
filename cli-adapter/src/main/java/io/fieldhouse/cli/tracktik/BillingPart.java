package io.fieldhouse.cli.tracktik;

import io.fieldhouse.cli.source.Asked;
import io.fieldhouse.cli.source.Part;
import io.fieldhouse.cli.source.View;
import io.fieldhouse.cli.workplace.Workplace;
import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.sql.SqlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Billing periods of regions.
 *
 * @param periods without a gap, oldest first; none for all
 * @param regions TrackTik's ids; none for all
 */
record BillingPart(List<Period> periods, Set<Long> regions, PeriodEnds ends) implements Part {
    private static final String PERIOD = "period_id";
    private static final String REGION = "region_id";
    private static final SqlText ROWS_OF_PERIODS = SqlText.of("x.period_id BETWEEN :first_period AND :last_period");
    private static final SqlText ROWS_OF_REGIONS = SqlText.of("x.region_id = ANY (:regions)");
    private static final SqlText ISSUES_OF_PERIODS =
            SqlText.of("(i.scope ->> 'period')::integer BETWEEN :first_period AND :last_period");
    private static final SqlText ISSUES_OF_REGIONS =
            SqlText.of("coalesce(i.scope ->> 'region', i.details ->> 'region_id')::bigint = ANY (:regions)");

    static BillingPart of(Asked asked, Workplace workplace, DataSource warehouse) {
        String period = asked.period();
        return new BillingPart(
                period == null ? List.of() : Periods.of(workplace).all(period, warehouse),
                asked.regions().isEmpty()
                        ? Set.of()
                        : KnownRegions.of(warehouse).within(asked.regions()),
                PeriodEnds.of(workplace));
    }

    static List<String> choices(View view) {
        return Stream.of("period", "region")
                .filter(choice -> view.columns().contains(choice + "_id"))
                .toList();
    }

    @Override
    public SqlText rows(View view) {
        requireColumn(periods.isEmpty(), PERIOD, view, "periods to choose from: leave out --period.");
        requireColumn(regions.isEmpty(), REGION, view, "regions to choose from: leave out --region.");
        return condition(ROWS_OF_PERIODS, ROWS_OF_REGIONS);
    }

    private static void requireColumn(boolean isEverything, String column, View view, String what) {
        if (!isEverything && !view.columns().contains(column)) {
            throw new Refusal(view + " has no " + what);
        }
    }

    @Override
    public SqlText issues() {
        return condition(ISSUES_OF_PERIODS, ISSUES_OF_REGIONS);
    }

    private SqlText condition(SqlText ofPeriods, SqlText ofRegions) {
        List<SqlText> conditions = new ArrayList<>();
        if (!periods.isEmpty()) {
            conditions.add(ofPeriods);
        }
        if (!regions.isEmpty()) {
            conditions.add(ofRegions);
        }
        return conditions.isEmpty() ? SqlText.of("true") : SqlText.join(" AND ", conditions);
    }

    @Override
    public Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        if (!periods.isEmpty()) {
            values.put("first_period", periods.get(0).id());
            values.put("last_period", periods.get(periods.size() - 1).id());
        }
        if (!regions.isEmpty()) {
            values.put("regions", List.copyOf(regions));
        }
        return values;
    }

    @Override
    public Gaps gaps(View view, DataSource warehouse) {
        // Coverage says itself what is loaded.
        return view.columns().contains(PERIOD) && !view.name().equals("load_coverage")
                ? gaps(unloaded(warehouse), warehouse)
                : new Gaps(List.of(), data(new Unloaded(List.of()), new OpenPeriods(ends, List.of())));
    }

    Unloaded unloaded(DataSource warehouse) {
        return Unloaded.of(warehouse, periods, regions);
    }

    Gaps gaps(Unloaded unloaded, DataSource warehouse) {
        OpenPeriods open = OpenPeriods.of(warehouse, ends, periods, regions);
        return new Gaps(
                Stream.of(unloaded.warning(), open.warning())
                        .flatMap(Optional::stream)
                        .toList(),
                data(unloaded, open));
    }

    private static Map<String, Object> data(Unloaded unloaded, OpenPeriods open) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("notLoaded", unloaded.data());
        data.put("notOver", open.data());
        return data;
    }
}
