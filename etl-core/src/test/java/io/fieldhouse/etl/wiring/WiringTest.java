package io.fieldhouse.etl.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.load.LoadLimits;
import io.fieldhouse.etl.load.Loads;
import io.fieldhouse.etl.load.Source;
import io.fieldhouse.etl.tracktik.TrackTikSettings;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class WiringTest {
    private static Loads loads(List<SourceModule> sources) {
        return Wiring.loads(new PGSimpleDataSource(), LoadLimits.DEFAULT, "test", Clock.systemUTC(), sources);
    }

    @Test
    void sourcesAreKnownByTheirNamesAndNotReachedBeforeTheyAreAsked() {
        Loads loads = loads(List.of(new TrackTikModule(TrackTikSettings.DEFAULT, () -> {
            throw new AssertionError("TrackTik was reached");
        })));

        assertThat(loads.sources()).extracting(Source::name).containsExactly("tracktik");
        assertThat(loads.source("tracktik").feeds()).contains("shifts");
        assertThatThrownBy(() -> loads.source("tractik"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Unknown source 'tractik'. Sources: tracktik.");
    }

    @Test
    void programMayKnowNoSource() {
        assertThat(loads(List.of()).sources()).isEmpty();
    }
}
