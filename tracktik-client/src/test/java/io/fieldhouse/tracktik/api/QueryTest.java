package io.fieldhouse.tracktik.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("times")
class QueryTest {
    private static final LocalDate DAY = LocalDate.of(2025, 5, 30);

    @Test
    void everyConditionGoesOutInTheVendorsWords() {
        Query query = Query.all()
                .equal("customId", "OAK-01")
                .not("region.id", 15)
                .contains("name", "Ted")
                .startsWith("name", "T")
                .endsWith("name", "d")
                .after("reportDateTime", LocalDateTime.of(2025, 9, 1, 0, 0))
                .before("reportDateTime", LocalDateTime.of(2025, 9, 2, 13, 5, 7))
                .greaterThan("region.id", 1)
                .atLeast("region.id", 2)
                .lessThan("region.id", 9)
                .atMost("region.id", 8)
                .since("modifiedOn", Instant.ofEpochSecond(1_748_563_200))
                .until("modifiedOn", Instant.ofEpochSecond(1_748_563_300))
                .isNull("client.region")
                .isNotNull("employee")
                .hasAll("tags", List.of("a", "b"))
                .hasAny("features", List.of("c", "d"))
                .in("id", List.of(3, 1, 3))
                .between("startDateTime", DAY, DAY.plusDays(1))
                .scope("NEEDS_APPROVAL", "NOT_VACANT")
                .include("employee", "position.account")
                .fields("id", "customId");

        assertThat(pairs(query))
                .containsExactly(
                        "customId=OAK-01",
                        "region.id:not=15",
                        "name:contains=Ted",
                        "name:startswith=T",
                        "name:endswith=d",
                        "reportDateTime:after=2025-09-01 00:00:00",
                        "reportDateTime:before=2025-09-02 13:05:07",
                        "region.id:gt=1",
                        "region.id:gte=2",
                        "region.id:lt=9",
                        "region.id:lte=8",
                        "modifiedOn:gte=1748563200",
                        "modifiedOn:lt=1748563300",
                        "client.region:isnull=",
                        "employee:isnotnull=",
                        "tags:inSet=a,b",
                        "features:inSet=c|d",
                        "id:in=3,1",
                        "startDateTime:between=2025-05-30|2025-05-31",
                        "scope=NEEDS_APPROVAL,NOT_VACANT",
                        "include=employee,position.account",
                        "fields=id,customId",
                        "includeInactive=true",
                        "sort=id");
    }

    @Test
    void pagesAreSortedByIdUnlessToldOtherwise() {
        assertThat(pairs(Query.all())).containsExactly("includeInactive=true", "sort=id");
        assertThat(pairs(Query.all().activeOnly())).containsExactly("sort=id");
        assertThat(Query.all().idOrder()).isEqualTo(1);
        assertThat(Query.all().sort("-id").idOrder()).isEqualTo(-1);
        assertThat(pairs(Query.all().activeOnly().sort("-createdAt", "region.name")))
                .containsExactly("sort=-createdAt,region.name,id");
        assertThat(Query.all().sort("-createdAt").idOrder()).isZero();
    }

