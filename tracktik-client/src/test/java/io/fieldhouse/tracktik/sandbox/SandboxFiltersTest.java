package io.fieldhouse.tracktik.sandbox;

import static io.fieldhouse.tracktik.sandbox.Asking.map;
import static io.fieldhouse.tracktik.sandbox.Asking.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.tracktik.sandbox.Asking.Answer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("times")
class SandboxFiltersTest {
    private static final TrackTikSandbox sandbox = TrackTikSandbox.start(SandboxData.small());
    private static final Asking ask = new Asking(sandbox);

    @AfterAll
    static void close() {
        sandbox.close();
    }

    private static void refused(String error, String path, String... query) {
        Answer answer = ask.get(path, query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).contains(error);
    }

    @Test
    void unknownKeysAreTakenForFields() {
        refused("page is not a field in employees", "employees", "page", "1");
        refused("account is not a field in shifts", "shifts", "startDateTime", "2025-06-01", "account", "1000");
        refused("account.id is not a field in shifts", "shifts", "id", "1000000", "account.id:in", "1000");
        refused("operator like is not available", "employees", "lastName:like", "x");
    }

    @Test
    void shiftsRequireAFilterOrAScope() {
        refused("shifts requires at least one filter", "shifts");
        refused("shifts requires at least one filter", "shifts", "scope", "PUBLISHED");
        refused("shifts requires at least one filter", "shifts", "employee.region", "271");
        assertThat(ask.get("shifts", "scope", "IS_CURRENT").status()).isEqualTo(200);
        assertThat(ask.get("shifts", "employee", "500001").rows()).isNotEmpty();
        refused("NONSENSE is not a scope", "shifts", "scope", "NONSENSE");
    }

    @Test
    void theLedgerRequiresAFilterToo() {
        refused("requires", "pay-and-bill-transactions", "region", "271");
        assertThat(ask.get("pay-and-bill-transactions", "serviceDate", "2025-06-02")
                        .rows())
                .isNotEmpty();
    }

    @Test
    void reportsRequireTheirTimeOrAPosition() {
        refused("reports requires at least one filter of position, reportDateTime", "reports");
        refused("reports requires at least one filter", "reports", "status", "NEW");
        List<Map<?, ?>> rows = ask.all("reports", "reportDateTime:between", "2025-06-13|2025-06-26");
        assertThat(rows).hasSizeBetween(50, 60 * 14 / 2).allSatisfy(row -> {
            assertThat(string(row.get("reportDateTime"))).isBetween("2025-06-13", "2025-06-27");
        });
        assertThat(rows.stream().map(row -> string(row.get("status"))).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("NEW", "VERIFICATION", "PENDING", "APPROVED");
        Map<?, ?> first = rows.get(0);
        assertThat(ask.get("reports", "position", string(first.get("position")), "limit", "1000")
                        .ids())
                .contains(Asking.id(first.get("id")));
        assertThat(ask.get("reports", "position", string(first.get("position")), "include", "position")
                        .rows())
                .allSatisfy(row -> assertThat((Object) map(row.get("position")).get("account"))
                        .isEqualTo(row.get("account")));
        assertThat(ask.get("reports/" + first.get("id")).row()).isEqualTo(first);
    }

    @Test
    void comparisonsOfDateTimesAreIgnoredSilently() {
        Answer answer = ask.get("shifts", "startDateTime:gte", "2025-08-01", "includeInactive", "true");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.count()).isEqualTo(sandbox.data().size().totalShifts());
    }

    @Test
    void comparisonsOfTimestampsWork() {
        OffsetDateTime from = OffsetDateTime.parse("2025-06-10T00:00:00Z");
        OffsetDateTime to = from.plusDays(50);
        Answer answer = ask.get(
                "shifts",
                "startsOn:gte",
                String.valueOf(from.toEpochSecond()),
                "startsOn:lt",
                String.valueOf(to.toEpochSecond()),
                "includeInactive",
                "true");
        assertThat(answer.count())
                .isEqualTo(sandbox.data()
                        .shifts(LocalDate.of(2025, 6, 8), LocalDate.of(2025, 8, 3))
                        .filter(shift ->
                                !shift.start().isBefore(from) && shift.start().isBefore(to))
                        .count());
    }

    @Test
    void aDayIsThatOfEachSitesOwnClocksAndTheLastOneIsWhole() {
        LocalDate first = LocalDate.of(2025, 6, 13);
        LocalDate last = LocalDate.of(2025, 6, 26);
        Answer answer = ask.get("shifts", "startDateTime:between", "2025-06-13|2025-06-26", "includeInactive", "true");
        List<Map<?, ?>> rows =
                ask.all("shifts", "startDateTime:between", "2025-06-13|2025-06-26", "includeInactive", "true");
        assertThat(rows).hasSize((int) answer.count());
        assertThat(Asking.ids(rows))
                .isEqualTo(sandbox.data()
                        .shifts(first, last)
                        .map(shift -> shift.id())
                        .collect(Collectors.toSet()));
        Set<String> days = new HashSet<>();
        rows.forEach(row -> days.add(string(row.get("startDateTime")).substring(0, 10)));
        assertThat(days).hasSize(14).contains("2025-06-13", "2025-06-26");
        Set<String> offsets = new HashSet<>();
        rows.forEach(row -> offsets.add(string(row.get("startDateTime")).substring(19)));
        assertThat(offsets).contains("-04:00", "-06:00", "-07:00", "-10:00");
    }

