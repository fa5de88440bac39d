package io.fieldhouse.servicetitan.sandbox;

import io.fieldhouse.servicetitan.sandbox.Report.Cents;
import io.fieldhouse.servicetitan.sandbox.Report.Rows;
import io.fieldhouse.servicetitan.sandbox.SandboxReports.Ref;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The owner's reports, some with what can go wrong, and many that nobody asks for. */
final class ReportCatalog {
    /** What reports are filed under. */
    record Category(String id, String name) {}

    /** Those that the application has access to. */
    private static final List<Category> CATEGORIES = List.of(
            new Category("accounting", "Accounting"),
            new Category("marketing", "Marketing"),
            new Category("operations", "Operations"),
            new Category("other", "Other"));

    /** One that exists and that the application has no access to. */
    static final String NOT_GRANTED = "payroll";

    private static final int FILLERS = 60;

    private static final List<ReportColumn> FOREMAN = Report.columns(
            "ScheduledDate",
            "Scheduled Date",
            "DATE",
            "JobBusinessUnit",
            "Business Unit",
            "STRING",
            "SoldBy",
            "Sold By",
            "STRING",
            "PrimaryTechnician",
            "Primary Technician",
            "STRING",
            "JobType",
            "Job Type",
            "STRING",
            "CustomerName",
            "Customer Name",
            "STRING",
            "JobNumber",
            "Job #",
            "STRING",
            "Subtotal",
            "Jobs Subtotal",
            "NUMBER",
            "LaborPay",
            "Labor Pay",
            "NUMBER",
            "PayrollAdjustments",
            "Payroll Adjustments",
            "NUMBER",
            "MaterialEquipmentPurchaseOrderCosts",
            "Material + Equipment + PO Costs",
            "NUMBER",
            "ReturnCosts",
            "Return Costs",
            "NUMBER",
            "TotalCosts",
            "Total Costs",
            "NUMBER",
            "GrossMarginPercentage",
            "Gross Margin %",
            "NUMBER",
            "JobStatus",
            "Job Status",
            "STRING");

    private static final List<ReportColumn> LEADS = Report.columns(
            "CreatedDate",
            "Job Creation Date",
            "DATE",
            "JobBusinessUnit",
            "Business Unit",
            "STRING",
            "CustomerName",
            "Customer Name",
            "STRING",
            "JobType",
            "Job Type",
            "STRING",
            "JobNumber",
            "Job #",
            "STRING",
            "JobStatus",
            "Job Status",
            "STRING",
            "JobCampaign",
            "Job Campaign",
            "STRING",
            "CompletedDate",
            "Completion Date",
            "DATE");

    private static final List<ReportColumn> DAILY_REVIEW = Report.columns(
            "Date",
            "Date",
            "DATE",
            "BusinessUnit",
            "Business Unit",
            "STRING",
            "Name",
            "Technician",
            "STRING",
            "SalesOpportunity",
            "Sales Opportunity",
            "NUMBER",
            "ClosedOpportunities",
            "Closed Opportunities",
            "NUMBER",
            "CompletedJobs",
            "Completed Jobs",
            "NUMBER",
            "CloseRate",
            "Close Rate",
            "NUMBER",
            "TotalSales",
            "Total Sales",
            "NUMBER",
            "ClosedAverageSale",
            "Closed Average Sale",
            "NUMBER");

    private static final List<ReportColumn> COLLECTIONS = Report.columns(
            "PaidOn",
            "Paid On",
            "DATE",
            "CustomerName",
            "Customer",
            "STRING",
            "Amount",
            "Amount",
            "NUMBER",
            "InvoiceNumber",
            "Invoice #",
            "STRING",
            "JobNumber",
            "Job #",
            "STRING",
            "PaymentType",
            "Payment Type",
            "STRING",
            "PaymentNumber",
            "Payment #",
            "STRING",
            "BusinessUnit",
            "Business Unit",
            "STRING",
            "InvoiceBalance",
            "Invoice Balance",
            "NUMBER");

    private static final List<ReportColumn> RECEIVABLES = Report.columns(
            "LocationName",
            "Location Name",
            "STRING",
            "CustomerName",
            "Customer",
            "STRING",
            "BusinessUnit",
            "Business Unit",
            "STRING",
            "TransactionType",
            "Type",
            "STRING",
            "TransactionNumber",
            "Number",
            "STRING",
            "JobNumber",
            "Job #",
            "STRING",
            "TransactionDate",
            "Date",
            "DATE",
            "Total",
            "Total",
            "NUMBER",
            "NetAmount",
            "Net Amount",
            "NUMBER");

    private static final int NET_AMOUNT = 8;

    private final SandboxReports known;
    private final List<Report> reports = new ArrayList<>();

