package io.fieldhouse.servicetitan;

import static io.fieldhouse.servicetitan.ScriptedServer.pageOf;
import static io.fieldhouse.servicetitan.ScriptedServer.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.client.Paged;
import io.fieldhouse.servicetitan.api.Query;
import io.fieldhouse.servicetitan.api.ServiceTitanException.Kind;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters, which ServiceTitan ignores without a word where it does not know them. */
@Tag("times")
class FiltersTest {
    private static final String JOB = """
            {"id":1,"jobNumber":"J-7","priority":"High","jobStatus":"Completed","noCharge":false,"customerPo":null,\
            "soldById":null,"businessUnitId":5,"completedOn":"2026-01-02T03:04:05Z","tagTypeIds":[8]}""";
    private static final String INVOICE = """
            {"id":1,"syncStatus":"Posted","reviewStatus":null,"businessUnit":{"id":5,"name":"West"},"customer":null,\
            "job":{"id":3,"number":"J-7"},"dueDate":null,"total":"95.00"}""";

    @ParameterizedTest
    @CsvSource({
        "jobNumber, J-8",
        "jobNumber, J",
        "priority, Low",
        "jobStatus, Hold",
        "noCharge, true",
        "customerPo, 4711",
        "soldById, 9",
        "businessUnitId, 6"
    })
    void ignoredFilterIsSeenInTheItems(String name, String value) {
        Query query = Query.all().equal(name, value);

        assertIgnored(JOB, client -> client.resources().read("jpm/v2/jobs", query));
    }

