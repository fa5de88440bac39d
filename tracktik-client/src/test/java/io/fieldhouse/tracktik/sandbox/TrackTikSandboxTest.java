package io.fieldhouse.tracktik.sandbox;

import static io.fieldhouse.tracktik.sandbox.Asking.list;
import static io.fieldhouse.tracktik.sandbox.Asking.map;
import static io.fieldhouse.tracktik.sandbox.Asking.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.tracktik.sandbox.Asking.Answer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages and the shape of answers. */
@Tag("times")
class TrackTikSandboxTest {
    private static final String DAYS = "2025-06-01|2025-06-07";

    private final TrackTikSandbox sandbox = TrackTikSandbox.start(SandboxData.small());
    private final Asking ask = new Asking(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void collectionsComeInTheVendorsEnvelope() {
        Answer page = ask.get("clients", "includeInactive", "true", "limit", "5", "offset", "2");
        assertThat(page.meta().keySet().stream().map(String::valueOf))
                .containsExactly("count", "request", "itemCount", "security", "debug", "resource", "limit", "offset");
        assertThat(page.count()).isEqualTo(sandbox.data().clients());
        assertThat(page.meta().get("itemCount")).hasToString("5");
        assertThat(page.meta().get("resource")).isEqualTo("clients");
        assertThat(page.rows()).hasSize(5);
        Map<?, ?> single = ask.get("clients/1002").row();
        assertThat(single).isEqualTo(page.rows().get(0));
    }

    @Test
    void everyResourceIsServed() {
        for (String resource : List.of(
                "regions",
                "clients",
                "accounts",
                "employees",
                "positions",
                "work-sessions",
                "break-sessions",
                "shift-summaries",
                "shift-period-summaries",
                "payroll-codes",
                "bill-items",
                "billable-items",
                "contracts",
                "invoices",
                "payroll-schedules",
                "payroll-payruns",
                "payroll-payrun-items",
                "shift-logs",
                "holidays")) {
            Answer page = ask.get(resource, "includeInactive", "true");
            assertThat(page.status()).as(resource).isEqualTo(200);
            assertThat(page.rows()).as(resource).isNotEmpty();
            Map<?, ?> first = page.rows().get(0);
            assertThat(ask.get(resource + "/" + first.get("id")).row())
                    .as(resource)
                    .isEqualTo(first);
        }
        Answer ledger = ask.get("pay-and-bill-transactions", "serviceDate:between", DAYS);
        assertThat(ask.get("pay-and-bill-transactions/" + ledger.rows().get(0).get("id"))
                        .row())
                .isEqualTo(ledger.rows().get(0));
        assertThat(ask.get("zones").status()).isEqualTo(404);
        assertThat(ask.get("clients/1").status()).isEqualTo(404);
    }

    @Test
    void pagesHaveAHundredRowsUnlessAskedAndNeverMoreThanAThousand() {
        assertThat(ask.get("shifts", "startDateTime:between", DAYS).rows()).hasSize(100);
        Answer large = ask.get("shifts", "startDateTime:between", "2025-05-30|2025-06-29", "limit", "5000");
        assertThat(large.meta().get("limit")).hasToString("1000");
        assertThat(large.rows()).hasSize(1000);
    }

    @Test
    void pagesTileTheWholeInEitherOrder() {
        String[] query = {"startDateTime:between", DAYS, "position.account.region:in", "271,272"};
        List<Long> all = ask.all("shifts", query).stream()
                .map(row -> Asking.id(row.get("id")))
                .toList();
        assertThat(all).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(50);
        for (int size : new int[] {1, 7, 13}) {
            List<Long> up = new ArrayList<>();
            List<Long> down = new ArrayList<>();
            for (int offset = 0; offset < all.size() + size; offset += size) {
                up.addAll(page(query, size, offset, "id"));
                down.addAll(page(query, size, offset, "-id"));
            }
            assertThat(up).isEqualTo(all);
            Collections.reverse(down);
            assertThat(down).isEqualTo(all);
        }
    }

    private List<Long> page(String[] query, int limit, int offset, String sort) {
        return ask.get(
                        "shifts",
                        query[0],
                        query[1],
                        query[2],
                        query[3],
                        "limit",
                        String.valueOf(limit),
                        "offset",
                        String.valueOf(offset),
                        "sort",
                        sort)
                .ids();
    }

    @Test
    void otherOrdersWork() {
        List<Map<?, ?>> rows = ask.get("employees", "sort", "-region,lastName").rows();
        assertThat(rows.stream().map(row -> Asking.id(row.get("region"))).toList())
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(ask.get("employees", "sort", "nothing").status()).isEqualTo(400);
    }

    @Test
    void fieldsOnDemandAreAbsentUnlessIncluded() {
        Map<?, ?> plain = ask.get("shifts/1000000").row();
        assertThat(plain.containsKey("approvedHours")).isFalse();
        assertThat(plain.containsKey("startsOn")).isFalse();
        Map<?, ?> more = ask.get("shifts/1000000", "include", "approvedHours,startsOn,payRate")
                .row();
        assertThat(more.containsKey("approvedHours")).isTrue();
        assertThat(Asking.id(more.get("startsOn"))).isGreaterThan(1_700_000_000L);
        assertThat(ask.get("clients/1000").row().containsKey("name")).isFalse();
    }

    @Test
    void timestampsComeInTheFormThatIsSet() {
        for (TimestampForm form : TimestampForm.values()) {
            try (TrackTikSandbox other = TrackTikSandbox.start(
                    SandboxData.small(), SandboxOptions.defaults().withTimestamps(form))) {
                Object start = new Asking(other)
                        .get("shifts/1000000", "include", "startsOn")
                        .row()
                        .get("startsOn");
                assertThat(string(start))
                        .matches(form == TimestampForm.ISO ? "2025-05-30T\\d\\d:00:00\\+00:00" : "17\\d{8}");
                assertThat(start).isInstanceOf(form == TimestampForm.EPOCH_NUMBER ? BigDecimal.class : String.class);
            }
        }
    }

    @Test
    void includedRelationsBecomeObjectsAtAnyDepth() {
        Map<?, ?> row = ask.get(
                        "shifts",
                        "id",
                        "1000013",
                        "includeInactive",
                        "true",
                        "include",
                        "position.account.region.parentRegion,employee,workSessions")
                .rows()
                .get(0);
        Map<?, ?> region = map(map(map(row.get("position")).get("account")).get("region"));
        assertThat(region.get("name")).isEqualTo("N California");
        assertThat(map(region.get("parentRegion")).get("name")).isEqualTo("KAISER");
        list(row.get("workSessions"))
                .forEach(session -> assertThat(map(session).get("startedOn")).isNotNull());
    }

    @Test
    void unknownIncludesAreRefused() {
        Answer answer = ask.get("shifts", "startDateTime", "2025-06-01", "include", "employee,account");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("account is not a field in shifts");
        assertThat(ask.get("invoices", "include", "lines").status()).isEqualTo(400);
    }

    @Test
    void fieldsChooseRenameAndFlatten() {
        Map<?, ?> row = ask.get("shifts/1000000", "fields", "id,status:STATE,position.name:post,payRate")
                .row();
        assertThat(row.keySet().stream().map(String::valueOf)).containsExactly("id", "STATE", "post", "payRate");
    }

    @Test
    void extensionsAreComputedForSingleShifts() {
        Map<?, ?> twice =
                ask.all("shifts", "startDateTime:between", DAYS, "fields", "id,workSessions,breakInMinutes").stream()
                        .filter(row -> list(row.get("workSessions")).size() == 2)
                        .findFirst()
                        .orElseThrow();
        List<?> sessions = list(twice.get("workSessions"));
        Map<?, ?> shift = ask.get("shifts/" + twice.get("id"), "extension", "breakCompliance,clockInRestrictions")
                .row();
        Map<?, ?> computed = map(map(shift.get("breakCompliance")).get("computedSessions"));
        assertThat(map(computed.get("clockIn")).get("expected")).isEqualTo(shift.get("startDateTime"));
        assertThat(instant(map(computed.get("clockIn")).get("actual")))
                .isEqualTo(instant(map(sessions.get(0)).get("startedOn")));
        assertThat(instant(map(computed.get("clockOut")).get("actual")))
                .isEqualTo(instant(map(sessions.get(1)).get("endedOn")));
        assertThat(map(computed.get("mealBreak")).get("expectedInMinutes")).isEqualTo(twice.get("breakInMinutes"));
        assertThat(map(computed.get("mealBreak")).get("actualInMinutes")).hasToString("30");
        assertThat(map(shift.get("clockInRestrictions")).get("canClockInOnShiftApp"))
                .isEqualTo(true);
        assertThat(shift.containsKey("clockOutRestrictions")).isFalse();
    }

    private static Instant instant(@Nullable Object time) {
        return OffsetDateTime.parse(string(time)).toInstant();
    }

    @Test
    void extensionsAreRefusedForCollectionsAndWhereThereIsNone() {
        assertThat(ask.get("shifts", "id", "1000000", "extension", "breakCompliance")
                        .error())
                .isEqualTo("extension is not a field in shifts");
        assertThat(ask.get("shifts/1000000", "extension", "breakCompliance,distance")
                        .error())
                .isEqualTo("distance is not an extension of shifts");
        assertThat(ask.get("employees/500000", "extension", "breakCompliance").status())
                .isEqualTo(400);
    }

    @Test
    void invoicesHaveTheirLinesOneByOne() {
        Map<?, ?> invoice = ask.get("invoices/600000", "include", "lines").row();
        var sum = list(invoice.get("lines")).stream()
                .map(line -> Asking.number(map(line).get("lineSubTotal")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isPositive().isEqualByComparingTo(Asking.number(invoice.get("total")));
    }

    @Test
    void requestsAreCountedAndNothingElse() {
        sandbox.requests().reset();
        ask.get("regions");
        ask.get("regions/17");
        ask.get("shifts");
        ask.password();
        ask.get("me/work-sessions");
        assertThat(sandbox.requests().total()).isEqualTo(5);
        assertThat(sandbox.requests().of("me/work-sessions")).isEqualTo(1);
        assertThat(sandbox.requests().of("regions")).isEqualTo(1);
        assertThat(sandbox.requests().of("regions/{id}")).isEqualTo(1);
        assertThat(sandbox.requests().tokens()).isEqualTo(1);
        assertThat(sandbox.requests().refused()).isEqualTo(1);
        assertThat(sandbox.requests().mostInFlight()).isEqualTo(1);
    }

    @Test
    void requestsInFlightAreCounted() throws Exception {
        SandboxOptions slow = SandboxOptions.defaults().withLatency(Duration.ofMillis(50));
        try (TrackTikSandbox other = TrackTikSandbox.start(SandboxData.small(), slow)) {
            Asking asking = new Asking(other);
            var threads = Executors.newFixedThreadPool(4);
            List<Callable<Answer>> calls = Collections.nCopies(12, () -> asking.get("regions"));
            for (var answer : threads.invokeAll(calls)) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
            threads.shutdown();
            assertThat(other.requests().mostInFlight()).isBetween(2L, 4L);
        }
    }

    @Test
    void anyAnswerCanBeGiven() {
        sandbox.respondWith("vehicles", 207, Headers.of("X-Test", "yes"), "[]");
        Answer answer = ask.get("vehicles");
        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.headers().get("X-Test")).isEqualTo("yes");
        assertThat(answer.text()).isEqualTo("[]");
    }

    @Test
    void rangesThatAreTooWideTimeOut() {
        try (TrackTikSandbox slow = TrackTikSandbox.start(
                SandboxData.small(), SandboxOptions.defaults().withMostInTime(200, 5))) {
            Asking asking = new Asking(slow);
            assertThat(asking.get("shifts", "startDateTime:between", DAYS).status())
                    .isEqualTo(504);
            assertThat(asking.get("shifts", "startDateTime:between", "2025-06-01|2025-06-05")
                            .status())
                    .isEqualTo(504);
            assertThat(asking.get("shifts", "startDateTime:between", "2025-06-01|2025-06-03")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aSecondLookFindsWhatChanged() {
        LocalDate period = LocalDate.of(2025, 6, 13);
        SandboxTruth before = sandbox.data();
        String[] query = {"startDateTime:between", "2025-06-13|2025-06-26", "includeInactive", "true"};
        var idsBefore = Asking.ids(ask.all("shifts", query));
        String nameBefore = string(ask.get("clients/1000").row().get("company"));

        SandboxChange change = sandbox.change(period);
        var idsAfter = Asking.ids(ask.all("shifts", query));
        var gone = new HashSet<>(idsBefore);
        gone.removeAll(idsAfter);
        assertThat(gone).containsExactlyInAnyOrder(change.shiftVanished(), change.shiftMoved());
        assertThat(ask.get("shifts", "startDateTime", "2025-06-27", "includeInactive", "true", "limit", "1000")
                        .ids())
                .contains(change.shiftMoved());
        assertThat(ask.get("shifts/" + change.shiftCancelled()).row().get("status"))
                .isEqualTo("CANCELLED");
        assertThat(ask.get("shifts/" + change.shiftVanished()).status()).isEqualTo(404);
        assertThat(string(ask.get("clients/1000").row().get("company"))).isNotEqualTo(nameBefore);
        assertThat(ask.get("employees/" + change.employeeRetired()).row().get("status"))
                .isEqualTo("TERMINATED");
        assertThat(sandbox.data().shift(change.shiftRerated()).paidAmount())
                .isGreaterThan(before.shift(change.shiftRerated()).paidAmount());
        assertThat(sandbox.data()
                        .totals(period, period.plusDays(13), shift -> true)
                        .shifts())
                .isEqualTo(idsAfter.size());
    }
}
