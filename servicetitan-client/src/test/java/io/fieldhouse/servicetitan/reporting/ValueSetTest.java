package io.fieldhouse.servicetitan.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.servicetitan.reporting.ValueSet.Entry;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueSetTest {
    @Test
    void valueIsNotSwappedForOneThatIsTheSameNumber() {
        ValueSet codes = set(new Entry("01", "Office"), new Entry("1", "Field"));

        assertThat(codes.entryOf("1")).map(Entry::label).contains("Field");
        assertThat(codes.entryOf(1)).map(Entry::label).contains("Field");
        assertThat(codes.entryOf("01")).map(Entry::label).contains("Office");
    }

    @Test
    void sameNumberWillDoWhereNoOtherIs() {
        assertThat(set(new Entry(5L, "Five"), new Entry("x", "X")).entryOf("5.0"))
                .map(Entry::label)
                .contains("Five");
        assertThat(set(new Entry("01", "Office"), new Entry("02", "Field")).entryOf(new BigDecimal("1.0")))
                .map(Entry::label)
                .contains("Office");
    }

    @Test
    void sameNumberOfSeveralIsNotGuessed() {
        assertThat(set(new Entry("01", "Office"), new Entry("001", "Field")).entryOf("1"))
                .isEmpty();
    }

    @Test
    void ofANumberAndATextTheOneThatWasGivenIsTaken() {
        ValueSet both = set(new Entry("1", "Text"), new Entry(1L, "Number"));

        assertThat(both.entryOf(1)).map(Entry::label).contains("Number");
        assertThat(both.entryOf("1")).map(Entry::label).contains("Text");
    }

    @Test
    void valueThatIsListedTwiceIsOne() {
        assertThat(set(new Entry(1L, "One"), new Entry(1L, "Uno")).entryOf("1"))
                .map(Entry::label)
                .contains("One");
    }

    private static ValueSet set(Entry... entries) {
        return new ValueSet("codes", List.of(entries));
    }
}
