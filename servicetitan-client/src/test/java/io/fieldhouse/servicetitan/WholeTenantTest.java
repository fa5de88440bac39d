package io.fieldhouse.servicetitan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.servicetitan.Surface.Endpoint;
import io.fieldhouse.servicetitan.accounting.Invoice;
import io.fieldhouse.servicetitan.api.Query;
import io.fieldhouse.servicetitan.jpm.Job;
import io.fieldhouse.servicetitan.sandbox.SandboxData;
import io.fieldhouse.servicetitan.sandbox.SandboxOptions;
import io.fieldhouse.servicetitan.sandbox.SandboxTruth.JobFacts;
import io.fieldhouse.servicetitan.sandbox.ServiceTitanSandbox;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All that a tenant has, as its lists, its feeds and its single records say it. */
class WholeTenantTest {
    private static final Map<Class<?>, Set<Object>> LISTED = new HashMap<>();

    private static ServiceTitanSandbox sandbox;
    private static ServiceTitan client;

    @BeforeAll
    static void start() {
        sandbox = ServiceTitanSandbox.start(
                SandboxData.small().withRounds(40), SandboxOptions.defaults().withExportRows(100));
        client = Clients.connect(sandbox);
        Endpoint.all().filter(Endpoint::isList).forEach(list -> LISTED.put(list.item(), keys(list)));
        Endpoint.all()
                .filter(feed -> feed.isFeed() && !LISTED.containsKey(feed.item()))
                .forEach(feed -> LISTED.put(feed.item(), keys(feed)));
    }

    @AfterAll
    static void stop() {
        client.close();
        sandbox.close();
    }

    static Stream<Endpoint> endpoints() {
        return Endpoint.all();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void listsFeedsAndRecordsHaveTheSame(Endpoint endpoint) {
        Set<Object> listed = LISTED.getOrDefault(endpoint.item(), Set.of());
        if (endpoint.isList()) {
            assertThat(listed).isNotEmpty();
        } else if (endpoint.isFeed()) {
            assertThat(keys(endpoint)).isNotEmpty().containsAll(listed);
        } else {
            Object id = listed.iterator().next();
            assertThat(keyOf(endpoint.one(client, (Long) id))).isEqualTo(id);
        }
    }

    @Test
    void jobsAreWhatTheyAre() {
        Map<Long, JobFacts> facts = sandbox.data().jobs().collect(Collectors.toMap(JobFacts::id, Function.identity()));
        Map<Long, Invoice> invoices = client.accounting().invoices(Query.all()).stream()
                .collect(Collectors.toMap(Invoice::id, Function.identity()));
        Set<Long> seen = new HashSet<>();
        for (Job job : client.jpm().jobs(Query.all())) {
            JobFacts fact = Objects.requireNonNull(facts.get(job.id()));
            seen.add(job.id());
            assertThat(job.jobStatus()).isEqualTo(fact.status());
            assertThat(day(job.createdOn())).isEqualTo(fact.created());
            assertThat(job.completedOn() == null ? null : day(job.completedOn()))
                    .isEqualTo(fact.completed());
            Invoice invoice = Objects.requireNonNull(invoices.get(job.invoiceId()));
            assertThat(Objects.requireNonNull(invoice.job()).id()).isEqualTo(job.id());
            assertThat(invoice.subTotal()).isEqualByComparingTo(fact.subtotal());
            assertThat(Objects.requireNonNull(invoice.items()).stream()
                            .map(item -> Objects.requireNonNull(item.total()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(fact.subtotal());
        }
        assertThat(seen).isEqualTo(facts.keySet());
    }

    private static @Nullable LocalDate day(@Nullable Instant moment) {
        return moment == null
                ? null
                : LocalDate.ofInstant(moment, sandbox.data().zone());
    }

    private static Set<Object> keys(Endpoint endpoint) {
        return endpoint.read(client).stream().map(WholeTenantTest::keyOf).collect(Collectors.toSet());
    }

    /** By what a record is told; those without an id are all one here. */
    private static Object keyOf(Object item) {
        try {
            Object id = Surface.key(item.getClass()).getAccessor().invoke(item);
            return id == null ? "no id" : id;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
