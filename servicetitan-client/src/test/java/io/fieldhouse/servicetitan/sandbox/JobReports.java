package io.fieldhouse.servicetitan.sandbox;

import io.fieldhouse.servicetitan.sandbox.Report.Cents;
import io.fieldhouse.servicetitan.sandbox.Report.Day;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of the reports on jobs: leads, the daily business review, and what production cost. */
final class JobReports {
    /** For one job in fifty, the vendor's margin is of a revenue that is higher than the subtotal by that. */
    private static final long MORE_REVENUE = 47_70;

    private final Disagreements disagreements;

    JobReports(Disagreements disagreements) {
        this.disagreements = disagreements;
    }

    /** The visits to estimate, whoever asked for them. */
    List<@Nullable Object[]> leads(World world, ReportArguments asked) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (long index = 0; index < world.rows(SandboxData.JOBS); index++) {
            Job job = world.job(index);
            if (job.kind == Job.Kind.VISIT
                    && !job.deleted()
                    && !disagreements.omits(job)
                    && asked.wants(job.businessUnit())
                    && asked.covers(ValueSets.dayOf(job, asked.dateType()))) {
                rows.add(new @Nullable Object[] {
                    Day.of(job.created()),
                    SettingsTables.businessUnit(world, job.businessUnit()),
                    Names.customer(world, job.deal.customer()),
                    job.typeName(),
                    job.number(),
                    job.status(),
                    Reference.CAMPAIGNS.get(job.deal.campaign()),
                    Day.of(job.completedOn())
                });
            }
        }
        return rows;
    }

    /** All jobs but the visits to estimate, with their costs. */
    List<@Nullable Object[]> foreman(World world, ReportArguments asked) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (long index = 0; index < world.rows(SandboxData.JOBS); index++) {
            Job job = world.job(index);
            if (job.kind != Job.Kind.VISIT
                    && !job.deleted()
                    && asked.wants(job.businessUnit())
                    && asked.covers(ValueSets.dayOf(job, asked.dateType()))) {
                rows.add(produced(world, job, asked.is("IncludeAdjustmentInvoices")));
            }
        }
        return rows;
    }

    private @Nullable Object[] produced(World world, Job job, boolean withAdjustments) {
        Costs costs = new Costs(job);
        long subtotal = world.invoice(job.invoice()).subtotal() + disagreements.produced(job);
        if (withAdjustments && job.deal.rank == Invoice.ADJUSTED_RANK) {
            Invoice last = world.invoice(job.index / SandboxData.JOBS * SandboxData.INVOICES + SandboxData.JOBS);
            subtotal += last.adjustmentTo() == Ticks.NONE ? 0 : last.subtotal();
        }
        Integer soldBy = job.soldBy();
        return new @Nullable Object[] {
            Day.of(job.start()),
            SettingsTables.businessUnit(world, job.businessUnit()),
            soldBy == null ? null : SettingsTables.technician(world, soldBy),
            SettingsTables.technician(world, job.lead()),
            job.typeName(),
            Names.customer(world, job.deal.customer()),
            job.number(),
            new Cents(subtotal),
            new Cents(costs.labor()),
            new Cents(costs.adjustment()),
            new Cents(costs.purchases()),
            new Cents(costs.returns()),
            new Cents(costs.total()),
            margin(subtotal + (job.index % 50 == 11 ? MORE_REVENUE : 0), subtotal, costs.total()),
            job.status()
        };
    }

    private static BigDecimal margin(long revenue, long subtotal, long costs) {
        return subtotal == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(revenue - costs).divide(BigDecimal.valueOf(revenue), 4, RoundingMode.HALF_UP);
    }

    /** Of one day, business unit and estimator. */
    private record Key(long day, int businessUnit, int estimator) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparingLong(Key::day)
                .thenComparingInt(Key::businessUnit)
                .thenComparingInt(Key::estimator);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Sums {
        long completed;
        long opportunities;
        long closed;
        long closedSales;
        long sales;
    }

    /** By the day on which visits were completed and estimates sold. */
    List<@Nullable Object[]> dailyReview(World world, ReportArguments asked) {
        Map<Key, Sums> sums = new TreeMap<>();
        Set<String> types = types(asked.text("JobTypes"));
        for (long round = 0; round < world.rounds(); round++) {
            for (int place = 0; place < SandboxData.DEALS; place++) {
                Job job = world.job(round * SandboxData.JOBS + place);
                boolean wanted = types.isEmpty() || types.contains(job.typeName());
                if (wanted && !job.deleted() && asked.wants(job.businessUnit())) {
                    add(sums, job, asked);
                }
            }
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        sums.forEach((key, sum) -> rows.add(new @Nullable Object[] {
            new Day(key.day),
            SettingsTables.businessUnit(world, key.businessUnit),
            SettingsTables.technician(world, key.estimator),
            sum.opportunities,
            sum.closed,
            sum.completed,
            rate(sum.closed, sum.opportunities),
            new Cents(sum.sales),
            sum.closed == 0 ? null : new Cents(sum.closedSales / sum.closed)
        }));
        return rows;
    }

    private static Set<String> types(@Nullable String some) {
        Set<String> types = new HashSet<>();
        for (String type : some == null || some.isBlank() ? new String[0] : some.split(",", -1)) {
            types.add(type.trim());
        }
        return types;
    }

    private void add(Map<Key, Sums> sums, Job job, ReportArguments asked) {
        long sold = 0;
        for (Estimate estimate : estimates(job.deal)) {
            if (estimate.sold()) {
                sold += estimate.subtotal();
                long day = Ticks.day(estimate.soldOn());
                if (asked.covers(day)) {
                    sums(sums, day, job).sales += estimate.subtotal() + disagreements.booked(estimate);
                }
            }
        }
        long day = job.completed() ? Ticks.day(job.completedOn()) : Ticks.NONE;
        if (asked.covers(day)) {
            Sums sum = sums(sums, day, job);
            boolean closed = closed(job, sold);
            sum.completed++;
            sum.opportunities += !job.noCharge() || closed ? 1 : 0;
            sum.closed += closed ? 1 : 0;
            sum.closedSales += closed ? sold : 0;
        }
    }

    static List<Estimate> estimates(Deal deal) {
        return deal.rank <= 4 ? List.of(deal.firstEstimate(), deal.secondEstimate()) : List.of(deal.firstEstimate());
    }

    /** Sold for as much as the job's type has to be. */
    static boolean closed(Job job, long sold) {
        return sold > 0 && sold >= Math.max(0, Reference.soldThreshold(job.type()));
    }

    private static Sums sums(Map<Key, Sums> sums, long day, Job job) {
        return sums.computeIfAbsent(new Key(day, job.businessUnit(), job.deal.estimator()), key -> new Sums());
    }

    private static @Nullable BigDecimal rate(long part, long whole) {
        return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 19, RoundingMode.HALF_UP);
    }
}
