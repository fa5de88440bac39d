package io.fieldhouse.cli.tracktik;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.cli.Typed;
import io.fieldhouse.cli.Typed.Answer;
import io.fieldhouse.cli.workplace.GlobalOptions;
import io.fieldhouse.cli.workplace.Workplace;
import io.fieldhouse.etl.calendar.Period;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On 2025-08-08, when 2025-P16 is the last completed period. */
class PeriodsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-08-08T20:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({
        "2025-P12..last, 2025-P12, 2025-P16",
        "2025-p12, 2025-P12, 2025-P12",
        "LAST, 2025-P16, 2025-P16",
        "2025-06-12..2025-06-13, 2025-P12, 2025-P13"
    })
    void periodsAreUnderstoodHoweverTheyAreWritten(String text, String first, String end) {
        Workplace workplace =
                new Workplace(Map.of("FIELDHOUSE_HOME", home.toString()), new GlobalOptions(), CLOCK, null);

        assertThat(Periods.of(workplace).all(text))
                .extracting(Period::label)
                .startsWith(first)
                .endsWith(end);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "tracktik load lats | 'lats' is no period. Did you mean: last? Name one by its label, such as 2025-P16, by a day in"
                        + " it, such as 2025-08-07, or as 'last', the last completed one.",
                "tracktik plan 2025-P | '2025-P' is no period. Name one by its label, such as 2025-P16, by a day in it, such as"
                        + " 2025-08-07, or as 'last', the last completed one.",
                "tracktik load 2025-P14...2025-P15 | '2025-P14...2025-P15' is not understood: name one period, or two of them with"
                        + " two dots between, such as 2025-P15..2025-P16.",
                "tracktik load 2025-P14.. | '2025-P14..' is not understood: name one period, or two of them with two dots between,"
                        + " such as 2025-P15..2025-P16.",
                "tracktik backfill --to 2025-P17 | --to names 2025-P17, which is not completed yet: the last completed period is"
                        + " 2025-P16. What is there of a later one is loaded by: fieldhouse tracktik load 2025-P17 --open",
                "tracktik backfill --from 2025-P17 | --from names 2025-P17, which is not completed yet: the last completed period is"
                        + " 2025-P16. What is there of a later one is loaded by: fieldhouse tracktik load 2025-P17 --open",
                "tracktik backfill --from 2025-P16 --to 2025-P15 | --from names 2025-P16, which is after 2025-P15: swap them.",
                "tracktik backfill --to 2024-P26 | calendar.first is 2025-P01, which is after 2024-P26: name an older period by"
                        + " --from."
            })
    void periodThatNobodyCanMeanIsAnsweredByHowToNameOne(String line, String sentence) {
        Answer answer = Typed.at(home).by(CLOCK).run(line.split(" "));

        assertThat(answer.err().strip()).isEqualTo(sentence);
        assertThat(answer.exitCode()).isEqualTo(64);
    }

    @Test
    void whoeverHasConfiguredNothingReadsFirstHowToBegin() {
        Answer answer = Typed.at(home).run("tracktik", "load", "last");

        assertThat(answer.exitCode()).isEqualTo(78);
        assertThat(answer.err())
                .startsWith("TrackTik is not configured yet: fieldhouse init writes")
                .contains("tracktik.url is not configured");
    }
}
