package io.fieldhouse.servicetitan.reporting;

import io.fieldhouse.client.Paged;
import io.fieldhouse.client.Retries;
import io.fieldhouse.client.transport.Transport;
import io.fieldhouse.servicetitan.api.Query;
import io.fieldhouse.servicetitan.api.ServiceTitanConfig;
import io.fieldhouse.servicetitan.transport.Address;
import io.fieldhouse.servicetitan.transport.Failures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import okhttp3.HttpUrl;
import okhttp3.Request;
import retrofit2.Retrofit;

/**
 * Reports: what there is, what a report takes, and its rows. Each method returns what ServiceTitan sent, or throws a
 * {@link io.fieldhouse.servicetitan.api.ServiceTitanException}. ServiceTitan lets a report be called once a minute: whoever asks for it sooner waits for
 * its turn, as long as the client's retries may take. Thread-safe.
 */
public final class Reports {
    private static final int PAGE_OF_VALUES = 1000;

    private final ReportingApi api;
    private final Transport transport;
    private final Address address;
    private final Turns turns;
    private final Way way;
    private final Way queued;

    private Reports(ReportingApi api, Transport transport, Address address, Turns turns, Way way, Way queued) {
        this.api = api;
        this.transport = transport;
        this.address = address;
        this.turns = turns;
        this.way = way;
        this.queued = queued;
    }

    /** The reports of a client; a client has one of these, for whoever calls a report has to wait for all others. */
    public static Reports of(
            Retrofit retrofit, Transport transport, Address address, ServiceTitanConfig config, LongSupplier nanoTime) {
        Turns turns = new Turns(transport, config.betweenReports(), nanoTime);
        return of(retrofit, transport, address, config.retries(), turns);
    }

    private static Reports of(Retrofit retrofit, Transport transport, Address address, Retries retries, Turns turns) {
        Way queued =
                new QueuedWay(transport, address, turns, retries.firstDelay().multipliedBy(4), retries.deadline());
        return new Reports(
                retrofit.create(ReportingApi.class), transport, address, turns, new DirectWay(turns), queued);
    }

    /** The same with other retries; a report waits for its calls by either. */
    public Reports with(Retries retries, Retrofit retrofit, Transport other) {
        return of(retrofit, other, address, retries, turns.of(other));
    }

    /**
     * The same reports, but run the newer way: ServiceTitan makes them in the background, and is asked whether they are
     * there. Not every tenant has it.
     *
     * <p>ServiceTitan makes a few at a time for a tenant. One that nobody waits for any more, as it took too long or the
     * thread was interrupted, is called off, in one try. Closing the client sends nothing more: what was being made then
     * keeps its place until ServiceTitan has made it. Interrupt who waits first where that matters.
     */
    public Reports asynchronously() {
        return new Reports(api, transport, address, turns, queued, queued);
    }

    /** The categories that the tenant granted the app. */
    public Paged<ReportCategory> categories() {
        return api.categories(Query.all());
    }

    /** The reports of a category, such as {@code operations}. */
    public Paged<ReportSummary> reports(String category) {
        return api.reports(category, Query.all());
    }

    /** What a report takes and what it sends, as it is now. */
    public ReportDefinition definition(String category, long report) {
        return api.definition(category, report);
    }

    /** The values of a set that a parameter names, such as {@code job-date-filter-type}. */
    public ValueSet valueSet(String id) {
        Map<Object, ValueSet.Entry> entries = new LinkedHashMap<>();
        for (int page = 1; ; page++) {
            HttpUrl url = address.of("reporting/v2/dynamic-value-sets")
                    .newBuilder()
                    .addPathSegment(id)
                    .addQueryParameter("page", Integer.toString(page))
                    .addQueryParameter("pageSize", Integer.toString(PAGE_OF_VALUES))
                    .build();
            Request request = new Request.Builder().url(url).build();
            ReportAnswer answer = transport.ask(request, sent -> ReportAnswer.read(request, sent.body()));
            int known = entries.size();
            ValueSet.entries(answer).forEach(entry -> entries.putIfAbsent(entry.value(), entry));
            if (!answer.hasMore()) {
                return new ValueSet(id, List.copyOf(entries.values()));
            }
            if (entries.size() == known) {
                throw Failures.badAnswer(
                        request, "A page of the values has nothing new, and is said not to be the last");
            }
        }
    }

    /**
     * Runs a report: reads its definition and the sets of what it is given, checks the question, and begins. What is wrong
     * comes with the nearest values by their names, but for sets that may be of people, such as technicians: no message
     * names people. The rows come when they are taken; a report that was called just now waits for its turn.
     *
     * @throws IllegalArgumentException if the report does not take that, with every reason
     */
    public ReportPages run(ReportQuestion question) {
        ReportDefinition definition = definition(question.category(), question.report());
        Map<String, Object> parameters = ParameterCheck.resolve(question, definition, this::valueSet);
        HttpUrl where = address.of("reporting/v2/report-category")
                .newBuilder()
                .addPathSegment(question.category())
                .addPathSegment("reports")
                .addPathSegment(Long.toString(question.report()))
                .build();
        return new ReportPages(way, Run.of(where, question, parameters), question, definition);
    }
}
