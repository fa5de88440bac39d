package io.fieldhouse.etl.tracktik.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.etl.reconcile.CsvLimits;
import io.fieldhouse.etl.reconcile.Outcome;
import io.fieldhouse.etl.reconcile.Tolerance;
import io.fieldhouse.etl.sql.Database;
import io.fieldhouse.etl.tracktik.reconcile.NaiveReconciliation.Billed;
import io.fieldhouse.etl.tracktik.reconcile.NaiveReconciliation.Named;
import io.fieldhouse.warehouse.testing.TestWarehouse;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random regions, sites and figures, and a CSV of them with random mistakes, against a naive model. */
class ReconcileModelIT {
    @RegisterExtension
    static final TestWarehouse warehouse = new TestWarehouse();

    /** For each seed; more with {@code -Dfieldhouse.reconciliations=500}. */
    private static final int TIMES = Integer.getInteger("fieldhouse.reconciliations", 25);

    private static final List<Measure> MEASURES = List.of(Measure.values());
    private static final List<String> DELIMITERS = List.of(",", ";", "\t");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyDifferenceIsFoundAndNoOther(long seed) throws SQLException {
        Random random = new Random(seed);
        try (Connection connection = warehouse.dataSource().getConnection()) {
            DSLContext sql = DSL.using(connection, SQLDialect.POSTGRES);
            for (int time = 0; time < TIMES; time++) {
                reconcile(random, sql, "seed " + seed + ", time " + time);
            }
        }
    }

    private static void reconcile(Random random, DSLContext sql, String said) {
        boolean hasRegions = random.nextBoolean();
        boolean byName = random.nextBoolean();
        Tolerance tolerance = new Tolerance(
                number(random, 3),
                number(random, 300),
                random.nextBoolean() ? BigDecimal.ZERO : new BigDecimal("0.05"));
        Set<Measure> measures = new TreeSet<>(
                List.of(MEASURES.get(random.nextInt(MEASURES.size())), MEASURES.get(random.nextInt(MEASURES.size()))));
        List<Named> regions = named(random, 4, 3, "Area ", List.of());
        List<Named> sites = named(random, 12, 10, "K-", regions);
        List<Billed> billed = billed(random, regions, sites, measures);
        Set<Long> asked =
                new TreeSet<>(Arrays.asList(1L + random.nextInt(4), 1L + random.nextInt(4), 1L + random.nextInt(4)));
        store(new BilledSites(sql), regions, sites, billed, byName);

        List<SiteFigures> rows = mistaken(random, regions, sites, billed, measures, hasRegions);
        NaiveReconciliation model = new NaiveReconciliation(regions, sites, billed, asked, hasRegions);
        rows.forEach(model::see);
        Reconciliation made = new Reconciler(new Database(warehouse.dataSource()), Clock.systemUTC())
                .reconcile(
                        new ReconcileRequest(
                                BilledSites.PERIOD,
                                asked,
                                mapping(measures, hasRegions, byName),
                                tolerance,
                                CsvLimits.DEFAULT,
                                "test"),
                        "random.csv",
                        new ByteArrayInputStream(csv(random, rows, measures).getBytes(StandardCharsets.UTF_8)));

        List<String> expected = model.rows(measures, tolerance);
        assertThat(stored(sql, made.id())).as(said).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(made.rows())
                .as(said)
                .isEqualTo(new Reconciliation.Rows(rows.size() - model.elsewhere(), 0, model.elsewhere()));
        Reconciliation.Counts counts = made.counts();
        assertThat(counts.matches() + counts.unmatched()).as(said).isEqualTo(expected.size());
        assertThat(made.unmatched()).as(said).hasSize((int) counts.unmatched());
        assertSameTotals(sql, made, said);
    }

    private static List<Named> named(Random random, int count, int names, String prefix, List<Named> regions) {
        List<Named> named = new ArrayList<>();
        for (long id = 1; id <= count; id++) {
            Long region = regions.isEmpty() || random.nextInt(10) == 0
                    ? null
                    : Long.valueOf(regions.get(random.nextInt(regions.size())).id());
            named.add(new Named(id, prefix + random.nextInt(names), region));
        }
        return named;
    }

    private static List<Billed> billed(Random random, List<Named> regions, List<Named> sites, Set<Measure> measures) {
        List<Billed> billed = new ArrayList<>();
        for (int i = random.nextInt(25); i > 0; i--) {
            Named site = sites.get(random.nextInt(sites.size()));
            Long own = site.region();
            long region = own == null || random.nextInt(3) == 0
                    ? regions.get(random.nextInt(regions.size())).id()
                    : own;
            billed.add(new Billed(region, random.nextInt(12) == 0 ? null : site.id(), figures(random, measures)));
        }
        return billed;
    }

    private static Map<Measure, BigDecimal> figures(Random random, Set<Measure> measures) {
        Map<Measure, BigDecimal> figures = new EnumMap<>(Measure.class);
        for (Measure measure : measures) {
            if (random.nextInt(5) > 0) {
                figures.put(measure, random.nextInt(6) == 0 ? BigDecimal.ZERO : number(random, 300_000));
            }
        }
        return figures;
    }

