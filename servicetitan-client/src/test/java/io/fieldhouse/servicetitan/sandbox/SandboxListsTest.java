package io.fieldhouse.servicetitan.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.servicetitan.sandbox.Asking.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Pages, filters, hidden rows and orders of lists. */
class SandboxListsTest {
    private static final String JOBS = "jpm/v2/jobs";
    private static final String INVOICES = "accounting/v2/invoices";

    private static final ServiceTitanSandbox sandbox = ServiceTitanSandbox.start(SandboxData.small());
    private static final Asking ask = new Asking(sandbox);

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @Test
    void pagesComeInTheVendorsEnvelope() {
        Answer page = ask.get(JOBS, "page", "2");
        assertThat(page.body().keySet().stream().map(String::valueOf))
                .containsExactly("page", "pageSize", "hasMore", "totalCount", "data");
        assertThat(page.body().get("page")).hasToString("2");
        assertThat(page.rows()).hasSize(50);
        assertThat(page.hasMore()).isTrue();
        assertThat(page.body().get("totalCount")).isNull();
        assertThat(ask.get(JOBS, "includeTotal", "true").total())
                .isEqualTo(SandboxData.small().totalJobs());
    }

    @Test
    void pagesAreTooLargeAboveFiveThousand() {
        assertThat(ask.get(JOBS, "pageSize", "5000").rows()).hasSize(3200);
        Answer refused = ask.get(JOBS, "pageSize", "5001");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().keySet().stream().map(String::valueOf))
                .containsExactly("type", "title", "status", "traceId", "errors", "data");
        assertThat(Asking.map(refused.body().get("errors")).keySet().stream().map(String::valueOf))
                .containsExactly("pageSize");
        assertThat(Asking.string(refused.body().get("traceId"))).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
    }

    @Test
    void sortedPagesTileTheWholeInEitherOrder() {
        List<Long> all = ask.get(INVOICES, "pageSize", "5000", "sort", "+Id").ids();
        assertThat(all).isSorted().doesNotHaveDuplicates();
        for (int size : new int[] {700, 499, 1}) {
            List<Long> up = new ArrayList<>();
            List<Long> down = new ArrayList<>();
            int pages = size == 1 ? 20 : (all.size() + size - 1) / size;
            for (int page = 1; page <= pages; page++) {
                up.addAll(page(size, page, "+Id"));
                down.addAll(page(size, page, "-Id"));
            }
            assertThat(up).isEqualTo(all.subList(0, up.size()));
            List<Long> reversed = new ArrayList<>(all);
            Collections.reverse(reversed);
            assertThat(down).isEqualTo(reversed.subList(0, down.size()));
        }
        assertThat(ask.get(INVOICES, "pageSize", "1000", "page", "5").hasMore()).isFalse();
    }

    private static List<Long> page(int size, int page, String sort) {
        return ask.get(INVOICES, "pageSize", String.valueOf(size), "page", String.valueOf(page), "sort", sort)
                .ids();
    }

    @Test
    void otherOrdersAreThoseOfTheEndpoint() {
        List<String> times = ask.get(JOBS, "sort", "-ModifiedOn", "pageSize", "500").rows().stream()
                .map(row -> Asking.string(row.get("modifiedOn")))
                .toList();
        // Fractions have as many digits as they need, so that texts order seconds only.
        assertThat(times.stream().map(time -> time.substring(0, 19)).toList())
                .isSortedAccordingTo(Comparator.reverseOrder());
        Answer refused = ask.get(JOBS, "sort", "+Total");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("Available fields are: Id, ModifiedOn, CreatedOn, Priority");
        assertThat(ask.get("settings/v2/business-units", "sort", "+Nothing").status())
                .isEqualTo(200);
    }

    @Test
    void inactiveRowsAreHiddenUnlessAskedForInTheEndpointsOwnWay() {
        String units = "settings/v2/business-units";
        assertThat(ask.get(units).rows()).hasSize(14);
        assertThat(ask.get(units, "active", "Any").rows()).hasSize(16);
        assertThat(ask.get(units, "active", "False").rows()).hasSize(2);
        assertThat(ask.get(units, "activeState", "All").rows()).hasSize(14);
        assertThat(ask.get(units, "active", "Perhaps").status()).isEqualTo(400);
        long active = ask.get(INVOICES, "includeTotal", "true").total();
        long inactive = ask.get(INVOICES, "activeState", "InactiveOnly", "includeTotal", "true")
                .total();
        assertThat(inactive).isBetween(10L, 80L);
        assertThat(ask.get(INVOICES, "activeState", "All", "includeTotal", "true")
                        .total())
                .isEqualTo(active + inactive)
                .isEqualTo(SandboxData.small().totalInvoices());
        assertThat(ask.get(INVOICES, "active", "Any", "includeTotal", "true").total())
                .isEqualTo(active);
    }

    @Test
    void atMostFiftyIdsAreTaken() {
        List<Long> some = ask.get(JOBS, "sort", "+Id").ids();
        String ids = some.stream().map(String::valueOf).collect(Collectors.joining(","));
        assertThat(ask.get(JOBS, "ids", ids, "sort", "+Id").ids()).isEqualTo(some);
        assertThat(ask.get(JOBS, "ids", ids + ",1").status()).isEqualTo(400);
        assertThat(ask.get(JOBS, "ids", "1,x").status()).isEqualTo(400);
    }

    @Test
    void timesAreHalfOpenRanges() {
        List<Map<?, ?>> all = ask.all(JOBS);
        String at = Asking.string(all.get(700).get("createdOn"));
        long id = Asking.id(all.get(700).get("id"));
        assertThat(Asking.ids(ask.all(JOBS, "createdOnOrAfter", at))).contains(id);
        assertThat(Asking.ids(ask.all(JOBS, "createdBefore", at))).doesNotContain(id);
        assertThat(ask.all(JOBS, "createdOnOrAfter", at).size()
                        + ask.all(JOBS, "createdBefore", at).size())
                .isEqualTo(all.size());
        String modified = "2025-09-15T00:00:00Z";
        assertThat(ask.all(JOBS, "modifiedOnOrAfter", modified))
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(Asking.string(row.get("modifiedOn"))).isGreaterThan("2025-09-15"));
        assertThat(ask.get(JOBS, "modifiedBefore", "yesterday").status()).isEqualTo(400);
    }

    @Test
    void namedFiltersSelectAndUnknownOnesAreIgnored() {
        List<Map<?, ?>> all = ask.all(JOBS);
        Map<?, ?> one = all.get(42);
        for (String field : List.of("customerId", "businessUnitId", "jobTypeId", "campaignId", "jobStatus")) {
            String value = Asking.string(one.get(field));
            assertThat(Asking.ids(ask.all(JOBS, field, value)))
                    .as(field)
                    .isEqualTo(Asking.ids(all.stream()
                            .filter(row -> value.equals(String.valueOf(row.get(field))))
                            .toList()));
        }
        assertThat(ask.all(JOBS, "jobStatus", "Completed", "businessUnitId", "301"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("jobStatus")).isEqualTo("Completed"))
                .allSatisfy(row -> assertThat(row.get("businessUnitId")).hasToString("301"));
        assertThat(ask.get(JOBS, "jobStatus", "Done").status()).isEqualTo(400);
        assertThat(ask.all(JOBS, "colour", "blue")).hasSize(all.size());
    }

    @Test
    void plainListsKnowTheParametersThatAreDocumentedForThem() {
        String timesheets = "payroll/v2/jobs/timesheets";
        List<Map<?, ?>> all = ask.all(timesheets);
        String job = Asking.string(all.get(1).get("jobId"));

        assertThat(all).hasSize(7);
        assertThat(ask.get(timesheets).rows()).hasSize(6);
        assertThat(ask.all(timesheets, "jobIds", job))
                .hasSizeBetween(1, 6)
                .allSatisfy(row -> assertThat(row.get("jobId")).hasToString(job));
        assertThat(ask.all(timesheets, "jobId", job)).hasSize(7);
        assertThat(ask.all("accounting/v2/ap-bills"))
                .hasSize(7)
                .allSatisfy(row -> assertThat(row.get("billAmount")).isInstanceOf(String.class));
    }

    @Test
    void ordersThatNobodyPromisedDifferFromCallToCall() {
        Set<List<Long>> pages = new HashSet<>();
        for (int i = 0; i < 30; i++) {
            pages.add(ask.get("settings/v2/technicians", "pageSize", "10", "page", "2", "active", "Any")
                    .ids());
        }
        assertThat(pages).hasSizeGreaterThan(1);
        List<Long> whole = ask.get("settings/v2/technicians", "pageSize", "5000", "active", "Any")
                .ids();
        assertThat(whole)
                .containsExactlyElementsOf(
                        LongStream.range(2_001, 2_001 + 56).boxed().toList());
        for (int i = 0; i < 10; i++) {
            assertThat(ask.get("settings/v2/technicians", "pageSize", "30", "page", "2", "active", "Any")
                            .ids())
                    .hasSize(26)
                    .doesNotHaveDuplicates()
                    .allMatch(whole::contains);
        }
    }

    @Test
    void anOrderThatBeginsFurtherOnEndsWithTheFirstRows() {
        Set<Long> lasts = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            lasts.addAll(ask.get("settings/v2/technicians", "pageSize", "1", "page", "56", "active", "Any")
                    .ids());
        }
        assertThat(lasts).containsExactlyInAnyOrder(2_056L, 2_001L, 2_002L, 2_003L);
    }

    @Test
    void singleRowsAreThoseOfTheList() {
        Map<?, ?> row = ask.get(INVOICES, "sort", "-Id").rows().get(3);
        assertThat(ask.get(INVOICES + "/" + row.get("id")).body()).isEqualTo(row);
        assertThat(ask.get(INVOICES + "/1").status()).isEqualTo(404);
        assertThat(ask.get(INVOICES + "/first").status()).isEqualTo(400);
        assertThat(ask.get("jpm/v2/nothing").status()).isEqualTo(404);
    }
}
