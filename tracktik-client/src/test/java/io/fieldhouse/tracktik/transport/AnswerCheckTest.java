package io.fieldhouse.tracktik.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.tracktik.api.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerCheckTest {
    private static final LocalDate DAY = LocalDate.of(2025, 7, 4);

    @Test
    void momentOfTheDayThatWasAskedForFits() {
        AnswerCheck check = new AnswerCheck(Query.all().equal("holidayDate", DAY));

        assertThat(check.brokenBy(Map.of("holidayDate", "2025-07-04T00:00:00+00:00")))
                .isNull();
        assertThat(check.brokenBy(Map.of("holidayDate", "2025-07-04"))).isNull();
        assertThat(check.brokenBy(Map.of("holidayDate", "2025-07-05"))).isEqualTo("holidayDate");
    }

    @Test
    void dayThatIsNoneProvesNothing() {
        AnswerCheck check = new AnswerCheck(Query.all().between("startDateTime", DAY, DAY));

        assertThat(check.brokenBy(Map.of("startDateTime", "0000-00-00"))).isNull();
        assertThat(check.brokenBy(Map.of("startDateTime", "2025-07-06T00:00:00-07:00")))
                .isEqualTo("startDateTime:between");
    }

    @Test
    void momentsBeforeAndAfterAreHeldToADayWhereNoZoneIsKnown() {
        AnswerCheck after = new AnswerCheck(Query.all().after("startDateTime", DAY.atStartOfDay()));
        AnswerCheck before = new AnswerCheck(Query.all().before("startDateTime", DAY.atTime(12, 0)));

        assertThat(after.brokenBy(Map.of("startDateTime", "2025-07-03T20:00:00-04:00")))
                .isNull();
        assertThat(after.brokenBy(Map.of("startDateTime", "2025-07-02T20:00:00+00:00")))
                .isEqualTo("startDateTime:after");
        assertThat(before.brokenBy(Map.of("startDateTime", "2025-07-04T22:00:00-07:00")))
                .isNull();
        assertThat(before.brokenBy(Map.of("startDateTime", "2025-07-05T22:00:00-07:00")))
                .isEqualTo("startDateTime:before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-07-06T00:00:00-07:00", "2025-07-06 07:00:00", "1751785200"})
    void dayIsFoundInEveryFormOfAMoment(String moment) {
        assertThat(new AnswerCheck(Query.all().between("startsOn", DAY, DAY)).brokenBy(Map.of("startsOn", moment)))
                .isEqualTo("startsOn:between");
        assertThat(new AnswerCheck(Query.all().between("startsOn", DAY, DAY.plusDays(2)))
                        .brokenBy(Map.of("startsOn", moment)))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-07-04T00:00:00+00:00", "1751587200"})
    void momentsAreComparedWithSecondsInWhicheverFormTheyCome(String moment) {
        Instant asked = Instant.parse("2025-07-04T00:00:00Z");
        Map<String, Object> item = Map.of("modifiedOn", moment);

        assertThat(new AnswerCheck(Query.all().since("modifiedOn", asked)).brokenBy(item))
                .isNull();
        assertThat(new AnswerCheck(Query.all().since("modifiedOn", asked.plusSeconds(1))).brokenBy(item))
                .isEqualTo("modifiedOn:gte");
        assertThat(new AnswerCheck(Query.all().until("modifiedOn", asked)).brokenBy(item))
                .isEqualTo("modifiedOn:lt");
    }

    @Test
    void numbersAreComparedAsNumbersAndTextWhateverItsCase() {
        AnswerCheck check = new AnswerCheck(Query.all().in("rate", List.of("5.00", "600", "abc")));

        assertThat(check.brokenBy(Map.of("rate", 5L))).isNull();
        assertThat(check.brokenBy(Map.of("rate", 600L))).isNull();
        assertThat(check.brokenBy(Map.of("rate", "ABC"))).isNull();
        assertThat(check.brokenBy(Map.of("rate", 6L))).isEqualTo("rate:in");
    }
}