    private static BigDecimal number(Random random, int hundredths) {
        return BigDecimal.valueOf(random.nextInt(hundredths), 2);
    }

    /** What was billed, as a person could write it down: in parts, with slips, with rows missing and rows too many. */
    private static List<SiteFigures> mistaken(
            Random random,
            List<Named> regions,
            List<Named> sites,
            List<Billed> billed,
            Set<Measure> measures,
            boolean hasRegions) {
        List<SiteFigures> rows = new ArrayList<>();
        for (Billed row : billed) {
            if (row.site() != null && random.nextInt(6) > 0) {
                Map<Measure, BigDecimal> slips = new EnumMap<>(row.figures());
                slips.replaceAll((measure, figure) -> random.nextInt(3) > 0
                        ? figure
                        : figure.add(BigDecimal.valueOf(random.nextInt(9) - 4, random.nextInt(3))));
                rows.add(new SiteFigures(
                        hasRegions ? regions.get((int) row.region() - 1).code() : null,
                        sites.get((int) (row.site() - 1)).code(),
                        slips));
            }
        }
        for (int i = random.nextInt(8); i > 0; i--) {
            rows.add(new SiteFigures(
                    hasRegions ? "Area " + random.nextInt(5) : null,
                    "K-" + random.nextInt(14),
                    figures(random, measures)));
        }
        return rows;
    }

    private static void store(
            BilledSites invented, List<Named> regions, List<Named> sites, List<Billed> billed, boolean byName) {
        invented.clear();
        regions.forEach(region -> invented.region(region.id(), "code " + region.id(), region.code()));
        sites.forEach(site -> invented.site(
                site.id(),
                byName ? "code " + site.id() : site.code(),
                byName ? site.code() : "name " + site.id(),
                site.region()));
        for (int i = 0; i < billed.size(); i++) {
            Billed row = billed.get(i);
            invented.billed(row.region(), row.site(), i, row.figures());
        }
    }

    private static CsvMapping mapping(Set<Measure> measures, boolean hasRegions, boolean byName) {
        Map<String, String> configuration =
                new HashMap<>(Map.of("site", "The site", "site-by", byName ? "name" : "code", "decimal", "point"));
        if (hasRegions) {
            configuration.put("region", "The region");
        }
        measures.forEach(measure -> configuration.put(measure.key(), measure.toString()));
        return CsvMapping.of(configuration);
    }

    private static String csv(Random random, List<SiteFigures> rows, Set<Measure> measures) {
        String delimiter = DELIMITERS.get(random.nextInt(3));
        String lineBreak = random.nextBoolean() ? "\n" : "\r\n";
        Stream<String> header = Stream.concat(
                Stream.of("The region", "The site"), measures.stream().map(Measure::toString));
        StringBuilder csv = new StringBuilder(header.collect(Collectors.joining(delimiter)));
        for (SiteFigures row : rows) {
            csv.append(lineBreak).append(row.region() == null ? "" : row.region());
            csv.append(delimiter)
                    .append(
                            random.nextBoolean()
                                    ? row.site()
                                    : "\" " + row.site().toLowerCase(Locale.ROOT) + "\"");
            for (Measure measure : measures) {
                csv.append(delimiter).append(text(random, row.figures().get(measure)));
            }
        }
        return csv.toString();
    }

    private static String text(Random random, @Nullable BigDecimal figure) {
        if (figure == null) {
            return random.nextBoolean() ? "" : " ";
        }
        return switch (random.nextInt(3)) {
            case 0 -> figure.toPlainString();
            case 1 -> String.format(Locale.ROOT, "\"%,.2f\"", figure);
            default -> String.format(Locale.ROOT, "\"$%(,.2f\"", figure);
        };
    }

    private static List<String> stored(DSLContext sql, long id) {
        return sql.fetch("SELECT * FROM tracktik.reconciliation_rows WHERE reconciliation_id = ?", id).stream()
                .map(row -> NaiveReconciliation.line(
                        row.get("region_id", Long.class),
                        row.get("client_id", Long.class),
                        Measure.in(row.get("measure", String.class)),
                        row.get("here", BigDecimal.class),
                        row.get("there", BigDecimal.class),
                        Outcome.of(row.get("outcome", String.class)),
                        row.get("remark", String.class)))
                .toList();
    }

    private static void assertSameTotals(DSLContext sql, Reconciliation made, String said) {
        assertThat(made.totals()).as(said).allSatisfy(total -> {
            BigDecimal ofRegions = made.regionTotals().stream()
                    .filter(part -> part.measure() == total.measure())
                    .map(ReconciledTotal::difference)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(total.difference())
                    .isEqualByComparingTo(ofRegions)
                    .isEqualByComparingTo(total.here().subtract(total.there()))
                    .isEqualByComparingTo(sql.fetchSingle(
                                    "SELECT sum(difference) FROM tracktik.reconciliation_rows WHERE reconciliation_id = ? AND measure = ?",
                                    made.id(),
                                    total.measure().column())
                            .get(0, BigDecimal.class));
        });
    }
}
