package io.fieldhouse.cli.tracktik;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.tracktik.sandbox.SandboxCredentials;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InventedTrackTikTest {
    @Test
    void terminalThatItIsTypedInKnowsNothingElse() throws Exception {
        InventedTrackTik tracktik = new InventedTrackTik(
                "http://localhost:1/rest/v1/", new SandboxCredentials("client", "it's", "user", "password"));
        ProcessBuilder shell = new ProcessBuilder(
                "/bin/sh", "-c", tracktik.exports(Path.of("/tmp/Ada's data")) + "env | grep '^FIELDHOUSE' | sort");
        shell.environment().put("FIELDHOUSE_WAREHOUSE_URL", "jdbc:postgresql://localhost/own");
        shell.environment().put("FIELDHOUSE_CALENDAR_KIND", "months");
        shell.environment().put("FIELDHOUSE_TRACKTIK_PASSWORD_FILE", "/run/secrets/own");
        Process process = shell.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said.lines())
                .containsExactly(
                        "FIELDHOUSE_HOME=/tmp/Ada's data",
                        "FIELDHOUSE_TRACKTIK_CLIENT_ID=client",
                        "FIELDHOUSE_TRACKTIK_CLIENT_SECRET=it's",
                        "FIELDHOUSE_TRACKTIK_PASSWORD=password",
                        "FIELDHOUSE_TRACKTIK_REQUESTS_PER_MINUTE=1000000",
                        "FIELDHOUSE_TRACKTIK_URL=http://localhost:1/rest/v1/",
                        "FIELDHOUSE_TRACKTIK_USERNAME=user");
        assertThat(process.waitFor()).isZero();
    }
}
