package io.fieldhouse.servicetitan.sandbox;

import static io.fieldhouse.servicetitan.sandbox.Asking.list;
import static io.fieldhouse.servicetitan.sandbox.Asking.map;
import static io.fieldhouse.servicetitan.sandbox.Asking.string;
import static io.fieldhouse.servicetitan.sandbox.Reporting.body;
import static io.fieldhouse.servicetitan.sandbox.Reporting.data;
import static io.fieldhouse.servicetitan.sandbox.Reporting.days;
import static io.fieldhouse.servicetitan.sandbox.Reporting.names;
import static io.fieldhouse.servicetitan.sandbox.Reporting.path;
import static io.fieldhouse.servicetitan.sandbox.Reporting.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.servicetitan.sandbox.Asking.Answer;
import io.fieldhouse.servicetitan.sandbox.SandboxReports.Ref;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What reports can be asked and how they answer. */
class SandboxReportsTest {
    private static final SandboxOptions UNLIMITED = SandboxOptions.defaults().withBetweenReports(Duration.ZERO);
    private static final ServiceTitanSandbox sandbox = ServiceTitanSandbox.start(SandboxData.small(), UNLIMITED);
    private static final Asking ask = new Asking(sandbox);
    private static final Ref FOREMAN = sandbox.reports().foreman();
    private static final Ref LEADS = sandbox.reports().leads();

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @AfterEach
    void asBefore() {
        sandbox.redefine(Redefinition.NONE);
        sandbox.faults().clear();
    }

    private static String wide(String... more) {
        return days("2025-08-01", "2025-12-31", more);
    }

    @Test
    void reportsAreListedFiftyAPageAndNamesAreNotUnique() {
        String operations = "reporting/v2/report-category/operations/reports";
        Answer first = ask.get(operations);
        assertThat(first.rows()).hasSize(50);
        assertThat(first.hasMore()).isTrue();
        Answer second = ask.get(operations, "page", "2", "includeTotal", "true");
        assertThat(second.rows()).hasSize(12);
        assertThat(second.total()).isEqualTo(62);
        assertThat(first.rows().stream().map(row -> string(row.get("name"))))
                .contains("Daily WBR C/R", "FOREMAN Job Cost")
                .containsOnlyOnce("Custom Report 2")
                .filteredOn("Job Costing Summary Report"::equals)
                .hasSize(2);
        assertThat(ask.get("reporting/v2/report-categories").rows().stream().map(row -> row.get("id")))
                .isEqualTo(List.of("accounting", "marketing", "operations", "other"));
        assertThat(ask.get("reporting/v2/report-category/payroll/reports").status())
                .isEqualTo(403);
        assertThat(ask.get("reporting/v2/report-category/nothing/reports").status())
                .isEqualTo(404);
        assertThat(ask.get(operations + "/1").status()).isEqualTo(404);
    }

