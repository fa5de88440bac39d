package io.fieldhouse.etl.tracktik.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.reconcile.CsvDialect;
import io.fieldhouse.etl.reconcile.DecimalSign;
import io.fieldhouse.etl.reconcile.Delimiter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CsvMappingTest {
    @Test
    void littleHasToBeSaid() {
        CsvMapping mapping = CsvMapping.of(Map.of("site", "Building", "billable-hours", "Hours"));

        assertThat(mapping)
                .isEqualTo(new CsvMapping(
                        "Building",
                        IdentifiedBy.CODE,
                        null,
                        IdentifiedBy.NAME,
                        null,
                        null,
                        Map.of(Measure.BILLABLE_HOURS, "Hours"),
                        new CsvDialect(null, null, null)));
    }

    @Test
    void everythingCanBeSaid() {
        Map<String, String> configuration = new TreeMap<>(Map.of(
                "site", "Building",
                "site-by", "name",
                "region", "Area",
                "region-by", "id",
                "period", "Day",
                "dates", "MM/dd/yyyy",
                "delimiter", "semicolon",
                "encoding", "UTF-8",
                "decimal", "comma"));
        for (Measure measure : Measure.values()) {
            configuration.put(measure.key(), "The " + measure);
        }
        CsvMapping mapping = CsvMapping.of(configuration);

        assertThat(mapping.siteBy()).isEqualTo(IdentifiedBy.NAME);
        assertThat(mapping.regionBy()).isEqualTo(IdentifiedBy.ID);
        assertThat(mapping.dialect().delimiter()).isEqualTo(Delimiter.SEMICOLON);
        assertThat(mapping.dialect().encoding()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(mapping.dialect().decimal()).isEqualTo(DecimalSign.COMMA);
        assertThat(mapping.measures())
                .containsOnlyKeys(Measure.values())
                .containsEntry(Measure.PAY_AMOUNT, "The pay amount");
        assertThat(mapping.configuration()).isEqualTo(configuration);
    }

    @Test
    void keysAndWordsAreReadWhateverTheirCase() {
        CsvMapping mapping =
                CsvMapping.of(Map.of(" Site ", " Building ", "PAY-AMOUNT", "Pay", "Decimal", "COMMA", "encoding", " "));

        assertThat(mapping.site()).isEqualTo("Building");
        assertThat(mapping.dialect().decimal()).isEqualTo(DecimalSign.COMMA);
        assertThat(mapping.dialect().encoding()).isNull();
    }

    @Test
    void everyProblemIsNamedAtOnce() {
        assertThatThrownBy(() -> CsvMapping.of(Map.of(
                        "site-by", "colour",
                        "dates", "whenever",
                        "delimiter", "|",
                        "encoding", "EBCDIC-7",
                        "decimal", "dot",
                        "hours", "Hours")))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("The mapping cannot be used. 8 problems:\n")
                .hasMessageContaining("- site: this key is missing")
                .hasMessageContaining("- site-by: colour is not one of code, name, id;")
                .hasMessageContaining("- dates: whenever is not a date pattern")
                .hasMessageContaining("- delimiter: | is not one of comma, semicolon, tab;")
                .hasMessageContaining("- encoding: EBCDIC-7 is not known")
                .hasMessageContaining("- decimal: dot is not one of point, comma;")
                .hasMessageContaining("- No figure is mapped")
                .hasMessageContaining("- hours: this key is not known; the keys are approved-hours, bill-amount, ");
    }

    @Test
    void keyThatIsThereTwiceIsRefused() {
        assertThatThrownBy(() -> CsvMapping.of(Map.of("site", "A", "SITE", "B", "pay-amount", "Pay")))
                .hasMessageContaining("site: this key is there twice");
    }
}
