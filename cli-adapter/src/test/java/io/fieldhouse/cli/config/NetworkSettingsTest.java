package io.fieldhouse.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkSettingsTest {
    private static final Map<String, String> EVERYBODYS =
            Map.of("HTTPS_PROXY", "http://everybodys.test:3128", "no_proxy", "intern.test");

    @TempDir
    private Path folder;

    private static String origin(Configuration configuration) {
        return configuration
                .origin(Settings.NETWORK_PROXY)
                .map(Configuration.Value::origin)
                .orElse("nobody");
    }

    @Test
    void whatOtherProgramsKnowHoldsWhereNothingElseIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), "network: {proxy: 'http://file.test:1'}");
        Configuration everybodys = Configuration.read(null, EVERYBODYS, Map.of());

        assertThat(everybodys.get(Settings.NETWORK_PROXY).host()).isEqualTo("everybodys.test");
        assertThat(origin(everybodys)).isEqualTo("HTTPS_PROXY");
        assertThat(everybodys.find(Settings.NETWORK_NO_PROXY)).contains("intern.test");
        assertThat(origin(Configuration.read(file, EVERYBODYS, Map.of()))).isEqualTo(file + " line 1");
        assertThat(origin(Configuration.read(
                        file, Map.of("FIELDHOUSE_NETWORK_PROXY", "own.test:1", "HTTPS_PROXY", "x:1"), Map.of())))
                .isEqualTo("FIELDHOUSE_NETWORK_PROXY");
        assertThat(origin(Configuration.read(null, EVERYBODYS, Map.of("network.proxy", ""))))
                .isEqualTo("nobody");
    }

    @ParameterizedTest
    @CsvSource({
        "proxy.test:3128, proxy.test, 3128",
        "http://proxy.test:3128/, proxy.test, 3128",
        "http://proxy.test, proxy.test, 80",
        "somebody:word@10.1.2.3:8080, 10.1.2.3, 8080"
    })
    void addressMayBeWrittenAsElsewhere(String text, String host, int port) {
        HttpUrl address =
                Configuration.read(null, Map.of("https_proxy", text), Map.of()).get(Settings.NETWORK_PROXY);

        assertThat(address.host()).isEqualTo(host);
        assertThat(address.port()).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://somebody:secret-word@proxy.test",
                "socks5://somebody:secret-word@proxy.test",
                "http://somebody:secret-word@proxy.test/path",
                "http://somebody:secret-word@proxy.test?query",
                "http://somebody:secret-word@:1"
            })
    void addressThatIsNoneIsRefusedWithoutBeingRepeated(String text) {
        assertThatThrownBy(() -> Configuration.read(null, Map.of("HTTPS_PROXY", text), Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("HTTPS_PROXY: network.proxy must be the address of an HTTP proxy, such as"
                        + " http://proxy.example:3128.");
    }

    @Test
    void passwordIsTakenFromTheEnvironmentOnlyAndNeverShown() throws IOException {
        String address = "http://somebody:secret-word@proxy.test:1";
        Path file = Files.writeString(folder.resolve("x.yaml"), "network: {proxy: '" + address + "'}");

        assertThatThrownBy(() -> Configuration.read(file, Map.of(), Map.of()))
                .hasMessage(file + " line 1: network.proxy holds a password, which does not belong there. Set"
                        + " FIELDHOUSE_NETWORK_PROXY instead.");
        assertThatThrownBy(() -> Configuration.read(null, Map.of(), Map.of("network.proxy", address)))
                .hasMessageStartingWith("--set: network.proxy holds a password")
                .hasMessageNotContaining("secret-word");
        assertThat(Configuration.read(null, Map.of("FIELDHOUSE_NETWORK_PROXY", address), Map.of())
                        .shown(Settings.NETWORK_PROXY))
                .contains("http://***@proxy.test:1");
        assertThat(Settings.shown("network.proxy", "somebody:secret-word@proxy.test:1"))
                .isEqualTo("***@proxy.test:1");
    }
}