    @Test
    void datesOverAMonthAreRefusedAndAMonthIsNot() {
        refused("at most one month", "shifts", "startDateTime:between", "2025-05-30|2025-07-01");
        assertThat(ask.get("shifts", "startDateTime:between", "2025-06-01|2025-07-01")
                        .status())
                .isEqualTo(200);
        refused("is not a date", "shifts", "startDateTime", "soon");
        refused("separated by |", "shifts", "startDateTime:between", "2025-06-01");
    }

    @Test
    void afterAndBeforeExclude() {
        assertThat(ask.get("shifts", "startDateTime:after", "2025-08-06", "includeInactive", "true")
                        .count())
                .isEqualTo(60);
        assertThat(ask.get("shifts", "startDateTime:before", "2025-05-31", "includeInactive", "true")
                        .count())
                .isEqualTo(60);
        String start = "2025-06-02T09:00:00";
        long at = ask.get("shifts", "startDateTime", start, "includeInactive", "true")
                .count();
        long after = ask.get("shifts", "startDateTime:after", start, "includeInactive", "true")
                .count();
        long before = ask.get("shifts", "startDateTime:before", start, "includeInactive", "true")
                .count();
        assertThat(at + after + before).isEqualTo(sandbox.data().size().totalShifts());
    }

    @ParameterizedTest
    @CsvSource({
        "startDateTime:between, 2025-06-02T06:00:00|2025-06-02T14:15:00",
        "startDateTime:between, 2025-06-02 06:00:00|2025-06-03 14:15:00",
        "startDateTime:between, 2025-06-02T06:00:00-07:00|2025-06-02T14:15:00Z",
        "startDateTime:between, 2025-06-02T06:00:00 01:00|2025-06-05",
        "startsOn:between, 1748865600|1748901600",
        "endDateTime:between, 2025-06-02T06:00:00|2025-06-02T14:15:00",
        "endsOn:after, 2025-08-07",
    })
    void arithmeticFindsTheSameRowsAsLookingAtEach(String filter, String value) {
        // A condition on a relation of every row makes the sandbox look at each of them, across the whole of them.
        Set<Long> found = Asking.ids(ask.all("shifts", filter, value, "includeInactive", "true"));
        Set<Long> each = new HashSet<>();
        for (String days : List.of("2025-05-30|2025-06-28", "2025-06-29|2025-07-27", "2025-07-28|2025-08-07")) {
            each.addAll(Asking.ids(ask.all(
                    "shifts",
                    "startDateTime:between",
                    days,
                    filter,
                    value,
                    "position.id:gt",
                    "1",
                    "includeInactive",
                    "1")));
        }
        assertThat(found).isNotEmpty().isEqualTo(each);
    }

    @Test
    void listsOfMoreThanAHundredAreRefused() {
        String hundred = String.join(",", Collections.nCopies(100, "1000001"));
        assertThat(ask.get("shifts", "id:in", hundred, "includeInactive", "true")
                        .count())
                .isEqualTo(1);
        refused("at most 100 values, not 101", "shifts", "id:in", hundred + ",1000002");
    }

    @Test
    void textsMatchWhateverTheirCase() {
        assertThat(ask.get("regions", "name", "kaiser").ids()).containsExactly(17L);
        assertThat(ask.get("regions", "name:contains", "KAISER").rows()).hasSizeGreaterThan(1);
        assertThat(ask.get("regions", "name:startswith", "mid").rows()).hasSize(1);
        assertThat(ask.get("regions", "customId:endswith", "-hi").ids()).containsExactly(273L);
        assertThat(ask.get("regions", "customId", "1029").ids()).containsExactly(278L);
    }

    @Test
    void tagsAreAskedForTogetherOrInTheAlternative() {
        Map<Long, List<String>> tags = new HashMap<>();
        ask.all("employees", "include", "tags", "includeInactive", "true")
                .forEach(row -> tags.put(Asking.id(row.get("id")), Asking.texts(row.get("tags"))));

        assertThat(tagged("Armed,Driver"))
                .isNotEmpty()
                .isEqualTo(idsWhere(tags, set -> set.contains("Armed") && set.contains("Driver")));
        assertThat(tagged("armed|DRIVER"))
                .isEqualTo(idsWhere(tags, set -> set.contains("Armed") || set.contains("Driver")))
                .hasSizeGreaterThan(tagged("Armed").size())
                .hasSizeLessThan(tags.size());
        assertThat(tagged("Arm")).isEmpty();
        assertThat(ask.get("shifts", "startDateTime", "2025-06-02", "position.account.tags:inSet", "Parking")
                        .count())
                .isBetween(1L, 59L);
        refused("operator inSet is not available for lastName", "employees", "lastName:inSet", "Lee");
    }