    ReportCatalog(World world, SandboxReports known, boolean disagreeing) {
        this.known = known;
        Disagreements disagreements = new Disagreements(world, disagreeing);
        JobReports jobs = new JobReports(disagreements);
        MoneyReports money = new MoneyReports(disagreements);
        add(known.namesake(), window(null), LEADS.subList(0, 3), (w, asked) -> List.of());
        add(known.leads(), jobParameters("BusinessUnitId", "Business Unit"), LEADS, jobs::leads);
        add(known.dailyWbr(), reviewParameters(), DAILY_REVIEW, jobs::dailyReview);
        add(known.foreman(), foremanParameters(), FOREMAN, jobs::foreman);
        add(known.wrongCells(), foremanParameters(), FOREMAN, (w, asked) -> spoilt(jobs.foreman(w, asked)));
        List<ReportParameter> paid = new ArrayList<>(window(ValueSets.PAYMENT_DATES));
        paid.add(ReportParameter.businessUnits("BusinessUnitIds", "Invoice Item Business Unit"));
        add(known.collections(), paid, COLLECTIONS, money::collections);
        List<ReportColumn> twice = new ArrayList<>(COLLECTIONS);
        twice.set(NET_AMOUNT, COLLECTIONS.get(NET_AMOUNT).named("Amount"));
        add(known.duplicateColumns(), paid, twice, money::collections);
        List<ReportParameter> owed = new ArrayList<>(window(null));
        owed.add(ReportParameter.businessUnits("BusinessUnitIds", "Business Unit"));
        add(known.receivables(), owed, RECEIVABLES, money::receivables);
        add(known.grandTotal(), owed, RECEIVABLES, (w, asked) -> totaled(money.receivables(w, asked)));
        add(known.empty(), window(null), COLLECTIONS, (w, asked) -> List.of());
        for (int i = 0; i < FILLERS; i++) {
            String name = i < 2 ? "Job Costing Summary Report" : "Custom Report " + i;
            add(new Ref("operations", known.filler() + i, name), window(null), COLLECTIONS, (w, asked) -> List.of());
        }
    }

    private void add(Ref ref, List<ReportParameter> parameters, List<ReportColumn> columns, Rows rows) {
        reports.add(new Report(ref.category(), ref.id(), ref.name(), parameters, columns, rows));
    }

    private static List<ReportParameter> window(@Nullable String dates) {
        List<ReportParameter> parameters = new ArrayList<>();
        if (dates != null) {
            parameters.add(ReportParameter.required("DateType", "Date Type", "Number", dates));
        }
        parameters.add(ReportParameter.required("From", "From", "Date", null));
        parameters.add(ReportParameter.required("To", "To", "Date", null));
        return parameters;
    }

    private static List<ReportParameter> jobParameters(String units, String label) {
        List<ReportParameter> parameters = window(ValueSets.JOB_DATES);
        parameters.add(ReportParameter.businessUnits(units, label));
        return parameters;
    }

    private static List<ReportParameter> foremanParameters() {
        List<ReportParameter> parameters = jobParameters("BusinessUnitId", "Business Unit");
        parameters.add(ReportParameter.optional("IncludeAdjustmentInvoices", "Include Adjustment Invoices", "Boolean"));
        return parameters;
    }

    /** Job types are one text here, with commas between. */
    private static List<ReportParameter> reviewParameters() {
        List<ReportParameter> parameters = window(null);
        parameters.add(ReportParameter.businessUnits("BusinessUnitIds", "Business Unit"));
        parameters.add(ReportParameter.optional("JobTypes", "Job Type", "String"));
        return parameters;
    }

    private static List<@Nullable Object[]> spoilt(List<@Nullable Object[]> rows) {
        if (rows.size() > 1) {
            rows.get(1)[0] = "soon";
            rows.get(1)[7] = "n/a";
        }
        return rows;
    }

    private static List<@Nullable Object[]> totaled(List<@Nullable Object[]> rows) {
        long sum = 0;
        for (@Nullable Object[] row : rows) {
            sum += row[NET_AMOUNT] instanceof Cents cents ? cents.value() : 0;
        }
        rows.add(new @Nullable Object[] {"Total", null, null, null, null, null, null, null, new Cents(sum)});
        return rows;
    }

    static List<Category> categories() {
        return CATEGORIES;
    }

    List<Report> of(String category) {
        if (category.equals(NOT_GRANTED)) {
            throw Refusal.forbidden("The application has no access to this report category");
        }
        if (CATEGORIES.stream().noneMatch(known -> known.id.equals(category))) {
            throw Refusal.notFound("There is no such category");
        }
        return reports.stream()
                .filter(report -> report.category().equals(category))
                .toList();
    }

    Report find(String category, String id) {
        return of(category).stream()
                .filter(report -> String.valueOf(report.id()).equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("There is no such report"));
    }

    /** Reports of the owner's own can be redefined; the others stay as they are. */
    boolean isOwners(Report report) {
        return report.id() < known.filler();
    }
}
