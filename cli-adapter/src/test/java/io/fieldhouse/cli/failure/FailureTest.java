package io.fieldhouse.cli.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.cli.config.ConfigurationException;
import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.Refusal;
import io.fieldhouse.tracktik.api.TrackTikException;
import java.lang.reflect.Field;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest {
    @Test
    void whatAPersonCanMendKeepsItsWords() {
        assertThat(Failure.of(new ConfigurationException(List.of("One.", "Two."))))
                .isEqualTo(new Failure(78, "configuration", "One." + System.lineSeparator() + "Two."));
        assertThat(Failure.of(new Refusal("Not a period."))).isEqualTo(new Failure(64, "refused", "Not a period."));
        assertThat(Failure.of(new CommandException(73, "Is there already.")))
                .isEqualTo(new Failure(73, "file", "Is there already."));
    }

    @ParameterizedTest
    @CsvSource({"TRANSIENT, 75, load transient", "PERMANENT, 65, load permanent", "INTERRUPTED, 130, load interrupted"})
    void loadsEndByWhetherTryingAgainHelps(LoadException.Kind kind, int exitCode, String named) {
        assertThat(Failure.of(new LoadException(kind, "Staging failed.", null)))
                .isEqualTo(new Failure(exitCode, named, "Staging failed."));
    }

    @ParameterizedTest
    @CsvSource({
        "CREDENTIALS, 77, tracktik credentials",
        "RATE_LIMITED, 75, tracktik rate limited",
        "BAD_ANSWER, 65, tracktik bad answer",
        "CLOSED, 130, tracktik closed"
    })
    void tracktiksFailuresEndByTheirKinds(TrackTikException.Kind kind, int exitCode, String named) {
        Failure failure =
                Failure.of(TrackTikException.of(kind, "GET", "/rest/v1/regions").build());

        assertThat(failure.exitCode()).isEqualTo(exitCode);
        assertThat(failure.kind()).isEqualTo(named);
        assertThat(failure.message()).startsWith("GET /rest/v1/regions: " + kind);
    }

    @ParameterizedTest
    @CsvSource({
        "CREDENTIALS, PERMANENT, 77, tracktik credentials",
        "NOT_FOUND, PERMANENT, 65, tracktik not found",
        "BAD_ANSWER, TRANSIENT, 75, tracktik bad answer",
        "NETWORK, TRANSIENT, 75, tracktik network"
    })
    void loadThatTrackTikRefusesEndsAsEveryCommandThatAsksIt(
            TrackTikException.Kind kind, LoadException.Kind load, int exitCode, String named) {
        TrackTikException refused =
                TrackTikException.of(kind, "GET", "/rest/v1/regions").build();

        assertThat(Failure.of(new LoadException(load, "Reading regions failed.", refused)))
                .isEqualTo(new Failure(exitCode, named, "Reading regions failed."));
    }

    @Test
    void loadThatIsStoppedSaysHowToGoOn() {
        TrackTikException interrupted = TrackTikException.of(
                        TrackTikException.Kind.INTERRUPTED, "GET", "/rest/v1/regions")
                .build();

        assertThat(Failure.of(new LoadException(LoadException.Kind.INTERRUPTED, "Reading failed.", interrupted)))
                .isEqualTo(new Failure(
                        130,
                        "load interrupted",
                        "Stopped. What is loaded stays; run the same command again for the rest."));
    }

    @ParameterizedTest
    @EnumSource(TrackTikException.Kind.class)
    void everyKindEndsWithADocumentedExitCode(TrackTikException.Kind kind) {
        assertThat(ExitCode.MEANINGS).containsKey(ExitCode.of(kind));
    }

    @Test
    void defectSaysWhereItHappenedAndNoneOfItsWords() {
        Failure failure = Failure.of(new IllegalStateException("Ada Example, 555-0100"));

        assertThat(failure.exitCode()).isEqualTo(70);
        assertThat(failure.kind()).isEqualTo("defect");
        assertThat(failure.message())
                .contains("IllegalStateException", "FailureTest.defectSaysWhereItHappened")
                .doesNotContain("Ada Example");
        assertThat(Failure.of(new SQLException("Key (name)=(Ada Example) exists"))
                        .message())
                .doesNotContain("Ada Example");
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalArgumentException.class, NumberFormatException.class, IllegalStateException.class})
    void whatTheProgramDidWronglyIsNoRefusal(Class<? extends Exception> mistake) throws ReflectiveOperationException {
        Exception thrown = mistake.getConstructor(String.class).newInstance("Ada Example");

        assertThat(Failure.of(thrown).kind()).isEqualTo("defect");
        assertThat(Failure.of(thrown).exitCode()).isEqualTo(70);
    }

    @Test
    void everyExitCodeHasAMeaning() throws IllegalAccessException {
        Set<Integer> codes = new TreeSet<>();
        for (Field field : Arrays.stream(ExitCode.class.getDeclaredFields())
                .filter(field -> field.getType() == int.class)
                .collect(Collectors.toList())) {
            codes.add(field.getInt(null));
        }

        assertThat(ExitCode.MEANINGS.keySet()).isEqualTo(codes);
    }
}
