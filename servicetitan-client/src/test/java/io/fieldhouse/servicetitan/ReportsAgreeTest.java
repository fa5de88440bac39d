package io.fieldhouse.servicetitan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.fieldhouse.servicetitan.accounting.Invoice;
import io.fieldhouse.servicetitan.accounting.Payment;
import io.fieldhouse.servicetitan.accounting.PaymentSplit;
import io.fieldhouse.servicetitan.api.Query;
import io.fieldhouse.servicetitan.api.ServiceTitanException;
import io.fieldhouse.servicetitan.jpm.Appointment;
import io.fieldhouse.servicetitan.jpm.Job;
import io.fieldhouse.servicetitan.reporting.Cell;
import io.fieldhouse.servicetitan.reporting.ReportCategory;
import io.fieldhouse.servicetitan.reporting.ReportDefinition;
import io.fieldhouse.servicetitan.reporting.ReportPages;
import io.fieldhouse.servicetitan.reporting.ReportQuestion;
import io.fieldhouse.servicetitan.reporting.ReportRow;
import io.fieldhouse.servicetitan.reporting.ReportSummary;
import io.fieldhouse.servicetitan.reporting.Reports;
import io.fieldhouse.servicetitan.sales.Estimate;
import io.fieldhouse.servicetitan.sandbox.Redefinition;
import io.fieldhouse.servicetitan.sandbox.SandboxData;
import io.fieldhouse.servicetitan.sandbox.SandboxOptions;
import io.fieldhouse.servicetitan.sandbox.SandboxReports.Ref;
import io.fieldhouse.servicetitan.sandbox.ServiceTitanSandbox;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What reports say is what the entities say, to the cent, whatever becomes of their columns. */
@Tag("times")
class ReportsAgreeTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 9, 8);
    private static final LocalDate LAST = LocalDate.of(2025, 10, 12);
    private static final String SALES = "Andy's Painting-Sales";
    private static final String PRODUCTION = "Phoenix-Production";

    private static ServiceTitanSandbox sandbox;
    private static ServiceTitan client;
    private static Reports reports;
    private static Map<Long, Invoice> invoices;

    @BeforeAll
    static void start() {
        sandbox = ServiceTitanSandbox.start(
                SandboxData.small(),
                SandboxOptions.defaults().withBetweenReports(Duration.ZERO).withReportsReadyAfter(2));
        client = Clients.connect(sandbox);
        reports = client.reports();
        invoices = client.accounting().invoices(Query.all()).stream()
                .collect(Collectors.toMap(Invoice::id, Function.identity()));
    }

    @AfterAll
    static void stop() {
        client.close();
        sandbox.close();
    }

    @AfterEach
    void asBefore() {
        sandbox.redefine(Redefinition.NONE);
    }

    @Test
    void everyReportCanBeRead() {
        int read = 0;
        for (ReportCategory category : reports.categories()) {
            for (ReportSummary summary : reports.reports(Objects.requireNonNull(category.id()))) {
                Ref report = new Ref(category.id(), summary.id(), "");
                if (summary.id() == sandbox.reports().duplicateColumns().id()) {
                    assertThatThrownBy(() -> rows(report))
                            .isInstanceOf(ServiceTitanException.class)
                            .hasMessageContaining("Two columns of the report are called Amount");
                } else if (summary.id() != sandbox.reports().wrongCells().id()) {
                    assertThat(rows(report))
                            .allSatisfy(row -> assertThat(row.misfits()).isEmpty());
                }
                read++;
            }
        }
        assertThat(read).isGreaterThan(60);
    }

    @Test
    void whatWasProducedIsWhatIsInvoiced() {
        Map<Long, Appointment> appointments = client.jpm().appointments(Query.all()).stream()
                .collect(Collectors.toMap(Appointment::id, Function.identity()));
        Map<String, BigDecimal> expected = new TreeMap<>();
        Long unit = unit(PRODUCTION);
        for (Job job : client.jpm().jobs(Query.all())) {
            Appointment first = Objects.requireNonNull(appointments.get(job.firstAppointmentId()));
            if (Objects.equals(job.businessUnitId(), unit) && within(first.start())) {
                Invoice invoice = Objects.requireNonNull(invoices.get(job.invoiceId()));
                expected.put(
                        job.jobNumber(),
                        Objects.requireNonNull(invoice.subTotal()).setScale(2));
            }
        }

        assertThat(foreman(reports)).isNotEmpty().isEqualTo(expected);
        assertThat(foreman(reports.asynchronously())).isEqualTo(expected);
        assertThat(sandbox.openQueries()).isPositive();
        sandbox.redefine(Redefinition.COLUMNS_REORDERED);
        assertThat(foreman(reports)).isEqualTo(expected);
        sandbox.redefine(Redefinition.COLUMN_ADDED);
        assertThat(foreman(reports)).isEqualTo(expected);
    }

    private static Map<String, BigDecimal> foreman(Reports way) {
        ReportQuestion question = window(sandbox.reports().foreman())
                .withLabel("DateType", "Job Start Date")
                .withLabel("BusinessUnitId", PRODUCTION)
                .pageSize(17);
        Map<String, BigDecimal> subtotals = new TreeMap<>();
        try (ReportPages pages = way.run(question)) {
            pages.rows().forEach(row -> {
                assertThat(row.day("ScheduledDate")).isBetween(FIRST, LAST);
                subtotals.put(
                        row.text("JobNumber"),
                        Objects.requireNonNull(row.number("Subtotal")).setScale(2));
            });
        }
        return subtotals;
    }

    @Test
    void whatWasSoldIsTheSumOfSoldEstimates() {
        BigDecimal sold = BigDecimal.ZERO;
        Long unit = unit(SALES);
        for (Estimate estimate : client.sales().estimates(Query.all())) {
            boolean isSold =
                    Objects.equals(Objects.requireNonNull(estimate.status()).name(), "Sold");
            if (isSold && Objects.equals(estimate.businessUnitId(), unit) && within(estimate.soldOn())) {
                sold = sold.add(Objects.requireNonNull(estimate.subtotal()));
            }
        }
        List<ReportRow> rows = rows(window(sandbox.reports().dailyWbr()).withLabel("BusinessUnitIds", SALES), reports);

        assertThat(sum(rows, "TotalSales")).isPositive().isEqualByComparingTo(sold);
        assertThat(sandbox.data().kpis(SALES, FIRST, LAST).booked()).isEqualByComparingTo(sold);
    }

    @Test
    void whatWasCollectedIsTheSumOfAppliedPayments() {
        BigDecimal collected = BigDecimal.ZERO;
        for (Payment payment : client.accounting().payments(Query.all().activeOnly())) {
            LocalDate paid = Objects.requireNonNull(payment.date());
            if (!paid.isBefore(FIRST) && !paid.isAfter(LAST)) {
                for (PaymentSplit split : Objects.requireNonNull(payment.appliedTo())) {
                    Invoice invoice = Objects.requireNonNull(invoices.get(split.appliedTo()));
                    if (Objects.equals(
                            Objects.requireNonNull(invoice.businessUnit()).name(), PRODUCTION)) {
                        collected = collected.add(Objects.requireNonNull(split.appliedAmount()));
                    }
                }
            }
        }
        List<ReportRow> rows = rows(
                window(sandbox.reports().collections())
                        .withLabel("DateType", "Paid On")
                        .withLabel("BusinessUnitIds", PRODUCTION),
                reports);

        assertThat(sum(rows, "Amount")).isPositive().isEqualByComparingTo(collected);
    }

    @Test
    void totalsAreToldFromWhatTheySumUp() {
        List<ReportRow> rows = rows(sandbox.reports().grandTotal());
        List<ReportRow> totals = rows.stream().filter(ReportRow::isTotal).toList();
        List<ReportRow> others = rows.stream().filter(row -> !row.isTotal()).toList();

        assertThat(totals).hasSize(1);
        assertThat(sum(others, "NetAmount")).isEqualByComparingTo(sum(totals, "NetAmount"));
        assertThat(rows(sandbox.reports().receivables()))
                .noneMatch(ReportRow::isTotal)
                .hasSameSizeAs(others);
    }

    @Test
    void wrongCellsDoNotCostTheirRow() {
        List<ReportRow> rows = rows(sandbox.reports().wrongCells());

        assertThat(rows.stream().flatMap(row -> row.misfits().stream()))
                .extracting(Cell::json, Cell::misfit)
                .containsExactlyInAnyOrder(
                        tuple("\"soon\"", "ScheduledDate: expected a Date"),
                        tuple("\"n/a\"", "Subtotal: expected a Number"));
        assertThat(rows).hasSameSizeAs(rows(sandbox.reports().foreman()));
    }

    @Test
    void whatTheOwnerChangesIsToldOrRefused() {
        Ref foreman = sandbox.reports().foreman();
        String before = reports.definition(foreman.category(), foreman.id()).fingerprint();
        assertThat(drift(foreman, before, Redefinition.NONE)).isEmpty();
        assertThat(drift(foreman, before, Redefinition.COLUMNS_REORDERED))
                .singleElement()
                .asString()
                .startsWith("The columns stand in another order: ");
        assertThat(drift(foreman, before, Redefinition.COLUMN_RENAMED))
                .containsExactly("The column SoldBy is called SoldByNew now.");
        assertThat(drift(foreman, before, Redefinition.COLUMN_REMOVED)).containsExactly("The column SoldBy is gone.");
        assertThatThrownBy(() -> rows(question(foreman).columns("SoldBy"), reports))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no column SoldBy");
        assertThat(drift(foreman, before, Redefinition.COLUMN_ADDED))
                .containsExactly("The column Notes is new (String).");
        assertThat(drift(foreman, before, Redefinition.COLUMN_RETYPED))
                .containsExactly("The column SoldBy is a 'Number' now, not 'String'.");
        assertThat(rows(foreman))
                .anySatisfy(row -> assertThat(row.misfits())
                        .singleElement()
                        .extracting(Cell::misfit)
                        .isEqualTo("SoldBy: expected a Number"));
        assertThat(drift(foreman, before, Redefinition.REPORT_RENAMED))
                .containsExactly("The report is called 'FOREMAN Job Cost (copy)' now, not 'FOREMAN Job Cost'.");
        assertThat(drift(foreman, before, Redefinition.PARAMETER_RENAMED))
                .containsExactly("The parameter IncludeAdjustmentInvoices is called IncludeAdjustmentInvoicesNew now.");
        assertThatThrownBy(() -> rows(question(foreman).with("IncludeAdjustmentInvoices", true), reports))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The nearest are 'IncludeAdjustmentInvoicesNew'");
    }

    private static List<String> drift(Ref report, String before, Redefinition redefinition) {
        sandbox.redefine(redefinition);
        return reports.definition(report.category(), report.id()).driftSince(before);
    }

    private static List<ReportRow> rows(Ref report) {
        return rows(question(report), reports);
    }

    private static List<ReportRow> rows(ReportQuestion question, Reports way) {
        try (ReportPages pages = way.run(question)) {
            return pages.rows().toList();
        }
    }

    /** With the first of the dates that a report knows, where it knows several. */
    private static ReportQuestion question(Ref report) {
        ReportDefinition definition = reports.definition(report.category(), report.id());
        boolean dated = definition.parameters().stream().anyMatch(parameter -> "DateType".equals(parameter.name()));
        return dated ? window(report).withLabel("DateType", "Invoice Date") : window(report);
    }

    private static ReportQuestion window(Ref report) {
        return ReportQuestion.of(report.category(), report.id())
                .with("From", FIRST)
                .with("To", LAST);
    }

    private static BigDecimal sum(List<ReportRow> rows, String column) {
        return rows.stream()
                .map(row -> Objects.requireNonNull(row.number(column)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean within(@Nullable Instant moment) {
        if (moment == null) {
            return false;
        }
        LocalDate day = LocalDate.ofInstant(moment, sandbox.data().zone());
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    private static Long unit(String name) {
        return client.settings().businessUnits(Query.all()).stream()
                .filter(unit -> name.equals(unit.name()))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
