package io.fieldhouse.servicetitan.sandbox;

import static io.fieldhouse.servicetitan.sandbox.Asking.id;
import static io.fieldhouse.servicetitan.sandbox.Asking.list;
import static io.fieldhouse.servicetitan.sandbox.Asking.map;
import static io.fieldhouse.servicetitan.sandbox.Asking.number;
import static io.fieldhouse.servicetitan.sandbox.Asking.string;
import static io.fieldhouse.servicetitan.sandbox.Reporting.days;
import static io.fieldhouse.servicetitan.sandbox.Reporting.rows;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.servicetitan.sandbox.SandboxTruth.Disagreement;
import io.fieldhouse.servicetitan.sandbox.SandboxTruth.Kpis;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reports say what the entities say, to the cent, but where they are told not to. */
@Tag("times")
class SandboxReportsAgreeTest {
    private static final SandboxOptions OPTIONS = SandboxOptions.defaults().withBetweenReports(Duration.ZERO);
    private static final LocalDate FIRST = LocalDate.of(2025, 9, 8);
    private static final LocalDate LAST = LocalDate.of(2025, 10, 12);
    private static final String SALES = "Andy's Painting-Sales";
    private static final String PRODUCTION = "Phoenix-Production";

    private static final ServiceTitanSandbox sandbox = changed(OPTIONS);
    private static final Asking ask = new Asking(sandbox);
    private static final Map<String, List<Map<?, ?>>> read = new HashMap<>();

