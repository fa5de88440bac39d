package io.fieldhouse.cli.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.cli.CommandRun;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.tracktik.sandbox.TrackTikSandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In processes of their own: which proxy holds, holds for a whole process. */
class NetworkProxyTest {
    @TempDir
    static Path shared;

    @TempDir
    Path home;

    private final TrackTikSandbox tracktik = TrackTikSandbox.start(SandboxData.small());

    private record Outcome(int exitCode, String said) {}

    @BeforeAll
    static void makeKeys() throws Exception {
        TunnelProxy.keys(keys());
    }

    @AfterEach
    void stop() {
        tracktik.close();
    }

    private static Path keys() {
        return shared.resolve("keys");
    }

    private TunnelProxy proxy(@Nullable String login, boolean refusing) throws Exception {
        return new TunnelProxy(keys(), tracktik.baseUrl().port(), login, refusing);
    }

    private Outcome run(Map<String, String> environment, String... args) throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(Map.of(
                "FIELDHOUSE_HOME", home.toString(),
                "FIELDHOUSE_TRACKTIK_URL", "https://tracktik.test/rest/v1/",
                "FIELDHOUSE_TRACKTIK_CLIENT_ID", tracktik.credentials().clientId(),
                "FIELDHOUSE_TRACKTIK_CLIENT_SECRET", tracktik.credentials().clientSecret(),
                "FIELDHOUSE_TRACKTIK_USERNAME", tracktik.credentials().username(),
                "FIELDHOUSE_TRACKTIK_PASSWORD", tracktik.credentials().password()));
        all.putAll(environment);
        ProcessBuilder builder = CommandRun.process(all, args).redirectErrorStream(true);
        List.of("HTTPS_PROXY", "https_proxy", "NO_PROXY", "no_proxy").forEach(name -> {
            if (!environment.containsKey(name)) {
                builder.environment().remove(name);
            }
        });
        builder.command().addAll(1, TunnelProxy.trust(keys()));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), said);
    }

    @Test
    void tracktikIsReachedThroughTheProxyThatOtherProgramsUse() throws Exception {
        try (TunnelProxy proxy = proxy(null, false)) {
            Outcome outcome = run(Map.of("https_proxy", "localhost:" + proxy.port()), "tracktik", "regions");

            assertThat(outcome.said()).contains("KAISER has 8 sub-regions.");
            assertThat(outcome.exitCode()).isZero();
            assertThat(proxy.asked()).isNotEmpty().allMatch("tracktik.test:443"::equals);
        }
    }

    @Test
    void proxyIsGivenItsLoginAndNobodyElseIsShownThePassword() throws Exception {
        try (TunnelProxy proxy = proxy("somebody:p@ss-word", false)) {
            String address = "http://somebody:p%40ss-word@localhost:" + proxy.port();
            Outcome outcome = run(Map.of("FIELDHOUSE_NETWORK_PROXY", address), "doctor", "--verbose");
            Outcome configuration = run(Map.of("HTTPS_PROXY", address), "config", "show");

            assertThat(outcome.exitCode()).as(outcome.said()).isZero();
            assertThat(outcome.said())
                    .contains(
                            "ok       Network proxy: calls to TrackTik go through localhost:" + proxy.port()
                                    + " (FIELDHOUSE_NETWORK_PROXY).",
                            "ok       TrackTik region: KAISER has 8 sub-regions.")
                    .doesNotContain("ss-word");
            assertThat(configuration.said())
                    .containsPattern("network.proxy +http://\\*\\*\\*@localhost:\\d+ +HTTPS_PROXY")
                    .doesNotContain("ss-word");
        }
    }

    @Test
    void proxyThatRefusesTheLoginIsNamedWithoutItAndAskedOnceATry() throws Exception {
        try (TunnelProxy proxy = proxy("somebody:another-word", false)) {
            Outcome outcome = run(
                    Map.of("HTTPS_PROXY", "http://somebody:secret-word@localhost:" + proxy.port()),
                    "doctor",
                    "--verbose");

            assertThat(outcome.exitCode()).isEqualTo(75);
            assertThat(outcome.said())
                    .contains("Failed to authenticate with proxy")
                    .contains("The connection goes through the proxy localhost:" + proxy.port()
                            + " (HTTPS_PROXY): check its address, and that it allows tracktik.test.")
                    .doesNotContain("secret-word");
            assertThat(Files.readString(home.resolve("logs/fieldhouse.log"))).doesNotContain("secret-word");
            // Two tries: each without the login first, as HTTP has it, and then with it.
            assertThat(proxy.asked()).hasSize(4);
        }
    }

    @Test
    void proxyThatOpensNoTunnelIsNamed() throws Exception {
        try (TunnelProxy proxy = proxy(null, true)) {
            Outcome outcome = run(Map.of("HTTPS_PROXY", "http://localhost:" + proxy.port()), "doctor");

            assertThat(outcome.said())
                    .contains("Unexpected response code for CONNECT: 403")
                    .contains("The connection goes through the proxy localhost:" + proxy.port());
        }
    }

    @Test
    void hostOfNoProxyIsReachedDirectly() throws Exception {
        try (TunnelProxy proxy = proxy(null, false)) {
            Outcome outcome = run(
                    Map.of("HTTPS_PROXY", "http://localhost:" + proxy.port(), "NO_PROXY", "example.com,.test"),
                    "doctor");

            assertThat(outcome.said())
                    .contains("Check that this machine reaches tracktik.test")
                    .doesNotContain("Network proxy");
            assertThat(proxy.asked()).isEmpty();
        }
    }

    @Test
    void thisMachineIsReachedDirectly() throws Exception {
        try (TunnelProxy proxy = proxy(null, false)) {
            Outcome outcome = run(
                    Map.of(
                            "HTTPS_PROXY",
                            "http://localhost:" + proxy.port(),
                            "FIELDHOUSE_TRACKTIK_URL",
                            tracktik.apiUrl().toString()),
                    "tracktik",
                    "regions");

            assertThat(outcome.said()).contains("KAISER has 8 sub-regions.");
            assertThat(proxy.asked()).isEmpty();
        }
    }
}
