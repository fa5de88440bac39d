package io.fieldhouse.servicetitan.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("times")
class QueryTest {
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05.123456789Z");

    @Test
    void conditionsGoOutByTheVendorsNames() {
        Query query = Query.all()
                .ids(3, 1, 3)
                .modifiedOnOrAfter(THEN)
                .modifiedBefore(THEN.plusSeconds(1))
                .createdOnOrAfter(Instant.EPOCH)
                .createdBefore(THEN)
                .equal("jobStatus", "Completed");

        assertThat(query.parameters())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ids", "1,3",
                        "modifiedOnOrAfter", "2026-01-02T03:04:05.123456Z",
                        "modifiedBefore", "2026-01-02T03:04:06.123456Z",
                        "createdOnOrAfter", "1970-01-01T00:00:00Z",
                        "createdBefore", "2026-01-02T03:04:05.123456Z",
                        "jobStatus", "Completed"));
    }

    @Test
    void questionWithManyIdsIsAskedInParts() {
        Query query = Query.all()
                .equal("jobId", 5)
                .ids(LongStream.range(0, 101).boxed().toList());

        assertThat(query.parts()).extracting(part -> part.ids().size()).containsExactly(50, 50, 1);
        assertThat(query.parts())
                .allSatisfy(part -> assertThat(part.parameters()).containsEntry("jobId", "5"));
        assertThat(Query.all().parts()).containsExactly(Query.all());
        assertThat(Query.all().ids(List.of()).parts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"page", "pageSize", "sort", "includeTotal", "ids", "modifiedBefore", "PAGESIZE", "Ids", " "})
    void whatIsTheClientsBusinessIsNoFilter(String name) {
        assertThatThrownBy(() -> Query.all().equal(name, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void severalValuesAreNoValue() {
        for (Object several : List.of(List.of(1, 2), Set.of(3), new int[] {1}, new String[] {"a"})) {
            assertThatThrownBy(() -> Query.all().equal("jobTypeId", several))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("with commas");
        }
    }

    @Test
    @SuppressWarnings("NullAway")
    void filterHasANameAndAValue() {
        assertThatThrownBy(() -> Query.all().equal("jobId", null)).hasMessageContaining("a name and a value");
        assertThatThrownBy(() -> Query.all().equal(null, 5)).hasMessageContaining("a name and a value");
    }

    @Test
    void activeIsSaidOnce() {
        assertThatThrownBy(() -> Query.all().activeOnly().equal("active", "Any"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("activeOnly()");
        assertThatThrownBy(() -> Query.all().equal("activeState", "All").activeOnly())
                .hasMessageContaining("activeOnly()");
    }

    @Test
    void tokenThatIsNotThereIsNone() {
        LocalDate day = LocalDate.of(2026, 1, 2);

        assertThat(From.token(null, day).parameter()).contains("2026-01-02");
        assertThat(From.token(null, day).isFallback()).isTrue();
    }

    @Test
    void feedBeginsAtAMoment() {
        Instant moment = Instant.parse("2026-01-02T03:04:05.123456789Z");

        assertThat(From.moment(moment).parameter()).contains("2026-01-02T03:04:05.123456Z");
        assertThat(From.token("t1", moment).parameter()).contains("t1");
        assertThat(From.token("t1", moment).recentChanges().fallback())
                .contains(From.moment(moment).recentChanges());
        assertThat(From.token("t1", moment).next("t2").fallback()).isEmpty();
    }

    @Test
    void nothingIsAskedTwice() {
        Query query = Query.all().equal("jobId", 1).ids(1).modifiedBefore(THEN);

        assertThatThrownBy(() -> query.equal("jobId", 2)).hasMessageContaining("jobId once");
        assertThatThrownBy(() -> query.equal("JobID", 2)).hasMessageContaining("once");
        assertThatThrownBy(() -> query.ids(2)).hasMessageContaining("ids once");
        assertThatThrownBy(() -> query.modifiedBefore(THEN)).hasMessageContaining("modifiedBefore once");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 5001})
    void pageHasTwoToFiveThousandItems(int size) {
        assertThatThrownBy(() -> Query.all().pageSize(size)).hasMessageContaining("2 to 5000");
    }

    @Test
    void valuesAreNotShown() {
        assertThat(Query.all().equal("name", "Ann O'Hara").ids(4711)).hasToString("Query[name, ids]");
    }
}
