package io.fieldhouse.cli.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.cli.config.ConfigurationException;
import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.Refusal;
import io.fieldhouse.tracktik.api.TrackTikException;
import io.fieldhouse.warehouse.WarehouseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TroubleshootingTest {
    @Test
    void eachKindOfErrorHasItsHeadingAndThereIsNoOther() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("../docs/troubleshooting.md"))) {
            assertThat(lines.filter(line -> line.startsWith("### ")).map(line -> line.substring(4)))
                    .containsExactlyInAnyOrderElementsOf(kinds());
        }
    }

    private static List<String> kinds() {
        return Stream.of(
                        Stream.of(
                                "embedded database",
                                kind(new ConfigurationException(List.of())),
                                kind(new CommandException(1, "")),
                                kind(new Refusal("")),
                                kind(new IllegalStateException())),
                        words("warehouse ", WarehouseException.Kind.values()),
                        Arrays.stream(TrackTikException.Kind.values())
                                .map(one -> kind(TrackTikException.of(one, "GET", "shifts")
                                        .build())),
                        Arrays.stream(LoadException.Kind.values()).map(one -> kind(new LoadException(one, "", null))))
                .flatMap(kinds -> kinds)
                .toList();
    }

    private static Stream<String> words(String vendor, Enum<?>[] kinds) {
        return Arrays.stream(kinds).map(kind -> vendor + Failure.words(kind));
    }

    private static String kind(Exception thrown) {
        return Failure.of(thrown).kind();
    }
}
