package io.fieldhouse.servicetitan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fieldhouse.servicetitan.api.Environment;
import io.fieldhouse.servicetitan.api.Query;
import io.fieldhouse.servicetitan.api.ServiceTitanConfig;
import io.fieldhouse.servicetitan.api.ServiceTitanException;
import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Credentials;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The proxy that a program has set for itself. */
class ProxyTest {
    private static final String API = "http://localhost:1/";

    private final MockWebServer proxy = new MockWebServer();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final @Nullable ProxySelector usual = ProxySelector.getDefault();

    private final class Everything extends ProxySelector {
        @Override
        public List<Proxy> select(URI uri) {
            return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("localhost", proxy.getPort())));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            // The test fails anyway.
        }
    }

    @BeforeEach
    void set() throws IOException {
        proxy.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        proxy.start();
        ProxySelector.setDefault(new Everything());
    }

    @AfterEach
    void reset() {
        ProxySelector.setDefault(usual);
        Authenticator.setDefault(null);
        proxy.close();
    }

    private MockResponse answer(RecordedRequest request) {
        asked.add(request.getUrl().toString());
        if (!Credentials.basic("somebody", "right").equals(request.getHeaders().get("Proxy-Authorization"))) {
            return new MockResponse.Builder()
                    .code(407)
                    .addHeader("Proxy-Authenticate", "Basic realm=\"proxy\"")
                    .build();
        }
        return new MockResponse.Builder()
                .body(
                        request.getUrl().encodedPath().endsWith("token")
                                ? "{\"access_token\":\"t\",\"expires_in\":3600}"
                                : "{\"hasMore\":false,\"data\":[]}")
                .build();
    }

    private static void logIn(String password) {
        Authenticator.setDefault(new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication("somebody", password.toCharArray());
            }
        });
    }

    private static List<?> read() {
        try (ServiceTitan client = ServiceTitan.connect(
                ServiceTitanConfig.of(Environment.at(API + "auth/", API + "api/"), 77, ScriptedServer.KNOWN))) {
            return client.resources().read("jpm/v2/jobs", Query.all()).list();
        }
    }

    @Test
    void callsGoThroughItWithItsLogin() {
        logIn("right");

        assertThat(read()).isEmpty();
        assertThat(asked).isNotEmpty().allMatch(url -> url.startsWith(API));
    }

    @Test
    void proxyThatRefusesItsLoginIsNotAskedOnAndOn() {
        logIn("wrong");
        ServiceTitanException failure = catchThrowableOfType(ServiceTitanException.class, ProxyTest::read);

        assertThat(failure.status()).isEqualTo(407);
        assertThat(failure).hasMessageNotContaining("wrong");
        assertThat(asked).hasSize(2);
    }
}
