package io.fieldhouse.cli.tracktik;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.cli.workplace.GlobalOptions;
import io.fieldhouse.cli.workplace.Workplace;
import io.fieldhouse.etl.LoadException;
import io.fieldhouse.tracktik.api.TrackTikException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackTikAccessTest {
    @Test
    void hostThatCannotBeReachedIsNamedBesideItsSetting(@TempDir Path home) {
        Workplace workplace = new Workplace(
                Map.of("FIELDHOUSE_HOME", home.toString(), "FIELDHOUSE_TRACKTIK_URL", "https://example.test/rest/v1/"),
                new GlobalOptions(),
                Clock.systemUTC(),
                null);
        TrackTikException network = TrackTikException.of(TrackTikException.Kind.NETWORK, "GET", "/rest/v1/regions")
                .build();
        assertThat(TrackTikAccess.advice(workplace, network)).isEmpty();
        workplace.configuration();

        assertThat(TrackTikAccess.advice(
                        workplace, new LoadException(LoadException.Kind.TRANSIENT, "Reading failed.", network)))
                .isEqualTo(System.lineSeparator()
                        + "Check that this machine reaches example.test, and that tracktik.url is right.");
        assertThat(TrackTikAccess.advice(workplace, new IllegalStateException()))
                .isEmpty();
    }
}