    private static ServiceTitanSandbox changed(SandboxOptions options) {
        ServiceTitanSandbox started = ServiceTitanSandbox.start(SandboxData.small(), options);
        started.change();
        return started;
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    private static List<Map<?, ?>> all(String path) {
        return read.computeIfAbsent(path, ask::all);
    }

    private static Map<Long, Map<?, ?>> byId(String path) {
        return all(path).stream().collect(Collectors.toMap(row -> id(row.get("id")), row -> row));
    }

    private static boolean within(@Nullable Object time) {
        return time != null && !day(time).isBefore(FIRST) && !day(time).isAfter(LAST);
    }

    private static LocalDate day(Object time) {
        return LocalDate.ofInstant(Instant.parse(string(time)), sandbox.data().zone());
    }

    private static long unit(String name) {
        return sandbox.data().businessUnits().stream()
                .filter(unit -> unit.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static BigDecimal sum(List<Map<String, @Nullable Object>> rows, String column) {
        return rows.stream().map(row -> number(row.get(column))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String asked(String unit, String parameter, String... more) {
        List<String> all = new ArrayList<>(List.of(parameter, "[" + unit(unit) + "]"));
        all.addAll(List.of(more));
        return days(FIRST.toString(), LAST.toString(), all.toArray(String[]::new));
    }

    private static Kpis kpis(String unit) {
        return sandbox.data().kpis(unit, FIRST, LAST);
    }

    /** The unit's jobs of the types that are estimated. */
    private static List<Map<?, ?>> visits(Predicate<Map<?, ?>> which) {
        Map<Long, Map<?, ?>> types = byId("jpm/v2/job-types");
        return all("jpm/v2/jobs").stream()
                .filter(job -> id(job.get("businessUnitId")) == unit(SALES))
                .filter(job -> Reference.ESTIMATE_TYPES.contains(
                        string(map(types.get(id(job.get("jobTypeId")))).get("name"))))
                .filter(which)
                .toList();
    }

    @Test
    void leadsAreTheVisitsCreated() {
        List<Map<?, ?>> jobs = visits(job -> within(job.get("createdOn")));
        var rows = rows(ask, sandbox.reports().leads(), asked(SALES, "BusinessUnitId", "DateType", "2"));
        assertThat(rows.stream().map(row -> string(row.get("JobNumber"))).toList())
                .isNotEmpty()
                .isEqualTo(
                        jobs.stream().map(job -> string(job.get("jobNumber"))).toList());
        long real = rows.stream()
                .filter(row -> !string(row.get("CustomerName")).startsWith("Test"))
                .count();
        assertThat(kpis(SALES).leads()).isEqualTo(real);
    }

    @Test
    void theDailyReviewIsWhatEstimatesAndVisitsSay() {
        var rows = rows(ask, sandbox.reports().dailyWbr(), asked(SALES, "BusinessUnitIds"));
        Map<Long, BigDecimal> sold = new HashMap<>();
        BigDecimal booked = BigDecimal.ZERO;
        for (Map<?, ?> estimate : all("sales/v2/estimates")) {
            if (string(map(estimate.get("status")).get("name")).equals("Sold")) {
                sold.merge(id(estimate.get("jobId")), number(estimate.get("subtotal")), BigDecimal::add);
                if (id(estimate.get("businessUnitId")) == unit(SALES) && within(estimate.get("soldOn"))) {
                    booked = booked.add(number(estimate.get("subtotal")));
                }
            }
        }
        assertThat(sum(rows, "TotalSales")).isPositive().isEqualByComparingTo(booked);
        List<Map<?, ?>> completed = visits(job -> within(job.get("completedOn")));
        assertThat(sum(rows, "CompletedJobs")).isEqualByComparingTo(BigDecimal.valueOf(completed.size()));
        Map<Long, Map<?, ?>> types = byId("jpm/v2/job-types");
        long opportunities = 0;
        long closed = 0;
        for (Map<?, ?> job : completed) {
            BigDecimal amount = sold.getOrDefault(id(job.get("id")), BigDecimal.ZERO);
            Object threshold = map(types.get(id(job.get("jobTypeId")))).get("soldThreshold");
            boolean closes = amount.signum() > 0 && (threshold == null || amount.compareTo(number(threshold)) >= 0);
            closed += closes ? 1 : 0;
            opportunities += closes || Boolean.FALSE.equals(job.get("noCharge")) ? 1 : 0;
        }
        assertThat(sum(rows, "SalesOpportunity")).isEqualByComparingTo(BigDecimal.valueOf(opportunities));
        assertThat(sum(rows, "ClosedOpportunities")).isPositive().isEqualByComparingTo(BigDecimal.valueOf(closed));
        assertThat(kpis(SALES))
                .extracting(Kpis::estimates, Kpis::opportunities, Kpis::closed)
                .containsExactly((long) completed.size(), opportunities, closed);
        assertThat(kpis(SALES).booked()).isEqualByComparingTo(booked);
    }

    @Test
    void whatWasProducedCostsWhatPayrollAndInventorySay() {
        var rows = rows(ask, sandbox.reports().foreman(), asked(PRODUCTION, "BusinessUnitId", "DateType", "3"));
        Map<Long, Map<?, ?>> appointments = byId("jpm/v2/appointments");
        Map<Long, Map<?, ?>> invoices = byId("accounting/v2/invoices");
        Map<Long, BigDecimal> pay = sums("payroll/v2/gross-pay-items", "jobId", "amount", row -> true);
        Map<Long, BigDecimal> adjustments = sums("payroll/v2/payroll-adjustments", "invoiceId", "amount", row -> true);
        Predicate<Map<?, ?>> counts = row -> !string(row.get("status")).equals("Canceled");
        Map<Long, BigDecimal> orders = sums("inventory/v2/purchase-orders", "jobId", "total", counts);
        Map<Long, BigDecimal> returns = sums("inventory/v2/returns", "jobId", "returnAmount", counts);
        Map<String, String> expected = new TreeMap<>();
        for (Map<?, ?> job : all("jpm/v2/jobs")) {
            Map<?, ?> first = map(appointments.get(id(job.get("firstAppointmentId"))));
            if (id(job.get("businessUnitId")) == unit(PRODUCTION) && within(first.get("start"))) {
                long jobId = id(job.get("id"));
                Map<?, ?> invoice = map(invoices.get(id(job.get("invoiceId"))));
                expected.put(
                        string(job.get("jobNumber")),
                        texts(
                                number(invoice.get("subTotal")),
                                pay.get(jobId),
                                adjustments.get(id(invoice.get("id"))),
                                orders.get(jobId),
                                returns.getOrDefault(jobId, BigDecimal.ZERO).negate()));
            }
        }
        Map<String, String> reported = new TreeMap<>();
        for (var row : rows) {
            reported.put(
                    string(row.get("JobNumber")),
                    texts(
                            number(row.get("Subtotal")),
                            number(row.get("LaborPay")),
                            number(row.get("PayrollAdjustments")),
                            number(row.get("MaterialEquipmentPurchaseOrderCosts")),
                            number(row.get("ReturnCosts"))));
            assertThat(number(row.get("TotalCosts")))
                    .isEqualByComparingTo(number(row.get("LaborPay"))
                            .add(number(row.get("PayrollAdjustments")))
                            .add(number(row.get("MaterialEquipmentPurchaseOrderCosts")))
                            .add(number(row.get("ReturnCosts"))));
        }
        assertThat(reported).isNotEmpty().isEqualTo(expected);
        assertThat(rows).anyMatch(row -> number(row.get("ReturnCosts")).signum() < 0);
        var counted = rows.stream()
                .filter(row -> !Reference.SERVICE_TYPES.contains(string(row.get("JobType"))))
                .toList();
        assertThat(kpis(PRODUCTION).produced()).isEqualByComparingTo(sum(counted, "Subtotal"));
        assertThat(kpis(PRODUCTION).costs()).isEqualByComparingTo(sum(counted, "TotalCosts"));
    }

    private static String texts(@Nullable BigDecimal... amounts) {
        StringBuilder text = new StringBuilder();
        for (BigDecimal amount : amounts) {
            text.append((amount == null ? BigDecimal.ZERO : amount).setScale(2)).append(' ');
        }
        return text.toString();
    }

    private static Map<Long, BigDecimal> sums(String path, String key, String field, Predicate<Map<?, ?>> which) {
        Map<Long, BigDecimal> sums = new HashMap<>();
        all(path).stream()
                .filter(which)
                .forEach(row -> sums.merge(id(row.get(key)), number(row.get(field)), BigDecimal::add));
        return sums;
    }

    @Test
    void collectionsAreThePaymentsOfTheDays() {
        var rows = rows(ask, sandbox.reports().collections(), asked(PRODUCTION, "BusinessUnitIds", "DateType", "2"));
        Map<Long, Map<?, ?>> invoices = byId("accounting/v2/invoices");
        BigDecimal collected = BigDecimal.ZERO;
        for (Map<?, ?> payment : all("accounting/v2/payments")) {
            LocalDate paid = LocalDate.parse(string(payment.get("date")).substring(0, 10));
            if (Boolean.FALSE.equals(payment.get("active")) || paid.isBefore(FIRST) || paid.isAfter(LAST)) {
                continue;
            }
            for (Object split : list(payment.get("appliedTo"))) {
                Map<?, ?> invoice = map(invoices.get(id(map(split).get("appliedTo"))));
                if (id(map(invoice.get("businessUnit")).get("id")) == unit(PRODUCTION)) {
                    collected = collected.add(number(map(split).get("appliedAmount")));
                }
            }
        }
        assertThat(sum(rows, "Amount")).isPositive().isEqualByComparingTo(collected);
        assertThat(kpis(PRODUCTION).collected()).isEqualByComparingTo(collected);
        var everything =
                rows(ask, sandbox.reports().collections(), days(FIRST.toString(), LAST.toString(), "DateType", "2"));
        var unapplied = everything.stream()
                .filter(row -> row.get("BusinessUnit") == null)
                .toList();
        assertThat(sum(unapplied, "Amount"))
                .isPositive()
                .isEqualByComparingTo(sandbox.data().unapplied(FIRST, LAST));
    }

    @Test
    void receivablesAreTheBalancesOfInvoices() {
        String body = days("2025-08-01", "2025-11-05", "BusinessUnitIds", "[" + unit(PRODUCTION) + "]");
        var rows = rows(ask, sandbox.reports().receivables(), body).stream()
                .filter(row -> string(row.get("TransactionType")).equals("Invoice"))
                .toList();
        Map<String, BigDecimal> expected = new TreeMap<>();
        for (Map<?, ?> invoice : all("accounting/v2/invoices")) {
            boolean owed = number(invoice.get("balance")).signum() != 0 && Boolean.TRUE.equals(invoice.get("active"));
            if (owed && id(map(invoice.get("businessUnit")).get("id")) == unit(PRODUCTION)) {
                expected.put(
                        string(invoice.get("referenceNumber")),
                        number(invoice.get("balance")).setScale(2));
            }
        }
        Map<String, BigDecimal> reported = new TreeMap<>();
        rows.forEach(row -> reported.put(
                string(row.get("TransactionNumber")),
                number(row.get("NetAmount")).setScale(2)));
        assertThat(reported).isNotEmpty().isEqualTo(expected);
        BigDecimal floor = BigDecimal.TEN;
        assertThat(sandbox.data().outstanding(PRODUCTION, LocalDate.of(2025, 11, 5), floor))
                .isEqualByComparingTo(expected.values().stream()
                        .filter(balance -> balance.compareTo(floor) >= 0)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Test
    void disagreementsAreWhereTheTruthSaysAndNowhereElse() {
        assertThat(sandbox.data().disagreements()).isEmpty();
        try (ServiceTitanSandbox other = changed(OPTIONS.withDisagreements())) {
            Map<String, Disagreement> byReport =
                    other.data().disagreements().stream().collect(Collectors.toMap(Disagreement::report, each -> each));
            assertThat(byReport).hasSize(5);
            Asking there = new Asking(other);
            SandboxReports reports = other.reports();
            String whole = days("2025-08-01", "2025-12-31", "DateType", "2");
            assertThat(difference(there, reports.leads(), whole, null)).isEqualByComparingTo(of(byReport, "Leads"));
            String byStart = whole.replace(":2}", ":3}");
            assertThat(difference(there, reports.foreman(), byStart, "Subtotal"))
                    .isEqualByComparingTo(of(byReport, "FOREMAN Job Cost"));
            assertThat(difference(there, reports.dailyWbr(), whole, "TotalSales"))
                    .isEqualByComparingTo(of(byReport, "Daily WBR C/R"));
            assertThat(difference(there, reports.collections(), whole, "Amount"))
                    .isEqualByComparingTo(of(byReport, "Collections"));
            assertThat(difference(there, reports.receivables(), whole, "NetAmount"))
                    .isEqualByComparingTo(of(byReport, "AR"));
        }
    }

    private static BigDecimal of(Map<String, Disagreement> byReport, String report) {
        BigDecimal difference = requireNonNull(byReport.get(report)).difference();
        assertThat(difference).isNotEqualByComparingTo(BigDecimal.ZERO);
        return difference;
    }

    /** What the other sandbox's report has more than this one's: rows, or a column's sum. */
    private static BigDecimal difference(
            Asking there, SandboxReports.Ref report, String body, @Nullable String column) {
        var other = rows(there, report, body);
        var regular = rows(ask, report, body);
        return column == null
                ? BigDecimal.valueOf(other.size() - regular.size())
                : sum(other, column).subtract(sum(regular, column));
    }
}
