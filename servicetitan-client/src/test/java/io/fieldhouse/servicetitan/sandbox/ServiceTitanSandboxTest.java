package io.fieldhouse.servicetitan.sandbox;

import static io.fieldhouse.servicetitan.sandbox.Asking.map;
import static io.fieldhouse.servicetitan.sandbox.Asking.number;
import static io.fieldhouse.servicetitan.sandbox.Asking.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.servicetitan.sandbox.Asking.Answer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is counted, what can be told, and what a change does. */
@Tag("times")
class ServiceTitanSandboxTest {
    private final ServiceTitanSandbox sandbox = ServiceTitanSandbox.start(SandboxData.small());
    private final Asking ask = new Asking(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void requestsAreCountedAndNothingElse() {
        sandbox.requests().reset();
        ask.get("jpm/v2/jobs");
        ask.get("jpm/v2/jobs/30000001");
        ask.get("jpm/v2/export/jobs");
        ask.get("jpm/v2/jobs", "page", "0");
        ask.token();
        assertThat(sandbox.requests().total()).isEqualTo(5);
        assertThat(sandbox.requests().of("jpm/v2/jobs")).isEqualTo(2);
        assertThat(sandbox.requests().of("jpm/v2/jobs/{id}")).isEqualTo(1);
        assertThat(sandbox.requests().of("jpm/v2/export/jobs")).isEqualTo(1);
        assertThat(sandbox.requests().tokens()).isEqualTo(1);
        assertThat(sandbox.requests().refused()).isEqualTo(1);
        assertThat(sandbox.requests().mostInFlight()).isEqualTo(1);
    }

    @Test
    void requestsInFlightAreCounted() throws Exception {
        SandboxOptions slow = SandboxOptions.defaults().withLatency(Duration.ofMillis(50));
        try (ServiceTitanSandbox other = ServiceTitanSandbox.start(SandboxData.small(), slow)) {
            Asking asking = new Asking(other);
            var threads = Executors.newFixedThreadPool(4);
            List<Callable<Answer>> calls = Collections.nCopies(12, () -> asking.get("settings/v2/tag-types"));
            for (var answer : threads.invokeAll(calls)) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
            threads.shutdown();
            assertThat(other.requests().mostInFlight()).isBetween(2L, 4L);
        }
    }

    @Test
    void anyAnswerCanBeGiven() {
        sandbox.respondWith("telecom/v2/calls", 207, Headers.of("X-Test", "yes"), "[]");
        Answer answer = ask.get("telecom/v2/calls");
        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.headers().get("X-Test")).isEqualTo("yes");
        assertThat(answer.text()).isEqualTo("[]");
    }

    @Test
    void nothingCanBeWritten() {
        assertThat(ask.post("jpm/v2/jobs", "{}").status()).isEqualTo(405);
    }

    /** The same data changes in the same way. */
    private static SandboxChange expected() {
        try (ServiceTitanSandbox other = ServiceTitanSandbox.start(SandboxData.small())) {
            return other.change();
        }
    }

    private Map<?, ?> row(String path, long id) {
        return ask.get(path + "/" + id).body();
    }

