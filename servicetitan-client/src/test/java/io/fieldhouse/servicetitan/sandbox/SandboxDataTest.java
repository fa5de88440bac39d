package io.fieldhouse.servicetitan.sandbox;

import static io.fieldhouse.servicetitan.sandbox.Asking.id;
import static io.fieldhouse.servicetitan.sandbox.Asking.ids;
import static io.fieldhouse.servicetitan.sandbox.Asking.list;
import static io.fieldhouse.servicetitan.sandbox.Asking.map;
import static io.fieldhouse.servicetitan.sandbox.Asking.number;
import static io.fieldhouse.servicetitan.sandbox.Asking.string;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is in the rows, and that they agree with each other. */
@Tag("times")
class SandboxDataTest {
    private static final ServiceTitanSandbox sandbox = ServiceTitanSandbox.start(SandboxData.small());
    private static final Asking ask = new Asking(sandbox);
    private static final Map<String, List<Map<?, ?>>> read = new HashMap<>();

    @BeforeAll
    static void changeOnce() {
        sandbox.change();
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    private static List<Map<?, ?>> all(String path) {
        return read.computeIfAbsent(path, ask::all);
    }

    @ParameterizedTest
    @CsvSource({
        "jpm/v2/jobs, customerId, crm/v2/customers",
        "jpm/v2/jobs, locationId, crm/v2/locations",
        "jpm/v2/jobs, businessUnitId, settings/v2/business-units",
        "jpm/v2/jobs, jobTypeId, jpm/v2/job-types",
        "jpm/v2/jobs, campaignId, marketing/v2/campaigns",
        "jpm/v2/jobs, invoiceId, accounting/v2/invoices",
        "jpm/v2/jobs, projectId, jpm/v2/projects",
        "jpm/v2/jobs, soldById, settings/v2/technicians",
        "jpm/v2/jobs, createdById, settings/v2/employees",
        "jpm/v2/jobs, bookingId, crm/v2/bookings",
        "jpm/v2/jobs, firstAppointmentId, jpm/v2/appointments",
        "jpm/v2/jobs, lastAppointmentId, jpm/v2/appointments",
        "jpm/v2/jobs, recallForId, jpm/v2/jobs",
        "jpm/v2/jobs, createdFromEstimateId, sales/v2/estimates",
        "jpm/v2/jobs, estimateIds, sales/v2/estimates",
        "jpm/v2/jobs, tagTypeIds, settings/v2/tag-types",
        "sales/v2/estimates, jobId, jpm/v2/jobs",
        "sales/v2/estimates, soldBy, settings/v2/technicians",
        "accounting/v2/invoices, job, jpm/v2/jobs",
        "accounting/v2/invoices, customer, crm/v2/customers",
        "accounting/v2/invoices, location, crm/v2/locations",
        "accounting/v2/invoices, businessUnit, settings/v2/business-units",
        "accounting/v2/invoices, adjustmentToId, accounting/v2/invoices",
        "accounting/v2/payments, customer, crm/v2/customers",
        "accounting/v2/payments, typeId, accounting/v2/payment-types",
        "accounting/v2/payments, refundedPaymentId, accounting/v2/payments",
        "crm/v2/locations, customerId, crm/v2/customers",
        "crm/v2/leads, customerId, crm/v2/customers",
        "crm/v2/leads, bookingId, crm/v2/bookings",
        "marketing/v2/costs, campaignId, marketing/v2/campaigns",
        "payroll/v2/gross-pay-items, jobId, jpm/v2/jobs",
        "payroll/v2/gross-pay-items, employeeId, settings/v2/technicians",
        "payroll/v2/payroll-adjustments, invoiceId, accounting/v2/invoices",
        "payroll/v2/jobs/timesheets, jobId, jpm/v2/jobs",
        "payroll/v2/non-job-timesheets, timesheetCodeId, payroll/v2/timesheet-codes",
        "dispatch/v2/technician-shifts, technicianId, settings/v2/technicians",
        "crm/v2/locations/contacts, locationId, crm/v2/locations",
        "inventory/v2/trucks, warehouseId, inventory/v2/warehouses",
        "memberships/v2/memberships, membershipTypeId, memberships/v2/membership-types",
        "payroll/v2/jobs/splits, jobId, jpm/v2/jobs",
        "inventory/v2/purchase-orders, jobId, jpm/v2/jobs",
        "inventory/v2/returns, purchaseOrderId, inventory/v2/purchase-orders",
        "dispatch/v2/appointment-assignments, appointmentId, jpm/v2/appointments",
        "dispatch/v2/appointment-assignments, technicianId, settings/v2/technicians",
    })
    void referencesResolve(String path, String field, String target) {
        Set<Long> known = new HashSet<>(ids(all(target)));
        if (target.equals("jpm/v2/jobs")) {
            List<Map<?, ?>> deleted = new ArrayList<>();
            ask.feed("jpm/v2/export/jobs", null, deleted);
            known.addAll(ids(deleted));
        }
        Set<Long> named = new HashSet<>();
        for (Map<?, ?> row : all(path)) {
            Object value = row.get(field);
            if (value instanceof List<?> several) {
                several.forEach(each -> named.add(id(each)));
            } else if (value != null) {
                named.add(id(value instanceof Map<?, ?> object ? object.get("id") : value));
            }
        }
        assertThat(named).isNotEmpty();
        assertThat(known).containsAll(named);
    }

    @Test
    void moneyOfInvoicesIsTextAndAddsUp() {
        for (Map<?, ?> invoice : all("accounting/v2/invoices")) {
            assertThat(invoice.get("subTotal")).isInstanceOf(String.class);
            BigDecimal items = list(invoice.get("items")).stream()
                    .map(item -> number(map(item).get("total")))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(number(invoice.get("subTotal"))).isEqualByComparingTo(items);
            assertThat(number(invoice.get("total")))
                    .isEqualByComparingTo(number(invoice.get("subTotal")).add(number(invoice.get("salesTax"))));
        }
    }

    @Test
    void balancesAreWhatPaymentsLeave() {
        Map<Long, BigDecimal> applied = new HashMap<>();
        for (Map<?, ?> payment : all("accounting/v2/payments")) {
            BigDecimal sum = number(payment.get("unappliedAmount"));
            for (Object split : list(payment.get("appliedTo"))) {
                BigDecimal amount = number(map(split).get("appliedAmount"));
                sum = sum.add(amount);
                if (Boolean.TRUE.equals(payment.get("active"))) {
                    applied.merge(id(map(split).get("appliedTo")), amount, BigDecimal::add);
                }
            }
            assertThat(number(payment.get("total"))).isEqualByComparingTo(sum);
        }
        for (Map<?, ?> invoice : all("accounting/v2/invoices")) {
            assertThat(number(invoice.get("balance")))
                    .isEqualByComparingTo(number(invoice.get("total"))
                            .subtract(applied.getOrDefault(id(invoice.get("id")), BigDecimal.ZERO)));
        }
    }

    @Test
    void everyKindOfPaymentIsThere() {
        List<Map<?, ?>> payments = all("accounting/v2/payments");
        assertThat(payments).anyMatch(row -> list(row.get("appliedTo")).size() == 2);
        assertThat(payments).anyMatch(row -> list(row.get("appliedTo")).isEmpty());
        assertThat(payments)
                .anyMatch(row -> number(row.get("unappliedAmount")).signum() > 0
                        && !list(row.get("appliedTo")).isEmpty());
        assertThat(payments)
                .anyMatch(row -> number(row.get("total")).signum() < 0 && row.get("refundedPaymentId") != null);
        assertThat(payments).anyMatch(row -> Boolean.FALSE.equals(row.get("active")));
    }

    @Test
    void estimatesAddUpAndProductionBillsWhatWasSold() {
        Map<Long, BigDecimal> sold = new HashMap<>();
        for (Map<?, ?> estimate : all("sales/v2/estimates")) {
            BigDecimal items = list(estimate.get("items")).stream()
                    .map(item -> number(map(item).get("total")))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(number(estimate.get("subtotal"))).isEqualByComparingTo(items);
            if (string(map(estimate.get("status")).get("name")).equals("Sold")) {
                assertThat(estimate.get("active")).isEqualTo(true);
                sold.merge(id(estimate.get("jobId")), items, BigDecimal::add);
            }
        }
        Map<Long, BigDecimal> billed = all("accounting/v2/invoices").stream()
                .collect(Collectors.toMap(row -> id(row.get("id")), row -> number(row.get("subTotal"))));
        Set<BigDecimal> differences = new HashSet<>();
        for (Map<?, ?> job : all("jpm/v2/jobs")) {
            if (job.get("jobGeneratedLeadSource") != null) {
                BigDecimal there =
                        sold.get(id(map(job.get("jobGeneratedLeadSource")).get("jobId")));
                differences.add(requireNonNull(billed.get(id(job.get("invoiceId"))))
                        .subtract(there)
                        .stripTrailingZeros());
            }
        }
        assertThat(differences).containsExactlyInAnyOrder(BigDecimal.ZERO, new BigDecimal("1.5E+2"));
    }

    @Test
    void timesHaveUpToSevenDigitsAndDecimalsUpToNineteen() {
        Set<Integer> digits = all("jpm/v2/jobs").stream()
                .map(row -> string(row.get("createdOn")).length() - "2025-01-01T00:00:00Z".length())
                .collect(Collectors.toSet());
        assertThat(digits).contains(7, 8).allMatch(some -> some <= 8);
        all("jpm/v2/jobs").forEach(row -> Instant.parse(string(row.get("createdOn"))));
        assertThat(all("accounting/v2/invoices").toString()).contains("2.0000000000000000000", ".5000000000000000000");
    }

    @Test
    void theOwnersBusinessUnitsAndJobTypesAreThere() {
        assertThat(all("settings/v2/business-units").stream().map(row -> string(row.get("name"))))
                .contains("Andy's Painting-Sales", "Z-DO NOT USE - West - Sales", "Z-DO NOT USE - West- Production");
        assertThat(all("jpm/v2/job-types").stream().map(row -> string(row.get("name"))))
                .contains("ESTIMATE- WINDOW WASHING", "Estimate-RES-INT/EXT Plus Cabinets", "Touchup")
                .doesNotHaveDuplicates();
        assertThat(all("crm/v2/customers").stream().map(row -> string(row.get("name"))))
                .anyMatch(name -> name.contains("'"))
                .anyMatch(name -> name.startsWith("Test"))
                .anyMatch(name -> name.contains("田中"));
    }

    @Test
    void salesUnitsHaveJobsThatAreNoEstimates() {
        Map<Long, String> types = all("jpm/v2/job-types").stream()
                .collect(Collectors.toMap(row -> id(row.get("id")), row -> string(row.get("name"))));
        assertThat(all("jpm/v2/jobs"))
                .filteredOn(job -> string(job.get("businessUnitId")).equals("301"))
                .extracting(job -> types.get(id(job.get("jobTypeId"))))
                .contains("Safety Inspection", "ESTIMATE-RES-EXT", "Cabinets")
                .doesNotContain("Warranty");
    }

    @Test
    void jobsAreInEveryState() {
        assertThat(all("jpm/v2/jobs").stream()
                        .map(row -> string(row.get("jobStatus")))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("Scheduled", "InProgress", "Hold", "Completed", "Canceled");
        assertThat(all("jpm/v2/appointments").stream().map(row -> string(row.get("start"))))
                .anyMatch(start -> start.startsWith("2030-01-01"));
        assertThat(all("payroll/v2/gross-pay-items")).anyMatch(row -> row.get("id") == null);
        assertThat(all("accounting/v2/invoices").stream().map(row -> string(row.get("invoiceConfiguration"))))
                .contains("JobInvoice", "CounterSales", "MembershipInvoice");
        assertThat(all("accounting/v2/invoices")).anyMatch(row -> row.get("job") == null);
    }

    @Test
    void nothingWasModifiedBeforeItWasCreatedOrAfterTheLastDay() {
        for (String path :
                List.of("jpm/v2/jobs", "sales/v2/estimates", "accounting/v2/invoices", "accounting/v2/payments")) {
            for (Map<?, ?> row : all(path)) {
                Instant created = Instant.parse(string(row.get("createdOn")));
                Instant modified = Instant.parse(string(row.get("modifiedOn")));
                assertThat(modified).as(path).isBetween(created, Instant.parse("2025-11-04T06:30:00Z"));
            }
        }
    }

    @Test
    void anySizeIsServedWithoutBeingHeld() {
        SandboxData large = SandboxData.of(500_000);
        try (ServiceTitanSandbox other = ServiceTitanSandbox.start(large)) {
            Asking asking = new Asking(other);
            var page = asking.get(
                    "accounting/v2/invoices",
                    "page",
                    "100",
                    "pageSize",
                    "5000",
                    "activeState",
                    "All",
                    "sort",
                    "+Id",
                    "includeTotal",
                    "true");
            assertThat(page.total()).isEqualTo(500_004);
            assertThat(page.ids()).hasSize(5000).isSorted();
            assertThat(page.hasMore()).isTrue();
        }
    }

    @Test
    void theSameSeedMakesTheSameRowsAndAnotherOneOthers() {
        SandboxData data = SandboxData.small().withRounds(3);
        assertThat(rows(data)).isEqualTo(rows(data)).isNotEqualTo(rows(data.withSeed(7)));
    }

    private static List<Map<?, ?>> rows(SandboxData data) {
        try (ServiceTitanSandbox other = ServiceTitanSandbox.start(data)) {
            return new Asking(other).all("accounting/v2/invoices");
        }
    }
}
