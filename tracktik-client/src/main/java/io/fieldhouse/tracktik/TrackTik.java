package io.fieldhouse.tracktik;

import io.fieldhouse.client.Retries;
import io.fieldhouse.client.Usage;
import io.fieldhouse.tracktik.api.Query;
import io.fieldhouse.tracktik.api.TrackTikConfig;
import io.fieldhouse.tracktik.backoffice.BackOfficeApi;
import io.fieldhouse.tracktik.billing.BillingApi;
import io.fieldhouse.tracktik.entities.EntitiesApi;
import io.fieldhouse.tracktik.entities.RegionTree;
import io.fieldhouse.tracktik.payroll.PayrollApi;
import io.fieldhouse.tracktik.resources.ResourcesApi;
import io.fieldhouse.tracktik.scheduling.SchedulingApi;
import io.fieldhouse.tracktik.transport.Answers;
import java.util.function.LongSupplier;
import retrofit2.Retrofit;

/**
 * TrackTik's REST API. Each section is an interface whose methods return what was asked for, or throw a
 * {@link io.fieldhouse.tracktik.api.TrackTikException}; a question that cannot be asked at all is an {@link
 * IllegalArgumentException} at once. One client is meant to be shared: it is thread-safe, and its
 * pace, its login and its connections are common to all that goes through it.
 */
public final class TrackTik implements AutoCloseable {
    private final Answers answers;
    private final EntitiesApi entities;
    private final SchedulingApi scheduling;
    private final BillingApi billing;
    private final PayrollApi payroll;
    private final BackOfficeApi backOffice;
    private final ResourcesApi resources;

    private TrackTik(Answers answers) {
        this.answers = answers;
        Retrofit retrofit = answers.retrofit();
        entities = retrofit.create(EntitiesApi.class);
        scheduling = retrofit.create(SchedulingApi.class);
        billing = retrofit.create(BillingApi.class);
        payroll = retrofit.create(PayrollApi.class);
        backOffice = retrofit.create(BackOfficeApi.class);
        resources = retrofit.create(ResourcesApi.class);
    }

    /** A client; it asks nothing, not even for a token, before it is asked. */
    public static TrackTik connect(TrackTikConfig config) {
        return connect(config, System::nanoTime);
    }

    /** A client by another clock, in nanoseconds, that only ever goes forward. */
    public static TrackTik connect(TrackTikConfig config, LongSupplier nanoTime) {
        return new TrackTik(new Answers(config, nanoTime));
    }

    /** Regions, clients, accounts, employees, positions, work sessions. */
    public EntitiesApi entities() {
        return entities;
    }

    /** Shifts, breaks, changes, hours and money of shifts. */
    public SchedulingApi scheduling() {
        return scheduling;
    }

    /** Billing codes, contracts, invoices. */
    public BillingApi billing() {
        return billing;
    }

    /** Pay codes, schedules, runs and their lines. */
    public PayrollApi payroll() {
        return payroll;
    }

    /** The ledger of pay and bill, holidays. */
    public BackOfficeApi backOffice() {
        return backOffice;
    }

    /** Any other collection, as maps. */
    public ResourcesApi resources() {
        return resources;
    }

    /** The tree of all regions that the login may see, closed ones included; fetched each time it is asked for. */
    public RegionTree regionTree() {
        return RegionTree.of(entities.regions(Query.all().include("timeZone")).list());
    }

    /**
     * The same client with other retries, for calls that must fail early or may take long: {@code
     * tracktik.with(Retries.DEFAULT.withAttempts(1).withDeadline(Duration.ofSeconds(5)))}. Connections, token and pace are
     * shared, and closing either client closes both.
     */
    public TrackTik with(Retries retries) {
        return new TrackTik(answers.with(retries));
    }

    /** The requests that were sent so far. */
    public Usage usage() {
        return answers.usage();
    }

    /** Gives up what is under way and lets go of connections and threads. */
    @Override
    public void close() {
        answers.close();
    }
}
