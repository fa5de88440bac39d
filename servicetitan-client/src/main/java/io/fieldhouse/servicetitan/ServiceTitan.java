package io.fieldhouse.servicetitan;

import io.fieldhouse.client.Retries;
import io.fieldhouse.client.Usage;
import io.fieldhouse.servicetitan.accounting.AccountingApi;
import io.fieldhouse.servicetitan.api.ServiceTitanConfig;
import io.fieldhouse.servicetitan.crm.CrmApi;
import io.fieldhouse.servicetitan.dispatch.DispatchApi;
import io.fieldhouse.servicetitan.inventory.InventoryApi;
import io.fieldhouse.servicetitan.jpm.JpmApi;
import io.fieldhouse.servicetitan.marketing.MarketingApi;
import io.fieldhouse.servicetitan.memberships.MembershipsApi;
import io.fieldhouse.servicetitan.payroll.PayrollApi;
import io.fieldhouse.servicetitan.reporting.Reports;
import io.fieldhouse.servicetitan.resources.ResourcesApi;
import io.fieldhouse.servicetitan.sales.SalesApi;
import io.fieldhouse.servicetitan.settings.SettingsApi;
import io.fieldhouse.servicetitan.telecom.TelecomApi;
import io.fieldhouse.servicetitan.timesheets.TimesheetsApi;
import io.fieldhouse.servicetitan.transport.Answers;
import java.util.function.LongSupplier;
import retrofit2.Retrofit;

/**
 * ServiceTitan's v2 API, as one tenant sees it. Each section is an interface whose methods return what was asked for, or
 * throw a {@link io.fieldhouse.servicetitan.api.ServiceTitanException}; a question that cannot be asked at all is an {@link
 * IllegalArgumentException} at once. One client a tenant is meant to be shared: it is thread-safe, and its pace, its token
 * and its connections are common to all that goes through it.
 */
public final class ServiceTitan implements AutoCloseable {
    private final Answers answers;
    private final JpmApi jpm;
    private final SettingsApi settings;
    private final MarketingApi marketing;
    private final SalesApi sales;
    private final AccountingApi accounting;
    private final CrmApi crm;
    private final PayrollApi payroll;
    private final InventoryApi inventory;
    private final DispatchApi dispatch;
    private final MembershipsApi memberships;
    private final TimesheetsApi timesheets;
    private final TelecomApi telecom;
    private final Reports reports;
    private final ResourcesApi resources;

    private ServiceTitan(Answers answers, Retrofit retrofit, Reports reports) {
        this.answers = answers;
        this.reports = reports;
        jpm = retrofit.create(JpmApi.class);
        settings = retrofit.create(SettingsApi.class);
        marketing = retrofit.create(MarketingApi.class);
        sales = retrofit.create(SalesApi.class);
        accounting = retrofit.create(AccountingApi.class);
        crm = retrofit.create(CrmApi.class);
        payroll = retrofit.create(PayrollApi.class);
        inventory = retrofit.create(InventoryApi.class);
        dispatch = retrofit.create(DispatchApi.class);
        memberships = retrofit.create(MembershipsApi.class);
        timesheets = retrofit.create(TimesheetsApi.class);
        telecom = retrofit.create(TelecomApi.class);
        resources = retrofit.create(ResourcesApi.class);
    }

    /** A client; it asks nothing, not even for a token, before it is asked. */
    public static ServiceTitan connect(ServiceTitanConfig config) {
        return connect(config, System::nanoTime);
    }

    /** A client by another clock, in nanoseconds, that only ever goes forward. */
    public static ServiceTitan connect(ServiceTitanConfig config, LongSupplier nanoTime) {
        Answers answers = new Answers(config, nanoTime);
        Retrofit retrofit = answers.retrofit();
        return new ServiceTitan(
                answers, retrofit, Reports.of(retrofit, answers.transport(), answers.address(), config, nanoTime));
    }

    /** Jobs, appointments, job types, histories and cancellations, projects. */
    public JpmApi jpm() {
        return jpm;
    }

    /** Business units, technicians, employees, tag types. */
    public SettingsApi settings() {
        return settings;
    }

    /** Campaigns and what they cost. */
    public MarketingApi marketing() {
        return marketing;
    }

    /** Estimates. */
    public SalesApi sales() {
        return sales;
    }

    /** Invoices, payments, credit memos, deposits, bills, journal entries, general ledger accounts. */
    public AccountingApi accounting() {
        return accounting;
    }

    /** Customers, locations, contacts, leads, bookings. */
    public CrmApi crm() {
        return crm;
    }

    /** Gross pay items, adjustments, splits and timesheets of jobs, payrolls and their codes. */
    public PayrollApi payroll() {
        return payroll;
    }

    /** Purchase orders, receipts, returns, transfers, adjustments, vendors, warehouses, trucks. */
    public InventoryApi inventory() {
        return inventory;
    }

    /** Appointment assignments, technician shifts, non-job appointments, teams, zones. */
    public DispatchApi dispatch() {
        return dispatch;
    }

    /** Memberships, their types and recurring services. */
    public MembershipsApi memberships() {
        return memberships;
    }

    /** Timesheets: activities, their types and categories. */
    public TimesheetsApi timesheets() {
        return timesheets;
    }

    /** Phone calls. */
    public TelecomApi telecom() {
        return telecom;
    }

    /** Reports: what there is, what they take, and their rows. */
    public Reports reports() {
        return reports;
    }

    /** Any other path, as maps. */
    public ResourcesApi resources() {
        return resources;
    }

    /**
     * The same client with other retries, for calls that must fail early or may take long: {@code
     * servicetitan.with(Retries.DEFAULT.withAttempts(1).withDeadline(Duration.ofSeconds(5)))}. Connections, token and pace
     * are shared, and closing either client closes both.
     */
    public ServiceTitan with(Retries retries) {
        Answers other = answers.with(retries);
        Retrofit retrofit = other.retrofit();
        return new ServiceTitan(other, retrofit, reports.with(retries, retrofit, other.transport()));
    }

    /** The requests that were sent so far. */
    public Usage usage() {
        return answers.transport().usage();
    }

    /** Gives up what is under way and lets go of connections and threads. */
    @Override
    public void close() {
        answers.close();
    }
}
