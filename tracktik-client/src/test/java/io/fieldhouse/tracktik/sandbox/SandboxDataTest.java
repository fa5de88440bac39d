package io.fieldhouse.tracktik.sandbox;

import static io.fieldhouse.tracktik.sandbox.Asking.map;
import static io.fieldhouse.tracktik.sandbox.Asking.number;
import static io.fieldhouse.tracktik.sandbox.Asking.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.tracktik.sandbox.SandboxTruth.Totals;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("times")
class SandboxDataTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 6, 13);
    private static final LocalDate LAST = LocalDate.of(2025, 6, 26);
    private static final String PERIOD = "2025-06-13|2025-06-26";
    private static final String DEMAND = "clockedHours,approvedHours,billableHours,payableHours,overtimeHours,"
            + "holidayHours,paidAmount,billedAmount,payRate,billRate,modifiedOn";

    private static final TrackTikSandbox sandbox = TrackTikSandbox.start(SandboxData.small());
    private static final Asking ask = new Asking(sandbox);

    @AfterAll
    static void close() {
        sandbox.close();
    }

    private static List<Map<?, ?>> shifts(String days, String... more) {
        List<String> query = new ArrayList<>(List.of("startDateTime:between", days, "includeInactive", "true"));
        query.addAll(List.of(more));
        return ask.all("shifts", query.toArray(String[]::new));
    }

    private static BigDecimal sum(List<Map<?, ?>> rows, String field) {
        return rows.stream()
                .map(row -> row.get(field) == null ? BigDecimal.ZERO : number(row.get(field)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void kaiserIsAParentOfEightInFourTimeZones() {
        List<Map<?, ?>> tree =
                ask.get("regions", "parentRegion", "17", "include", "timeZone").rows();
        assertThat(tree.stream().map(row -> string(row.get("name"))).toList())
                .containsExactly(
                        "N California",
                        "S California",
                        "Hawaii",
                        "Washington",
                        "Colorado",
                        "Georgia",
                        "MidAtlantic",
                        "Northwest");
        assertThat(tree.stream().map(row -> string(row.get("timeZone"))).collect(Collectors.toSet()))
                .hasSize(4);
        assertThat(ask.get("clients", "region", "17", "includeInactive", "true").count())
                .isZero();
    }

    @Test
    void theSameSeedMakesTheSameData() {
        try (TrackTikSandbox twin = TrackTikSandbox.start(SandboxData.small());
                TrackTikSandbox other =
                        TrackTikSandbox.start(SandboxData.small().withSeed(1))) {
            String[] query = {"startDateTime", "2025-06-20", "include", DEMAND};
            assertThat(new Asking(twin).get("shifts", query).text())
                    .isEqualTo(ask.get("shifts", query).text());
            assertThat(new Asking(other).get("shifts", query).text())
                    .isNotEqualTo(ask.get("shifts", query).text());
        }
    }

    @Test
    void theTruthIsWhatIsServed() {
        Set<Long> kaiser = sandbox.data().regionTree(sandbox.data().kaiser());
        List<Map<?, ?>> rows = shifts(PERIOD, "position.account.region:in", join(kaiser), "include", DEMAND);
        Totals truth = sandbox.data()
                .totals(FIRST, LAST, shift -> shift.siteRegion() != null && kaiser.contains(shift.siteRegion()));
        assertThat(rows).hasSize((int) truth.shifts());
        assertThat(sum(rows, "payableHours")).isEqualByComparingTo(truth.payableHours());
        assertThat(sum(rows, "billableHours")).isEqualByComparingTo(truth.billableHours());
        assertThat(sum(rows, "paidAmount")).isEqualByComparingTo(truth.paidAmount());
        assertThat(sum(rows, "billedAmount")).isEqualByComparingTo(truth.billedAmount());
        assertThat(Asking.ids(shifts(PERIOD, "employee.region:in", join(kaiser))))
                .isEqualTo(sandbox.data().shiftsOfEmployees(kaiser, FIRST, LAST).stream()
                        .map(shift -> shift.id())
                        .collect(Collectors.toSet()));
    }

    private static String join(Set<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    @Test
    void moneyAddsUpInEveryRow() {
        for (String resource : List.of("shift-summaries", "shift-period-summaries")) {
            for (Map<?, ?> row : ask.all(resource, "periodDate:between", PERIOD)) {
                for (String family : List.of("", "Planned", "Actual")) {
                    assertThat(plus(row, family, "payRegularHours", "payOvertimeHours", "payHolidayHours"))
                            .isEqualByComparingTo(number(row.get("payHours" + family)));
                    assertThat(number(row.get("payHours" + family))
                                    .multiply(number(row.get("payBaseRate" + family)))
                                    .add(plus(
                                            row, family, "payOvertimeImpact", "payHolidayImpact", "payPremiumImpact")))
                            .isEqualByComparingTo(number(row.get("payTotal" + family)));
                    assertThat(number(row.get("billHours" + family))
                                    .multiply(number(row.get("billBaseRate" + family)))
                                    .add(plus(
                                            row,
                                            family,
                                            "billOvertimeImpact",
                                            "billHolidayImpact",
                                            "billPremiumImpact",
                                            "billDiscountImpact")))
                            .isEqualByComparingTo(number(row.get("billTotal" + family)));
                }
            }
        }
    }

    private static BigDecimal plus(Map<?, ?> row, String family, String... fields) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String field : fields) {
            sum = sum.add(number(row.get(field + family)));
        }
        return sum;
    }

    @Test
    void shiftsSummariesPartsLedgerAndPayRunsAgree() {
        String ids = "1000060,1000061,1000062,1000063,1000064,1000070,1000080,1000100,1000110,1000119,1000839,1000838";
        Map<Long, BigDecimal> pay = amounts(shifts("2025-05-30|2025-06-25", "include", DEMAND), "id", "paidAmount");
        Map<Long, BigDecimal> bill = amounts(shifts("2025-05-30|2025-06-25", "include", DEMAND), "id", "billedAmount");
        String[] some = {"shift:in", ids};
        var summaries = ask.all("shift-summaries", some);
        var parts = ask.all("shift-period-summaries", some);
        assertThat(parts).hasSizeGreaterThan(summaries.size());
        var ledger = ask.all("pay-and-bill-transactions", "shift:in", ids, "serviceDate:after", "2025-01-01");
        var paid = ledger.stream()
                .filter(row -> string(row.get("type")).equals("PAY"))
                .toList();
        var billed = ledger.stream()
                .filter(row -> string(row.get("type")).equals("BILL"))
                .toList();
        for (String id : ids.split(",", -1)) {
            Long shift = Long.valueOf(id);
            assertThat(amounts(summaries, "shift", "payTotal").get(shift)).isEqualByComparingTo(pay.get(shift));
            assertThat(amounts(summaries, "shift", "billTotal").get(shift)).isEqualByComparingTo(bill.get(shift));
            assertThat(amounts(parts, "shift", "payTotal").get(shift)).isEqualByComparingTo(pay.get(shift));
            assertThat(amounts(parts, "shift", "billTotal").get(shift)).isEqualByComparingTo(bill.get(shift));
            assertThat(amounts(paid, "shift", "total").getOrDefault(shift, BigDecimal.ZERO))
                    .isEqualByComparingTo(pay.get(shift));
            assertThat(amounts(billed, "shift", "total").getOrDefault(shift, BigDecimal.ZERO))
                    .isEqualByComparingTo(bill.get(shift));
            var items = ask.all("payroll-payrun-items", "shift", id);
            assertThat(sum(items, "total")).isEqualByComparingTo(pay.get(shift));
        }
    }

    private static Map<Long, BigDecimal> amounts(List<Map<?, ?>> rows, String key, String field) {
        Map<Long, BigDecimal> amounts = new HashMap<>();
        rows.forEach(row -> amounts.merge(Asking.id(row.get(key)), number(row.get(field)), BigDecimal::add));
        return amounts;
    }

    @Test
    void everyKindOfShiftIsThere() {
        List<Map<?, ?>> rows = new ArrayList<>(shifts("2025-06-13|2025-07-12", "include", DEMAND));
        rows.addAll(shifts("2025-07-13|2025-08-07", "include", DEMAND));
        assertThat(rows).anyMatch(row -> row.get("employee") == null && Boolean.TRUE.equals(row.get("vacant")));
        assertThat(rows).anyMatch(row -> "CANCELLED".equals(row.get("status")));
        assertThat(rows).anyMatch(row -> Boolean.FALSE.equals(row.get("billable")));
        assertThat(rows).anyMatch(row -> number(row.get("breakInMinutes")).signum() > 0);
        assertThat(rows).anyMatch(row -> number(row.get("overtimeHours")).signum() > 0);
        assertThat(rows).anyMatch(row -> number(row.get("holidayHours")).signum() > 0);
        assertThat(rows)
                .anyMatch(row -> !string(row.get("startDateTime"))
                        .substring(0, 10)
                        .equals(string(row.get("endDateTime")).substring(0, 10)));
        assertThat(rows).anyMatch(row -> string(row.get("startDateTime")).contains("T00:00:00-04:00"));
        assertThat(rows.stream().map(row -> string(row.get("attendanceStatus"))).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "SCHEDULED", "IN_PROGRESS", "COMPLETED", "EARLY_CLOCK_OUT", "OVER_CLOCK", "MISSED", "PTO");
        assertThat(rows)
                .anyMatch(row -> row.get("approvedHours") == null && "COMPLETED".equals(row.get("attendanceStatus")));
        assertThat(ask.get("positions", "account:isnull", "", "includeInactive", "true")
                        .count())
                .isPositive();
    }

    @Test
    void clocksThatChangeMakeNightsLongerAndShorter() {
        for (String night : List.of("2025-03-08", "2025-11-01")) {
            LocalDate day = LocalDate.parse(night);
            try (TrackTikSandbox other =
                    TrackTikSandbox.start(SandboxData.small().withDays(day, day.plusDays(1)))) {
                Set<Duration> odd = other.data()
                        .shifts(day, day)
                        .map(shift -> Duration.between(shift.start(), shift.end())
                                .minus(Duration.between(
                                        shift.start().toLocalDateTime(),
                                        shift.end().toLocalDateTime())))
                        .collect(Collectors.toSet());
                assertThat(odd)
                        .containsExactlyInAnyOrder(Duration.ZERO, Duration.ofHours(night.contains("-03-") ? -1 : 1));
            }
        }
    }

    @Test
    void sessionsAreUtcAndSomeAreLateEarlyTwiceOrOpen() {
        Map<Long, List<Map<?, ?>>> byShift = new HashMap<>();
        ask.all("work-sessions", "startedOn:between", PERIOD)
                .forEach(row -> byShift.computeIfAbsent(Asking.id(row.get("shift")), id -> new ArrayList<>())
                        .add(row));
        Set<String> kinds = new HashSet<>();
        for (Map<?, ?> shift : shifts("2025-06-14|2025-06-25")) {
            List<Map<?, ?>> sessions = byShift.getOrDefault(Asking.id(shift.get("id")), List.of());
            kinds.add(sessions.size() + " sessions");
            for (Map<?, ?> session : sessions) {
                assertThat(string(session.get("startedOn"))).endsWith("+00:00");
                Duration late = Duration.between(time(shift.get("startDateTime")), time(session.get("startedOn")));
                kinds.add(late.toMinutes() > 5 ? "late" : "on time");
                kinds.add(string(session.get("status")));
                assertThat(session.get("endedOn") == null)
                        .isEqualTo(string(session.get("status")).equals("OPEN"));
            }
        }
        assertThat(kinds).contains("0 sessions", "1 sessions", "2 sessions", "late", "on time", "OPEN", "CLOSED");
        Map<?, ?> rest =
                ask.get("break-sessions", "include", "startedOn,endedOn").rows().get(0);
        assertThat(Duration.between(time(rest.get("startedOn")), time(rest.get("endedOn"))))
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(string(rest.get("startDateTime"))).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");
    }

    private static OffsetDateTime time(@Nullable Object value) {
        return OffsetDateTime.parse(string(value));
    }

    @Test
    void peopleHaveNamesThatTripSoftwareUp() {
        String names = ask.all("employees", "includeInactive", "true").stream()
                .map(row -> string(row.get("name")))
                .collect(Collectors.joining("\n"));
        assertThat(names).contains("'", "é", "田中", "🦉");
        assertThat(ask.all("employees", "includeInactive", "true"))
                .allSatisfy(row -> assertThat(string(row.get("email"))).endsWith("@example.com"));
        Map<?, ?> site = ask.get("clients/1000", "include", "address,timeZone").row();
        assertThat(map(site.get("address")).get("city")).isNotNull();
    }

    @Test
    void anySizeIsServedWithoutBeingHeld() {
        SandboxData large = SandboxData.of(1_000_000);
        assertThat(large.totalShifts()).isEqualTo(1_000_000);
        try (TrackTikSandbox other = TrackTikSandbox.start(large)) {
            var page = new Asking(other)
                    .get(
                            "shifts",
                            "startDateTime:between",
                            "2025-12-01|2025-12-31",
                            "offset",
                            "61000",
                            "limit",
                            "1000",
                            "includeInactive",
                            "true");
            assertThat(page.count()).isEqualTo(62_000);
            assertThat(page.ids()).hasSize(1000).contains(1_999_999L);
        }
    }
}
