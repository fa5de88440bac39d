package io.fieldhouse.servicetitan.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.servicetitan.sandbox.Asking.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Export feeds: where they begin, how they go on, and what comes again. */
@Tag("times")
class SandboxFeedsTest {
    private static final String JOBS = "jpm/v2/export/jobs";
    private static final String INVOICES = "accounting/v2/export/invoices";

    private final ServiceTitanSandbox sandbox = ServiceTitanSandbox.start(SandboxData.small());
    private final Asking ask = new Asking(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aFeedHasEveryRowOnceInactiveOnesIncluded() {
        List<Map<?, ?>> rows = new ArrayList<>();
        ask.feed(INVOICES, null, rows);
        assertThat(Asking.ids(rows))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Asking.ids(ask.all("accounting/v2/invoices")));
        assertThat(rows).anyMatch(row -> Boolean.FALSE.equals(row.get("active")));
    }

    @Test
    void everyFeedSaysWhichRowsAreActive() {
        for (String feed : List.of(
                JOBS,
                INVOICES,
                "jpm/v2/export/appointments",
                "jpm/v2/export/projects",
                "accounting/v2/export/invoice-items",
                "accounting/v2/export/payments",
                "sales/v2/export/estimates",
                "crm/v2/export/customers",
                "crm/v2/export/locations",
                "crm/v2/export/leads",
                "crm/v2/export/bookings",
                "settings/v2/export/business-units",
                "settings/v2/export/technicians",
                "settings/v2/export/employees",
                "settings/v2/export/tag-types",
                "payroll/v2/export/gross-pay-items",
                "payroll/v2/export/payroll-adjustments",
                "payroll/v2/export/jobs/splits",
                "inventory/v2/export/purchase-orders",
                "inventory/v2/export/returns",
                "dispatch/v2/export/appointment-assignments")) {
            List<Map<?, ?>> rows = new ArrayList<>();
            ask.feed(feed, null, rows);
            assertThat(rows)
                    .as(feed)
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.get("active")).isInstanceOf(Boolean.class));
        }
        assertThat(ask.get("marketing/v2/export/campaigns").status()).isEqualTo(404);
    }

    @Test
    void aDateBeginsWithWhatWasModifiedThenOrLater() {
        List<Map<?, ?>> rows = new ArrayList<>();
        ask.feed(INVOICES, "2025-10-20", rows);
        assertThat(Asking.ids(rows))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        Asking.ids(ask.all("accounting/v2/invoices", "modifiedOnOrAfter", "2025-10-20T00:00:00Z")));
    }

    @Test
    void rowsComeInTheOrderInWhichTheyWereModified() {
        List<Map<?, ?>> rows = new ArrayList<>();
        ask.feed(INVOICES, null, rows);
        assertThat(rows.stream()
                        .map(row -> Instant.parse(Asking.string(row.get("modifiedOn"))))
                        .toList())
                .isSorted();
        assertThat(Asking.ids(rows))
                .isNotEqualTo(Asking.ids(rows).stream().sorted().toList());
    }

    @Test
    void atTheEndATokenGoesOnLater() {
        List<Map<?, ?>> rows = new ArrayList<>();
        String token = ask.feed(JOBS, null, rows);
        Answer nothing = ask.get(JOBS, "from", token);
        assertThat(nothing.rows()).isEmpty();
        assertThat(nothing.hasMore()).isFalse();

        SandboxChange change = sandbox.change();
        List<Map<?, ?>> later = new ArrayList<>();
        String second = ask.feed(JOBS, nothing.continueFrom(), later);
        assertThat(Asking.ids(later))
                .hasSize(3 + 16)
                .contains(change.jobDeleted(), change.jobRescheduled(), change.firstJobAdded());
        assertThat(later)
                .filteredOn(row -> Asking.id(row.get("id")) == change.jobDeleted())
                .allSatisfy(row -> assertThat(row.get("active")).isEqualTo(false));
        sandbox.change();
        List<Map<?, ?>> last = new ArrayList<>();
        ask.feed(JOBS, second, last);
        assertThat(Asking.ids(last)).hasSize(3 + 16).doesNotContain(change.jobDeleted());
    }

    @Test
    void whoReadsAllAfterAChangeSeesEachRowOnceAsItIsNow() {
        SandboxChange change = sandbox.change();
        List<Map<?, ?>> rows = new ArrayList<>();
        ask.feed(JOBS, null, rows);
        assertThat(Asking.ids(rows)).doesNotHaveDuplicates().hasSize(3200 + 16).contains(change.jobDeleted());
        assertThat(Asking.ids(ask.all("jpm/v2/jobs"))).hasSize(3200 + 15).doesNotContain(change.jobDeleted());
        assertThat(ask.get("jpm/v2/jobs/" + change.jobDeleted()).status()).isEqualTo(404);
    }

    @Test
    void recentChangesComeAgain() {
        Answer first = ask.get(JOBS, "includeRecentChanges", "true");
        Answer second = ask.get(JOBS, "includeRecentChanges", "true", "from", first.continueFrom());
        assertThat(first.ids()).hasSize(500);
        assertThat(second.ids().subList(0, 5)).isEqualTo(first.ids().subList(495, 500));
        assertThat(ask.get(JOBS, "from", first.continueFrom()).ids()).doesNotContainAnyElementsOf(first.ids());
    }

    @Test
    void rowsComeTwiceInOnePageWhenToldTo() {
        sandbox.faults().next(Fault.repeatedRows(3));
        List<Long> ids = ask.get(JOBS).ids();
        assertThat(ids).hasSize(503);
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
    }

    @Test
    void tokensAreRefusedWhenTheyAreOldOrNone() {
        String token = ask.get(JOBS).continueFrom();
        assertThat(ask.get(INVOICES, "from", token).status()).isEqualTo(400);
        assertThat(ask.get(JOBS, "from", "nonsense").status()).isEqualTo(400);
        assertThat(ask.get(JOBS, "from", "2025-13-01").status()).isEqualTo(400);
        assertThat(ask.get(JOBS, "from", token).status()).isEqualTo(200);
        sandbox.expireExportTokens();
        Answer refused = ask.get(JOBS, "from", token);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("continuation token");
        assertThat(ask.get(JOBS, "from", "2025-10-01").status()).isEqualTo(200);
        assertThat(ask.get(JOBS, "from", ask.get(JOBS).continueFrom()).status()).isEqualTo(200);
        try (ServiceTitanSandbox strict = ServiceTitanSandbox.start(
                SandboxData.small(), SandboxOptions.defaults().withExportTokensRefused())) {
            Asking other = new Asking(strict);
            assertThat(other.get(JOBS, "from", other.get(JOBS).continueFrom()).status())
                    .isEqualTo(400);
        }
    }
}
