package io.fieldhouse.cli.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectHostsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "example.com | example.com | 443",
                "example.com | api.example.com | 443",
                ".example.com | api.example.com | 443",
                "*.example.com | api.Example.COM | 443",
                "other.test, example.com | example.com | 443",
                "other.test example.com | example.com | 443",
                "* | anything.test | 443",
                "example.com:8443 | api.example.com | 8443",
                "10.1.2.3 | 10.1.2.3 | 443",
                "fe80::1 | fe80::1 | 1",
                "[fe80::1]:8443 | fe80::1 | 8443",
                "'' | localhost | 80",
                "'' | a.localhost | 80",
                "'' | 127.0.0.1 | 80",
                "'' | ::1 | 80"
            })
    void hostIsReachedDirectly(String names, String host, int port) {
        assertThat(DirectHosts.of(names).has(host, port)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | example.com | 443",
                "example.com | badexample.com | 443",
                "example.com:8443 | example.com | 443",
                "api.example.com | example.com | 443",
                "10.1.2.3 | 10.1.2.30 | 443",
                "'' | localhost.example.com | 443",
                "'' | 127.example.com | 443"
            })
    void hostIsReachedThroughTheProxy(String names, String host, int port) {
        assertThat(DirectHosts.of(names).has(host, port)).isFalse();
    }
}