    @Test
    void comparisonThatTheVendorIgnoresIsRefused() {
        for (String field : List.of("startDateTime", "shift.endDateTime")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Query.all().atLeast(field, 5))
                    .withMessageContaining("silently ignores");
            assertThatIllegalArgumentException().isThrownBy(() -> Query.all().lessThan(field, 5));
            assertThatIllegalArgumentException().isThrownBy(() -> Query.all().since(field, Instant.EPOCH));
        }
    }

    @Test
    void valueWithACommaIsNoElementOfAList() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Query.all().in("name", List.of("Doe, Jane")))
                .withMessageNotContaining("Doe");
    }

    @Test
    void daysThatEndBeforeTheyBeginAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Query.all().between("startDateTime", DAY, DAY.minusDays(1)))
                .withMessageContaining("swap them");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1001})
    void pageHoldsOneToAThousand(int items) {
        assertThatIllegalArgumentException().isThrownBy(() -> Query.all().pageSize(items));
    }

    @Test
    void batchesAndChunksStayWithinTheVendorsLimits() {
        assertThatIllegalArgumentException().isThrownBy(() -> Query.all().batch(101));
        assertThatIllegalArgumentException().isThrownBy(() -> Query.all().chunk(29));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void partsAskForEachIdAndDayOnce(long seed) {
        Random random = new Random(seed);
        List<Integer> ids = IntStream.range(0, 1 + random.nextInt(330)).boxed().toList();
        LocalDate last = DAY.plusDays(random.nextInt(100));
        int batch = 1 + random.nextInt(100);
        int chunk = 1 + random.nextInt(28);
        Query query = Query.all()
                .in("position", ids)
                .between("startDateTime", DAY, last)
                .equal("status", "ACTIVE")
                .batch(batch)
                .chunk(chunk);

        List<String> asked = new ArrayList<>();
        for (Query part : query.parts()) {
            Filter.OneOf oneOf = (Filter.OneOf) part.filters().get(0);
            Filter.Days days = (Filter.Days) part.filters().get(1);
            assertThat(oneOf.values()).hasSizeBetween(1, batch);
            assertThat(days.from().plusDays(chunk)).isAfter(days.to());
            assertThat(part.filters()).hasSize(3);
            for (String id : oneOf.values()) {
                days.from().datesUntil(days.to().plusDays(1)).forEach(day -> asked.add(id + " " + day));
            }
        }
        List<String> wanted = new ArrayList<>();
        for (int id : ids) {
            DAY.datesUntil(last.plusDays(1)).forEach(day -> wanted.add(id + " " + day));
        }
        assertThat(asked).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void emptyListAsksForNothing() {
        assertThat(Query.all().in("id", List.of()).parts()).isEmpty();
    }

    @Test
    void halvesTogetherAreTheWhole() {
        Query week = Query.all().equal("a", 1).between("startDateTime", DAY, DAY.plusDays(6));

        assertThat(week.halves().stream().map(half -> half.filters().get(1).value()))
                .containsExactly("2025-05-30|2025-06-02", "2025-06-03|2025-06-05");
        assertThat(Query.all().between("startDateTime", DAY, DAY).halves()).isEmpty();
        assertThat(Query.all().halves()).isEmpty();
    }

    @Test
    void conditionThatTrackTikWouldDropIsRefused() {
        Query once = Query.all().not("status", "CLOSED").contains("name", "a");
        assertThatIllegalArgumentException().isThrownBy(() -> once.not("status", "INACTIVE"));
        assertThatIllegalArgumentException().isThrownBy(() -> once.contains("name", "b"));
    }

    @Test
    void valueIsAskedForOnceWhateverItsCase() {
        assertThat(pairs(Query.all().in("customId", List.of("abc", "ABC", "x"))))
                .contains("customId:in=abc,x");
    }

    @Test
    void numbersAreWrittenWithoutAnExponent() {
        assertThat(pairs(Query.all().greaterThan("total", 1e10))).contains("total:gt=10000000000");
        assertThatIllegalArgumentException().isThrownBy(() -> Query.all().greaterThan("total", Double.NaN));
    }

    @Test
    void partOfASecondLeavesNothingOut() {
        Instant moment = Instant.parse("2025-06-01T00:00:00.9Z");
        assertThat(pairs(Query.all().since("modifiedOn", moment).until("modifiedOn", moment)))
                .contains("modifiedOn:gte=1748736000", "modifiedOn:lt=1748736001");
    }

    @Test
    void conditionsShowNoValues() {
        assertThat(Query.all()
                        .equal("email", "jane@example.com")
                        .in("name", List.of("Jane"))
                        .filters()
                        .toString())
                .isEqualTo("[email, name:in]");
    }

    @Test
    void idIsAlwaysAmongTheFields() {
        assertThat(Query.all().fields("status", "name").parameters()).containsSequence("fields", "id,status,name");
        assertThat(Query.all().fields("name,id").parameters()).containsSequence("fields", "name,id");
    }

    @Test
    void collectionThatNeedsAFilterIsNotAskedWithoutOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequiredFilters.check("shifts", Query.all().equal("position", 5)))
                .withMessageContaining("startDateTime");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequiredFilters.check("shifts", Query.all().scope("PUBLISHED")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequiredFilters.check("pay-and-bill-transactions", Query.all()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequiredFilters.check("reports", Query.all().equal("status", "NEW")));
        assertThatCode(() -> {
                    RequiredFilters.check("shifts", Query.all().scope("PUBLISHED", "IS_CURRENT"));
                    RequiredFilters.check("shifts", Query.all().between("startDateTime", DAY, DAY));
                    RequiredFilters.check("regions", Query.all());
                })
                .doesNotThrowAnyException();
    }

    @Test
    void queryShowsNoValues() {
        assertThat(Query.all().equal("email", "jane@example.com")).hasToString("Query[email]");
    }

    private static List<String> pairs(Query query) {
        List<String> parameters = query.parameters();
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i += 2) {
            pairs.add(parameters.get(i) + "=" + parameters.get(i + 1));
        }
        return pairs;
    }
}
