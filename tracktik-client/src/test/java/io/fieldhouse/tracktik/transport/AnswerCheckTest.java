package io.fieldhouse.tracktik.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.tracktik.api.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
    void numbersAreComparedAsNumbersAndTextWhateverItsCase() {
        AnswerCheck check = new AnswerCheck(Query.all().in("rate", List.of("5.00", "abc")));

        assertThat(check.brokenBy(Map.of("rate", 5L))).isNull();
        assertThat(check.brokenBy(Map.of("rate", "ABC"))).isNull();
        assertThat(check.brokenBy(Map.of("rate", 6L))).isEqualTo("rate:in");
    }
}
