package io.fieldhouse.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {
    private static final List<String> NAMES = List.of("load", "status", "backfill", "quarantine", "export");

    @ParameterizedTest
    @CsvSource({"lod,load", "laod,load", "loads,load", "statsu,status", "bakfil,backfill", "kwarantaine,quarantine"})
    void nearestNameIsFound(String typed, String meant) {
        assertThat(Nearest.to(typed, NAMES)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "ld", "unrelated", "xxxxxxxxxxxxxxxxxxxxxxxx"})
    void whatIsNearNothingIsNotGuessed(String typed) {
        assertThat(Nearest.to(typed, NAMES)).isEmpty();
    }

    @Test
    void amongEquallyNearTheFirstByTheAlphabetIsTaken() {
        assertThat(Nearest.to("bat", List.of("cat", "bar", "bad"))).contains("bad");
    }

    @Test
    void whereThereIsNothingNothingIsNear() {
        assertThat(Nearest.to("load", Set.of())).isEmpty();
    }

    @Test
    void nameThatIsThereIsItsOwnNearest() {
        assertThat(Nearest.to("export", NAMES)).contains("export");
    }
}
