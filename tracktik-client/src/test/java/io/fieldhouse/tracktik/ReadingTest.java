package io.fieldhouse.tracktik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fieldhouse.client.Pace;
import io.fieldhouse.client.Page;
import io.fieldhouse.client.Pages;
import io.fieldhouse.tracktik.api.Query;
import io.fieldhouse.tracktik.api.Ref;
import io.fieldhouse.tracktik.api.TrackTikConfig;
import io.fieldhouse.tracktik.api.TrackTikException;
import io.fieldhouse.tracktik.api.TrackTikException.Kind;
import io.fieldhouse.tracktik.billing.BillableItem;
import io.fieldhouse.tracktik.entities.Region;
import io.fieldhouse.tracktik.entities.RegionTree;
import io.fieldhouse.tracktik.sandbox.Fault;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.tracktik.sandbox.SandboxOptions;
import io.fieldhouse.tracktik.sandbox.SandboxTruth.ShiftFacts;
import io.fieldhouse.tracktik.sandbox.TrackTikSandbox;
import io.fieldhouse.tracktik.scheduling.Shift;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("times")
class ReadingTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 5, 30);
    private static final LocalDate LAST = LocalDate.of(2025, 6, 12);
    private static final Query PERIOD = Query.all().between("startDateTime", FIRST, LAST);

    private static TrackTikSandbox sandbox;
    private static TrackTik tracktik;

    @BeforeAll
    static void start() {
        sandbox = TrackTikSandbox.start(SandboxData.small());
        tracktik = Clients.connect(sandbox);
    }

    @AfterAll
    static void stop() {
        tracktik.close();
        sandbox.close();
    }

    @AfterEach
    void mend() {
        sandbox.faults().clear();
    }

    @Test
    void everyShiftOfAPeriodComesOnce() {
        assertThat(tracktik.scheduling().shifts(PERIOD).list())
                .extracting(Shift::id)
                .containsExactlyElementsOf(truth());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anySplitIntoPagesChunksAndBatchesYieldsTheSame(long seed) {
        Random random = new Random(seed);
        TreeSet<Long> positions = new TreeSet<>();
        sandbox.data()
                .shifts(FIRST, LAST)
                .filter(shift -> shift.position() % 3 != 0)
                .forEach(shift -> positions.add(shift.position()));
        Query query = PERIOD.in("position", positions)
                .pageSize(1 + random.nextInt(60))
                .batch(1 + random.nextInt(100))
                .chunk(1 + random.nextInt(14));
        TrackTikConfig config =
                Clients.config(sandbox).with(Pace.perMinute(1_000_000).withRequestsInFlight(1 + random.nextInt(8)));

        try (TrackTik other = TrackTik.connect(config)) {
            assertThat(other.scheduling().shifts(query))
                    .extracting(Shift::id)
                    .containsExactlyInAnyOrderElementsOf(sandbox.data()
                            .shifts(FIRST, LAST)
                            .filter(shift -> positions.contains(shift.position()))
                            .map(ShiftFacts::id)
                            .toList());
        }
    }

    @Test
    void jsonOfAnItemIsItsOwn() {
        try (Pages<Shift> pages =
                tracktik.scheduling().shifts(PERIOD.pageSize(50)).pages()) {
            Page<Shift> page = pages.next();
            for (int i = 0; i < page.items().size(); i++) {
                assertThat(page.json(i).utf8())
                        .startsWith("{")
                        .endsWith("}")
                        .contains("\"id\":" + page.items().get(i).id());
            }
            assertThat(pages.total()).isPositive();
        }
    }

    @Test
    void whatComesOnDemandIsAbsentUntilItIsIncluded() {
        Shift bare =
                tracktik.scheduling().shifts(PERIOD.pageSize(10)).iterator().next();
        assertThat(bare.payableHours()).isNull();
        assertThat(bare.position()).isNotNull().extracting(Ref::object).isNull();

        Shift full = tracktik.scheduling()
                .shifts(PERIOD.pageSize(10).include("payableHours", "paidAmount", "startsOn", "position.account"))
                .iterator()
                .next();
        ShiftFacts facts = sandbox.data().shift(full.id());
        assertThat(full.payableHours()).isEqualByComparingTo(facts.payableHours());
        assertThat(full.paidAmount()).isEqualByComparingTo(facts.paidAmount());
        assertThat(full.startsOn()).isEqualTo(facts.start().toInstant());
        assertThat(full.businessDate()).isEqualTo(facts.day());
        assertThat(full.position()).isNotNull().extracting(Ref::object).isNotNull();
    }

    @Test
    void inactiveObjectsAreLeftOutOnDemand() {
        long active =
                tracktik.entities().employees(Query.all().activeOnly()).stream().count();
        long all = tracktik.entities().employees(Query.all()).stream().count();

        assertThat(all).isGreaterThan(active);
        assertThat(all).isEqualTo(sandbox.data().employees());
    }

    @Test
    void everySectionCanBeRead() {
        Query some = Query.all().pageSize(100);
        Query days = some.between("serviceDate", FIRST, FIRST);
        assertThat(tracktik.entities().regions(some)).isNotEmpty();
        assertThat(tracktik.entities().clients(some.include("name", "timeZone", "address")))
                .isNotEmpty();
        assertThat(tracktik.entities().accounts(some.include("timeZone"))).isNotEmpty();
        assertThat(tracktik.entities().positions(some)).isNotEmpty();
        assertThat(first(tracktik.entities().workSessions(some))).isNotNull();
        assertThat(first(tracktik.scheduling().breakSessions(some.include("startedOn", "endedOn"))))
                .satisfies(pause -> assertThat(pause.endedOn()).isAfter(pause.startedOn()));
        assertThat(first(tracktik.scheduling().shiftSummaries(some)))
                .hasNoNullFieldsOrPropertiesExcept("employee", "uri", "resourceType");
        assertThat(first(tracktik.scheduling().shiftPeriodSummaries(some)))
                .hasNoNullFieldsOrPropertiesExcept("employee", "uri", "resourceType");
        assertThat(first(tracktik.scheduling().shiftLogs(some))).isNotNull();
        assertThat(tracktik.billing().billItems(some)).isNotEmpty();
        assertThat(first(tracktik.billing().billableItems(some)).serviceModel())
                .extracting(BillableItem.ServiceModel::type)
                .isEqualTo("shifts");
        assertThat(tracktik.billing().contracts(some)).isNotEmpty();
        assertThat(first(tracktik.billing().invoices(some))).isNotNull();
        assertThat(tracktik.payroll().payrollCodes(some)).isNotEmpty();
        assertThat(tracktik.payroll().payrollSchedules(some)).isNotEmpty();
        assertThat(first(tracktik.payroll().payrollPayruns(some))).isNotNull();
        assertThat(first(tracktik.payroll().payrollPayrunItems(some))).isNotNull();
        assertThat(first(tracktik.backOffice().payAndBillTransactions(days))).isNotNull();
        assertThat(tracktik.backOffice().holidays(some)).isNotEmpty();
    }

    private static <T> T first(Iterable<T> items) {
        return items.iterator().next();
    }

    @Test
    void singleRecordComesWithItsLists() {
        long id = first(tracktik.billing().invoices(Query.all())).id();

        assertThat(tracktik.billing().invoice(id, Query.all().include("lines")).lines())
                .isNotEmpty();
    }

    @Test
    void missingRecordIsNotFound() {
        TrackTikException refused = catchThrowableOfType(
                TrackTikException.class, () -> tracktik.entities().client(999_999_999, Query.all()));

        assertThat(refused.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(refused.attempts()).isEqualTo(1);
        assertThat(refused.path()).isEqualTo("/rest/v1/clients/999999999");
    }

    @Test
    void anyCollectionCanBeReadAsMaps() {
        Map<String, @Nullable Object> region = first(tracktik.resources().read("regions", Query.all()));

        assertThat(region.get("id")).isInstanceOf(Long.class);
        assertThat(tracktik.resources().read("regions", String.valueOf(region.get("id")), Query.all()))
                .containsEntry("name", region.get("name"));
    }

    @Test
    void treeOfKaiserHasItsEightSubRegionsAndNoStranger() {
        RegionTree tree = tracktik.regionTree();
        Region kaiser = tree.find("KAISER");

        assertThat(tree.descendantsOf(kaiser))
                .extracting(Region::customId)
                .containsExactlyInAnyOrder(
                        "Kaiser-NCA",
                        "Kaiser-SCA",
                        "Kaiser-HI",
                        "Kaiser-WA",
                        "Kaiser-CO",
                        "Kaiser-GA",
                        "Kaiser-MidAtlantic",
                        "1029");
        assertThat(tree.all()).hasSizeGreaterThan(9);
    }

    @Test
    void unknownFieldIsNamedAsTheVendorNamesIt() {
        TrackTikException refused = catchThrowableOfType(
                TrackTikException.class,
                () -> tracktik.entities()
                        .employees(Query.all().equal("page", 1))
                        .list());

        assertThat(refused.kind()).isEqualTo(Kind.BAD_REQUEST);
        assertThat(refused.vendorMessage()).contains("page is not a field in employees");
    }

    @Test
    void itemsThatWereNotAskedForMakeTheReadingFail() {
        try (TrackTikSandbox careless = TrackTikSandbox.start(SandboxData.small());
                TrackTik client = Clients.connect(careless)) {
            careless.respondWith(
                    "shifts",
                    200,
                    Headers.of(),
                    "{\"meta\":{\"count\":2,\"limit\":1000},\"data\":["
                            + "{\"id\":1,\"startDateTime\":\"2025-06-12T23:00:00-07:00\",\"position\":7},"
                            + "{\"id\":2,\"startDateTime\":\"2023-01-01T00:00:00-08:00\",\"position\":8}]}");

            assertThat(refusal(client, PERIOD.chunk(14)))
                    .contains("1 of 2 items do not match the filter startDateTime:between");
            assertThat(refusal(client, Query.all().in("id", List.of(1, 3)))).contains("filter id:in");
            assertThat(refusal(client, Query.all().equal("employee", 5).equal("position", 7)))
                    .contains("filter position");
            assertThat(refusal(client, Query.all().equal("employee", 5).greaterThan("id", 1)))
                    .contains("filter id:gt");
        }
    }

    private static String refusal(TrackTik client, Query query) {
        TrackTikException refused = catchThrowableOfType(
                TrackTikException.class, () -> client.scheduling().shifts(query).list());
        assertThat(refused.kind()).isEqualTo(Kind.BAD_ANSWER);
        return String.valueOf(refused.getMessage());
    }

    @Test
    void rangeThatIsTooMuchForTheVendorIsReadInSmallerParts() {
        try (TrackTikSandbox slow = TrackTikSandbox.start(
                        SandboxData.small(), SandboxOptions.defaults().withMostInTime(200, 31));
                TrackTik client = Clients.connect(slow)) {
            assertThat(client.scheduling().shifts(PERIOD.chunk(14)))
                    .extracting(Shift::id)
                    .containsExactlyElementsOf(truth());
        }
    }

    @Test
    void pageThatIsTooMuchForTheVendorIsReadInSmallerPages() {
        sandbox.faults().next(Fault.timeout());
        Query day = Query.all().between("startDateTime", FIRST, FIRST);

        assertThat(tracktik.scheduling().shifts(day))
                .extracting(Shift::id)
                .containsExactlyElementsOf(
                        sandbox.data().shifts(FIRST, FIRST).map(ShiftFacts::id).toList());
    }

    @Test
    void countThatChangesUnderWayLosesAndDoublesNothing() {
        sandbox.faults().forPath("shifts", Fault.countChanges(7));

        assertThat(tracktik.scheduling().shifts(PERIOD.pageSize(20).chunk(14)))
                .extracting(Shift::id)
                .containsExactlyElementsOf(truth());
    }

    @Test
    void pageThatRepeatsIsNoAnswer() {
        sandbox.faults().forPath("shifts", Fault.repeatingPage());

        assertThat(refusal(tracktik, PERIOD.pageSize(20))).contains("the same page again");
    }

    @Test
    void countThatRunsAheadForEverIsNoAnswer() {
        sandbox.faults().forPath("shifts", Fault.endlessPages());

        assertThat(refusal(tracktik, PERIOD.pageSize(100).chunk(14))).contains("sends no more than");
    }

    @Test
    void severalPagesAreUnderWayButNoMoreThanAllowed() {
        try (TrackTikSandbox distant = TrackTikSandbox.start(
                        SandboxData.small(), SandboxOptions.defaults().withLatency(Duration.ofMillis(20)));
                TrackTik client = Clients.connect(distant)) {
            assertThat(client.scheduling().shifts(PERIOD.pageSize(10)).list()).hasSameSizeAs(truth());
            assertThat(distant.requests().mostInFlight()).isBetween(2L, 4L);
        }
    }

    @Test
    void readingThatIsLeftEarlyAsksForNoMore() {
        long before;
        try (Pages<Shift> pages =
                tracktik.scheduling().shifts(PERIOD.pageSize(5)).pages()) {
            assertThat(pages.next().items()).hasSize(5);
            before = sandbox.requests().total();
        }
        assertThat(tracktik.entities().regions(Query.all()).list()).isNotEmpty();
        assertThat(sandbox.requests().total()).isLessThan(before + 20);
    }

    @Test
    void eachReadingAsksAnew() {
        var shifts = tracktik.scheduling().shifts(PERIOD);

        assertThat(shifts.list()).hasSameSizeAs(shifts.stream().collect(Collectors.toList()));
    }

    private static List<Long> truth() {
        return sandbox.data().shifts(FIRST, LAST).map(ShiftFacts::id).sorted().toList();
    }
}