    @Test
    void idsAreOfTheTenant() {
        try (ServiceTitanSandbox other = ServiceTitanSandbox.start(SandboxData.small(), UNLIMITED.withTenant(77))) {
            assertThat(other.reports().leads().id()).isNotEqualTo(LEADS.id());
            assertThat(new Asking(other).get(path(other.reports().leads())).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void definitionsAreTheVendors() {
        Map<?, ?> definition = ask.get(path(FOREMAN)).body();
        assertThat(list(definition.get("parameters")).stream()
                        .map(each -> string(map(each).get("name"))))
                .containsExactly("DateType", "From", "To", "BusinessUnitId", "IncludeAdjustmentInvoices");
        Map<?, ?> dateType = map(list(definition.get("parameters")).get(0));
        assertThat(dateType.get("isRequired")).isEqualTo(true);
        assertThat(map(dateType.get("acceptValues")).get("dynamicSetId")).isEqualTo("job-date-filter-type");
        assertThat(list(definition.get("fields"))).hasSize(15);
        assertThat(map(list(definition.get("fields")).get(0)).get("dataType")).isEqualTo("Date");
    }

    @Test
    void valueSetsArePaged() {
        Answer dates = ask.get("reporting/v2/dynamic-value-sets/job-date-filter-type");
        assertThat(list(dates.body().get("data")).get(3)).isEqualTo(List.of(new BigDecimal(3), "Job Start Date"));
        Answer people = ask.get("reporting/v2/dynamic-value-sets/technicians");
        assertThat(list(people.body().get("data"))).hasSize(50);
        assertThat(people.hasMore()).isTrue();
        assertThat(ask.get("reporting/v2/dynamic-value-sets/business-units").text())
                .contains("[314,\"Z-DO NOT USE - West- Production\"]");
        assertThat(ask.get("reporting/v2/dynamic-value-sets/nothing").status()).isEqualTo(404);
    }

    @Test
    void pagingIsInTheQueryAndIgnoredInTheBody() {
        String body = wide("DateType", "2");
        Answer first = ask.post(path(LEADS) + "/data", body.replaceFirst("\\{", "{\"page\":2,\"pageSize\":10,"));
        assertThat(first.body().get("page")).hasToString("1");
        assertThat(list(first.body().get("data"))).hasSize(1000);
        assertThat(first.hasMore()).isTrue();
        assertThat(first.body().get("totalCount")).isNull();
        Answer second = ask.post(path(LEADS) + "/data", body, "page", "2", "includeTotal", "true");
        assertThat(list(second.body().get("data"))).hasSize(1000);
        assertThat(second.total()).isEqualTo(2000);
        assertThat(second.hasMore()).isFalse();
        assertThat(ask.post(path(LEADS) + "/data", body, "pageSize", "25001").status())
                .isEqualTo(400);
    }

    @Test
    void parametersAreCheckedAsTheVendorDoes() {
        assertThat(data(ask, FOREMAN, body("DateType", "3", "To", "\"2025-09-01\""))
                        .title())
                .isEqualTo("Missed report parameter: [From]");
        assertThat(data(ask, FOREMAN, "{\"parameters\":{\"From\":\"2025-09-01\"}}")
                        .title())
                .isEqualTo("Cannot deserialize JSON object into List");
        for (String wrong : List.of(
                days("2025-09-31", "2025-10-01", "DateType", "3"),
                days("2025-09-01", "2025-10-01", "DateType", "\"Job Start Date\""),
                wide("DateType", "3", "BusinessUnitId", "302"),
                wide("DateType", "3", "IncludeAdjustmentInvoices", "\"yes\""),
                "not JSON")) {
            assertThat(data(ask, FOREMAN, wrong).status()).as(wrong).isEqualTo(400);
        }
        String all = data(ask, FOREMAN, wide("DateType", "3")).text();
        assertThat(data(ask, FOREMAN, wide("DateType", "3", "BusinessUnitIds", "[302]"))
                        .text())
                .isEqualTo(all);
        assertThat(data(ask, FOREMAN, wide("DateType", "3", "BusinessUnitId", "[302]"))
                        .text())
                .isNotEqualTo(all);
    }

    @Test
    void anotherDateTypeSilentlyGivesOtherRows() {
        Set<Object> rows = new HashSet<>();
        for (int type = 0; type <= 3; type++) {
            Answer answer = data(ask, LEADS, days("2025-09-01", "2025-09-14", "DateType", String.valueOf(type)));
            assertThat(answer.status()).isEqualTo(200);
            rows.add(rows(answer).stream().map(row -> row.get("JobNumber")).toList());
        }
        assertThat(rows).hasSizeGreaterThanOrEqualTo(3);
        assertThat(rows(ask, LEADS, wide("DateType", "1")))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("JobStatus")).isEqualTo("Completed"));
        assertThat(data(ask, LEADS, wide("DateType", "99")).status()).isEqualTo(200);
    }

    @Test
    void cellsAreNullsMixedNumbersAndLocalMidnights() {
        List<Map<String, @Nullable Object>> rows = rows(ask, FOREMAN, wide("DateType", "3"));
        assertThat(rows).anyMatch(row -> row.get("SoldBy") == null).anyMatch(row -> row.get("SoldBy") != null);
        assertThat(rows)
                .allSatisfy(row ->
                        assertThat(string(row.get("ScheduledDate"))).matches("\\d{4}-\\d\\d-\\d\\dT00:00:00-07:00"));
        Set<Integer> scales = new HashSet<>();
        rows.forEach(row -> scales.add(Asking.number(row.get("TotalCosts")).scale()));
        assertThat(scales).contains(0, 2);
        assertThat(rows)
                .anyMatch(row -> Asking.number(row.get("GrossMarginPercentage")).signum() > 0);
    }

    @Test
    void definitionsChangeWhileNobodyLooks() {
        List<String> before = names(data(ask, FOREMAN, wide("DateType", "3")));
        sandbox.redefine(Redefinition.COLUMNS_REORDERED);
        List<String> once = names(data(ask, FOREMAN, wide("DateType", "3")));
        List<String> again = names(data(ask, FOREMAN, wide("DateType", "3")));
        assertThat(once).isNotEqualTo(before).isNotEqualTo(again).containsExactlyInAnyOrderElementsOf(before);
        assertThat(rows(ask, FOREMAN, wide("DateType", "3")).get(5)).containsKey("JobNumber");
        sandbox.redefine(Redefinition.COLUMN_RENAMED);
        assertThat(names(data(ask, FOREMAN, wide("DateType", "3"))))
                .contains("SoldByNew")
                .doesNotContain("SoldBy");
        sandbox.redefine(Redefinition.COLUMN_REMOVED);
        assertThat(names(data(ask, FOREMAN, wide("DateType", "3")))).hasSize(14).doesNotContain("SoldBy");
        sandbox.redefine(Redefinition.COLUMN_ADDED);
        assertThat(rows(ask, FOREMAN, wide("DateType", "3")).get(0)).containsEntry("Notes", null);
        sandbox.redefine(Redefinition.COLUMN_RETYPED);
        assertThat(ask.get(path(FOREMAN)).text())
                .contains("\"name\":\"SoldBy\",\"label\":\"Sold By\",\"dataType\":\"Number\"");
        sandbox.redefine(Redefinition.PARAMETER_RENAMED);
        assertThat(ask.get(path(FOREMAN)).text()).contains("IncludeAdjustmentInvoicesNew");
        sandbox.redefine(Redefinition.REPORT_RENAMED);
        assertThat(ask.get(path(FOREMAN)).body().get("name")).isEqualTo("FOREMAN Job Cost (copy)");
        assertThat(ask.get("reporting/v2/report-category/operations/reports").text())
                .contains("FOREMAN Job Cost (copy)");
    }

    @Test
    void whatCanGoWrongWithAReportDoes() {
        Answer twice = data(ask, sandbox.reports().duplicateColumns(), wide("DateType", "2"));
        assertThat(names(twice)).filteredOn("Amount"::equals).hasSize(2);
        List<Map<String, @Nullable Object>> totaled =
                rows(ask, sandbox.reports().grandTotal(), wide());
        Map<String, @Nullable Object> last = totaled.get(totaled.size() - 1);
        assertThat(last.get("LocationName")).isEqualTo("Total");
        BigDecimal sum = totaled.subList(0, totaled.size() - 1).stream()
                .map(row -> Asking.number(row.get("NetAmount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(Asking.number(last.get("NetAmount")))
                .isEqualByComparingTo(sum)
                .isNotEqualByComparingTo("0");
        assertThat(rows(ask, sandbox.reports().empty(), wide())).isEmpty();
        assertThat(rows(ask, sandbox.reports().wrongCells(), wide("DateType", "3"))
                        .get(1))
                .containsEntry("Subtotal", "n/a")
                .containsEntry("ScheduledDate", "soon");
        sandbox.faults().next(Fault.misstated(2, "TotalCosts", "{\"odd\":true}"));
        assertThat(rows(ask, FOREMAN, wide("DateType", "3")).get(2).get("TotalCosts"))
                .isEqualTo(Map.of("odd", true));
    }
}
