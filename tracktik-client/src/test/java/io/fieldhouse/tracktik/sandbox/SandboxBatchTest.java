package io.fieldhouse.tracktik.sandbox;

import static io.fieldhouse.tracktik.sandbox.Asking.list;
import static io.fieldhouse.tracktik.sandbox.Asking.map;
import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.tracktik.sandbox.Asking.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxBatchTest {
    private static final String REGIONS = """
            {"resourceName": "regions", "parameters": ["parentRegion=17", "sort=-id", "limit=3"]}""";
    private static final String SHIFTS = """
            {"resourceName": "shifts", "parameters": ["startDateTime:between=2025-06-01|2025-06-07"]}""";
    private static final String UNFILTERED = """
            {"resourceName": "shifts"}""";
    private static final String UNKNOWN = """
            {"resourceName": "zones", "parameters": []}""";
    private static final String UNSORTABLE = """
            {"resourceName": "employees", "parameters": ["sort=nothing"]}""";

    private static final TrackTikSandbox sandbox = TrackTikSandbox.start(SandboxData.small());
    private static final Asking ask = new Asking(sandbox);

    @AfterAll
    static void close() {
        sandbox.close();
    }

    private static Answer batch(String onFailure, String... resources) {
        return batch(ask, onFailure, resources);
    }

    private static Answer batch(Asking asking, String onFailure, String... resources) {
        return asking.post("batch/resources", """
                {"onFailure": "%s", "resources": [%s]}""".formatted(onFailure, String.join(",", resources)));
    }

    @Test
    void eachCollectionIsWhatItIsByItself() {
        Answer answer = batch("ABORT", REGIONS, SHIFTS);
        assertThat(answer.status()).isEqualTo(200);
        List<Map<?, ?>> parts = answer.rows();
        assertThat(parts)
                .hasSize(2)
                .allSatisfy(part -> assertThat(part.get("status")).hasToString("200"));
        assertThat((Object) parts.get(0).get("resourceName")).isEqualTo("regions");
        assertThat((Object) parts.get(0).get("response"))
                .isEqualTo(ask.get("regions", "parentRegion", "17", "sort", "-id", "limit", "3")
                        .body());
        assertThat((Object) parts.get(1).get("response"))
                .isEqualTo(ask.get("shifts", "startDateTime:between", "2025-06-01|2025-06-07")
                        .body());
        assertThat(list(map(parts.get(1).get("response")).get("data"))).hasSize(100);
    }

    @Test
    void failuresAreReportedBesideWhatWorked() {
        Answer answer = batch("CONTINUE", UNFILTERED, REGIONS, UNKNOWN, UNSORTABLE);
        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.rows().stream().map(part -> Asking.id(part.get("status"))))
                .containsExactly(400L, 200L, 404L, 400L);
        Map<?, ?> failed = answer.rows().get(0);
        assertThat(list(failed.get("error")).get(0)).asString().startsWith("shifts requires at least one filter");
        assertThat(failed.containsKey("response")).isFalse();
    }

    @Test
    void nothingIsReadAfterAFailureThatAborts() {
        Answer answer = batch("ABORT", REGIONS, UNKNOWN, SHIFTS);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.rows().stream().map(part -> Asking.id(part.get("status"))))
                .containsExactly(200L, 404L);
    }

    @Test
    void oneCollectionThatTakesTooLongIsTheEndOfAll() {
        try (TrackTikSandbox slow = TrackTikSandbox.start(
                SandboxData.small(), SandboxOptions.defaults().withMostInTime(200, 5))) {
            assertThat(batch(new Asking(slow), "CONTINUE", REGIONS, SHIFTS).status())
                    .isEqualTo(504);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"onFailure\": \"CONTINUE\"",
                "{\"onFailure\": \"CONTINUE\"}",
                "{\"onFailure\": \"RETRY\", \"resources\": []}",
                "{\"resources\": []}",
                "{\"onFailure\": \"CONTINUE\", \"resources\": [{\"parameters\": []}]}",
                "{\"onFailure\": \"CONTINUE\", \"resources\": [\"regions\"]}",
            })
    void whatIsNoBatchIsRefused(String body) {
        Answer answer = ask.post("batch/resources", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).startsWith("A batch has onFailure");
    }

    @Test
    void batchesAreCountedAsSuchAndNothingElseIsPosted() {
        long before = sandbox.requests().of("batch/resources");
        batch("CONTINUE", REGIONS, SHIFTS);
        assertThat(sandbox.requests().of("batch/resources")).isEqualTo(before + 1);
        assertThat(ask.post("regions", "{}").status()).isEqualTo(405);
    }
}