    @Test
    void aChangeDoesWhatItSays() {
        String invoices = "accounting/v2/invoices";
        SandboxChange expected = expected();
        Map<?, ?> invoice = row(invoices, expected.invoiceRepriced());
        Map<?, ?> payment = row("accounting/v2/payments", expected.paymentDeleted());
        Map<?, ?> job = row("jpm/v2/jobs", expected.jobRescheduled());
        Map<?, ?> visit = row("jpm/v2/appointments", Asking.id(job.get("firstAppointmentId")));
        String name = string(row("crm/v2/customers", expected.customerRenamed()).get("name"));
        String unit = string(row("settings/v2/business-units", expected.businessUnitRenamed())
                .get("name"));
        assertThat(ask.get("crm/v2/leads/" + expected.leadVanished()).status()).isEqualTo(200);

        SandboxChange change = sandbox.change();
        assertThat(change).isEqualTo(expected);
        assertThat(change.day()).isEqualTo(LocalDate.of(2025, 11, 3));
        Map<?, ?> repriced = row(invoices, change.invoiceRepriced());
        assertThat(number(repriced.get("subTotal")).subtract(number(invoice.get("subTotal"))))
                .isEqualByComparingTo("150");
        assertThat(number(repriced.get("balance"))).isGreaterThan(number(invoice.get("balance")));
        assertThat(Instant.parse(string(repriced.get("modifiedOn")))).isEqualTo(change.at());
        assertThat(row("accounting/v2/payments", change.paymentDeleted()).get("active"))
                .isEqualTo(false);
        long paid = Asking.id(map(Asking.list(payment.get("appliedTo")).get(0)).get("appliedTo"));
        assertThat(Instant.parse(string(row(invoices, paid).get("modifiedOn")))).isEqualTo(change.at());
        Map<?, ?> moved = row("jpm/v2/appointments", Asking.id(job.get("firstAppointmentId")));
        assertThat(Duration.between(start(visit), start(moved))).isEqualTo(Duration.ofDays(7));
        assertThat(Instant.parse(string(moved.get("modifiedOn")))).isEqualTo(change.at());
        Map<?, ?> sold = row("sales/v2/estimates", change.estimateSold());
        assertThat(map(sold.get("status")).get("name")).isEqualTo("Sold");
        assertThat(Instant.parse(string(sold.get("soldOn")))).isEqualTo(change.at());
        assertThat(row("sales/v2/estimates", change.estimateDeleted()).get("active"))
                .isEqualTo(false);
        assertThat(row("crm/v2/customers", change.customerRenamed()).get("name"))
                .isNotEqualTo(name);
        assertThat(row("settings/v2/business-units", change.businessUnitRenamed())
                        .get("name"))
                .isNotEqualTo(unit);
        assertThat(row("settings/v2/technicians", change.technicianDeactivated())
                        .get("active"))
                .isEqualTo(false);
        assertThat(row("marketing/v2/campaigns", change.campaignDeactivated()).get("active"))
                .isEqualTo(false);
        assertThat(ask.get("crm/v2/leads/" + change.leadVanished()).status()).isEqualTo(404);
        assertThat(ask.get("jpm/v2/jobs/" + change.jobDeleted()).status()).isEqualTo(404);
        assertThat(string(row("jpm/v2/jobs", change.firstJobAdded()).get("createdOn")))
                .startsWith("2025-11-0");
    }

    private static Instant start(Map<?, ?> appointment) {
        return Instant.parse(string(appointment.get("start")));
    }

    @Test
    void changesGoOnAndEachTouchesOtherRows() {
        SandboxChange first = sandbox.change();
        SandboxChange second = sandbox.change();
        assertThat(second.number()).isEqualTo(2);
        assertThat(List.of(
                        second.jobDeleted(),
                        second.jobRescheduled(),
                        second.estimateSold(),
                        second.invoiceRepriced(),
                        second.paymentDeleted()))
                .doesNotContain(
                        -1L,
                        first.jobDeleted(),
                        first.jobRescheduled(),
                        first.estimateSold(),
                        first.invoiceRepriced(),
                        first.paymentDeleted());
        assertThat(sandbox.data().jobs()).hasSize(3200 + 32 - 2);
    }

    @Test
    void whatChangedIsWhatAListOfModifiedRowsHas() {
        SandboxChange change = sandbox.change();
        List<Long> estimates = Asking.ids(
                ask.all("sales/v2/estimates", "modifiedOnOrAfter", change.at().toString()));
        assertThat(estimates).containsExactlyInAnyOrder(change.estimateSold(), change.estimateDeleted());
        assertThat(Asking.ids(ask.all("sales/v2/estimates", "createdOnOrAfter", "2025-11-03T07:00:00Z")))
                .hasSize(15);
    }

    @Test
    void theTruthOfASalesUnitHasNoProduction() {
        LocalDate first = LocalDate.of(2025, 9, 1);
        var sales = sandbox.data().kpis("Phoenix-Sales", first, first.plusDays(30));
        var production = sandbox.data().kpis("Phoenix-Production", first, first.plusDays(30));
        assertThat(sales.leads()).isPositive();
        assertThat(sales.produced()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(production.leads()).isZero();
        assertThat(production.warranty()).isPositive();
        assertThat(sandbox.data().businessUnits())
                .filteredOn(unit -> !unit.claimed())
                .hasSize(2);
    }
}