    private static Set<Long> tagged(String tags) {
        return Asking.ids(ask.all("employees", "tags:inSet", tags, "includeInactive", "true"));
    }

    private static Set<Long> idsWhere(Map<Long, List<String>> tags, Predicate<List<String>> wanted) {
        return tags.entrySet().stream()
                .filter(entry -> wanted.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Test
    void relationsAreFilteredByIdAndThroughDots() {
        long sub = ask.get("regions", "parentRegion", "17").count();
        assertThat(sub).isEqualTo(8);
        assertThat(ask.get("regions", "parentRegion.id", "17").count()).isEqualTo(sub);
        assertThat(ask.get("regions", "parentRegion.name", "kaiser").count()).isEqualTo(sub);
        assertThat(ask.get("regions", "parentRegion:isnull", "").ids()).containsExactly(17L, 40L, 50L);
        assertThat(ask.get("regions", "parentRegion:isnotnull", "").count()).isGreaterThan(sub);
        assertThat(ask.get("regions", "parentRegion:not", "17").count()).isPositive();
        assertThat(ask.get("positions", "account.id", "1000", "includeInactive", "true")
                        .rows())
                .hasSize(3);
        assertThat(ask.get("employees", "region.id:gt", "277").count())
                .isEqualTo(ask.get("employees", "region", "278").count());
        assertThat(ask.get("payroll-payrun-items", "payrun.id", "30000").rows()).isNotEmpty();
        assertThat(ask.get("work-sessions", "shift:in", "1000000,1000001,1000002", "account:isnotnull", "")
                        .rows())
                .allSatisfy(row -> assertThat(Asking.id(row.get("shift"))).isBetween(1_000_000L, 1_000_002L));
    }

    @Test
    void aTreeOfRegionsIsGivenWhole() {
        assertThat(new HashSet<>(
                        ask.get("regions", "subRegionTreeOfRegionId", "17").ids()))
                .isEqualTo(sandbox.data().regionTree(17));
        assertThat(ask.get("regions", "subRegionTreeOfRegionId", "50", "includeInactive", "true")
                        .ids())
                .contains(52L, 54L);
    }

    @Test
    void onlyWhatIsActiveIsGivenUnlessAskedFor() {
        for (String resource : List.of("clients", "employees", "positions", "regions", "payroll-codes")) {
            long active = ask.get(resource).count();
            assertThat(ask.get(resource, "includeInactive", "true").count()).isGreaterThan(active);
        }
        assertThat(ask.get("employees", "status", "TERMINATED").count()).isZero();
        String[] days = {"startDateTime:between", "2025-06-01|2025-06-30"};
        assertThat(ask.all("shifts", days))
                .allSatisfy(row -> assertThat((Object) row.get("status")).isEqualTo("ACTIVE"));
        assertThat(ask.all("shifts", days[0], days[1], "includeInactive", "true"))
                .anySatisfy(row -> assertThat((Object) row.get("status")).isEqualTo("CANCELLED"));
    }

    @Test
    void whatIsMineIsOfTheUserOnly() {
        long user = sandbox.data().user();
        String[] days = {"startDateTime:between", "2025-06-13|2025-07-10", "includeInactive", "true"};
        assertThat(Asking.ids(ask.all("me/shifts", days)))
                .isNotEmpty()
                .isEqualTo(sandbox.data()
                        .shifts(LocalDate.of(2025, 6, 13), LocalDate.of(2025, 7, 10))
                        .filter(shift -> Objects.equals(shift.employee(), user))
                        .map(shift -> shift.id())
                        .collect(Collectors.toSet()));
        assertThat(ask.get("shifts", days).count())
                .isGreaterThan(ask.get("me/shifts", days).count());
        assertThat(ask.get("me/work-sessions").rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(Asking.id(row.get("employee"))).isEqualTo(user));
        assertThat(ask.get("me/employees").ids()).containsExactly(user);
        refused("shifts requires at least one filter", "me/shifts");
        assertThat(ask.get("me/regions").status()).isEqualTo(404);
        assertThat(ask.get("me").status()).isEqualTo(404);
    }

    @Test
    void theRegionHeaderDropsWhatItDoesNotKnow() {
        long all = ask.get("clients").count();
        assertThat(filtered("271, 999999")).isBetween(1L, all - 1);
        assertThat(filtered("999999,nonsense")).isEqualTo(all);
    }

    private static long filtered(String header) {
        String token = string(ask.password().body().get("access_token"));
        return ask.get("clients", token, Map.of("TTC-Region-Filter", header)).count();
    }

    @Test
    void encodedKeysAndValuesAreDecoded() {
        HttpUrl url = HttpUrl.get(
                sandbox.apiUrl() + "shifts?startDateTime%3Abetween=2025-06-01%7C2025-06-02&includeInactive=true");
        assertThat(ask.send(url).count()).isEqualTo(120);
    }

    @Test
    void aSearchLooksAtEveryText() {
        assertThat(ask.get("regions", "q", "hawaii").ids()).containsExactly(273L);
    }
}