    @ParameterizedTest
    @CsvSource({
        "jobNumber, j-7",
        "priority, High",
        "jobStatus, 'Hold, COMPLETED'",
        "noCharge, False",
        "businessUnitId, '5, 6'",
        "number, 9",
        "statuses, Hold",
        "tagTypeIds, 9",
        "completedOn, 2026-01-02",
        "completedOnOrAfter, 2027-01-01",
        "active, False"
    })
    void filterThatHoldsOrCannotBeSeenIsNoMatter(String name, String value) {
        Query query = Query.all().equal(name, value);

        assertThat(read(JOB, client -> client.resources().read("jpm/v2/jobs", query)))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"priority, Low", "soldById, 9", "businessUnitId, 6", "jobStatus, Hold"})
    void ignoredFilterIsSeenInRecords(String name, String value) {
        assertIgnored(JOB, client -> client.jpm().jobs(Query.all().equal(name, value)));
        assertThat(read("{\"id\":1}", client -> client.jpm().jobs(Query.all().equal(name, value))))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"businessUnitId, 6", "customerId, 2", "jobId, 4", "jobNumber, J-8"})
    void ignoredFilterIsSeenInWhatIsNested(String name, String value) {
        Query query = Query.all().equal(name, value);

        assertIgnored(INVOICE, client -> client.accounting().invoices(query));
        assertIgnored(INVOICE, client -> client.resources().read("accounting/v2/invoices", query));
    }

    @ParameterizedTest
    @CsvSource({"businessUnitId, 5", "jobId, 3", "jobNumber, j-7", "dueDateBefore, 2027-01-01", "statuses, Pending"})
    void filterThatHoldsInWhatIsNestedIsNoMatter(String name, String value) {
        Query query = Query.all().equal(name, value);

        assertThat(read(INVOICE, client -> client.accounting().invoices(query))).hasSize(1);
        assertThat(read(INVOICE, client -> client.resources().read("accounting/v2/invoices", query)))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"syncStatus, Pending", "reviewStatus, Reviewed", "total, 96", "businessUnit, East"})
    void ignoredFilterOfAnyNameIsSeen(String name, String value) {
        Query query = Query.all().equal(name, value);

        assertIgnored(INVOICE, client -> client.resources().read("accounting/v2/invoices", query));
    }

    @ParameterizedTest
    @CsvSource({"Sold, 1", "sold, 1", "1, 1", "Open, 0"})
    void statusIsAskedForByItsNameOrItsValue(String asked, int found) {
        String estimate = "{\"id\":1,\"status\":{\"value\":1,\"name\":\"Sold\"}}";
        Function<ServiceTitan, Paged<?>> asking =
                client -> client.sales().estimates(Query.all().equal("status", asked));

        if (found == 1) {
            assertThat(read(estimate, asking)).hasSize(1);
        } else {
            assertIgnored(estimate, asking);
        }
    }

    @ParameterizedTest
    @CsvSource({"hara, 1", "Bob, 0"})
    void nameIsLookedForInPart(String asked, int found) {
        String customer = "{\"id\":1,\"name\":\"Ann O'Hara\"}";
        Function<ServiceTitan, Paged<?>> asking =
                client -> client.crm().customers(Query.all().equal("name", asked));

        if (found == 1) {
            assertThat(read(customer, asking)).hasSize(1);
        } else {
            assertIgnored(customer, asking);
        }
    }

    @Test
    void mistypedFilterIsRefusedBeforeItIsAsked() {
        try (ScriptedServer server = ScriptedServer.answering(request -> pageOf(request.getUrl(), List.of()));
                ServiceTitan client = server.connect()) {
            assertThatThrownBy(() -> client.jpm().jobs(Query.all().equal("jobStatuss", "Hold")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("/jobs has no filter jobStatuss")
                    .hasMessageContaining("The nearest are 'jobStatus'")
                    .hasMessageContaining("resources().read(...) takes any name");
            assertThatThrownBy(() -> client.jpm().jobs(Query.all().equal("active", "Any")))
                    .hasMessageContaining("has no filter active");
            assertThatThrownBy(() -> client.accounting().payments(Query.all().equal("appliedToInvoiceId", 1)))
                    .hasMessageContaining("'appliedToInvoiceIds'");
            assertThatThrownBy(
                            () -> client.marketing().campaignCosts(Query.all().modifiedOnOrAfter(Instant.EPOCH)))
                    .hasMessageContaining("/costs has no filter modifiedOnOrAfter");
            assertThatThrownBy(() -> client.payroll().grossPayItems(Query.all().ids(1)))
                    .hasMessageContaining("has no filter ids");
            assertThatThrownBy(() ->
                            client.accounting().creditMemoItems(Query.all().modifiedBefore(Instant.EPOCH)))
                    .hasMessageContaining("has no filter modifiedBefore");
            assertThat(server.asked()).isEmpty();

            client.accounting()
                    .invoices(Query.all().equal("activeState", "All").ids(1).createdBefore(Instant.EPOCH))
                    .list();
            client.resources()
                    .read("jpm/v2/jobs", Query.all().equal("whatever", 1))
                    .list();
            assertThat(server.asked()).hasSize(2);
        }
    }

    @Test
    void filtersThatItemsNeedNotShowAreNotHeldAgainstThem() {
        String item =
                "{\"id\":7,\"status\":\"InProgress\",\"name\":\"Oak\",\"jobStatus\":\"Hold\",\"leadPhone\":\"5550100\"}";
        try (ScriptedServer server = ScriptedServer.answering(request -> pageOf(request.getUrl(), List.of(item)));
                ServiceTitan client = server.connect()) {
            assertThat(client.jpm()
                            .projects(Query.all().equal("status", "None"))
                            .list())
                    .hasSize(1);
            assertThat(client.crm()
                            .locations(Query.all().equal("name", "Elm Street"))
                            .list())
                    .hasSize(1);
            assertThat(client.memberships()
                            .memberships(Query.all().equal("status", "Active"))
                            .list())
                    .hasSize(1);
            assertThat(client.crm()
                            .leads(Query.all().equal("leadPhone", "555-0100"))
                            .list())
                    .hasSize(1);

            Query other = Query.all().equal("jobStatus", "Completed");
            assertThatThrownBy(() -> client.jpm().jobs(other).list()).hasMessageContaining("jobStatus");
            assertThat(client.jpm().jobs(other.asAnswered()).list()).hasSize(1);
        }
    }

    @Test
    void onlyActiveItemsAreAskedForAsEachEndpointWantsIt() {
        try (ScriptedServer server = ScriptedServer.answering(request -> pageOf(request.getUrl(), List.of()));
                ServiceTitan client = server.connect()) {
            client.dispatch().teams(Query.all().activeOnly()).list();
            client.dispatch().nonJobAppointments(Query.all().activeOnly()).list();

            assertThat(server.asked().get(0).getUrl().queryParameter("includeInactive"))
                    .isNull();
            assertThat(server.asked().get(1).getUrl().queryParameter("activeOnly"))
                    .isEqualTo("true");
        }
    }

    @Test
    @SuppressWarnings("NullAway")
    void questionThatIsNoneIsRefusedAtOnce() {
        try (ScriptedServer server = ScriptedServer.answering(request -> pageOf(request.getUrl(), List.of()));
                ServiceTitan client = server.connect()) {
            assertThatThrownBy(() -> client.jpm().jobs(null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Query.all()");
            assertThatThrownBy(() -> client.jpm().exportJobs(null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("From.beginning()");
        }
    }

    private static void assertIgnored(String item, Function<ServiceTitan, Paged<?>> asking) {
        var refused = refusal(() -> read(item, asking));

        assertThat(refused.kind()).isEqualTo(Kind.BAD_ANSWER);
        assertThat(refused).hasMessageContaining("1 of 1 items do not match the filter ");
    }

    private static List<?> read(String item, Function<ServiceTitan, Paged<?>> asking) {
        try (ScriptedServer server = ScriptedServer.answering(request -> pageOf(request.getUrl(), List.of(item)));
                ServiceTitan client = server.connect()) {
            return asking.apply(client).list();
        }
    }
}
