package io.fieldhouse.cli.network;

import io.fieldhouse.cli.config.Configuration;
import io.fieldhouse.cli.config.Settings;
import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The proxy through which the vendors' APIs are reached. It has a password, perhaps, and shows none. */
public final class NetworkProxy {
    private final HttpUrl address;
    private final DirectHosts direct;
    private final String origin;

    private NetworkProxy(HttpUrl address, DirectHosts direct, String origin) {
        this.address = address;
        this.direct = direct;
        this.origin = origin;
    }

    /** The one that is configured, if one is. */
    public static Optional<NetworkProxy> of(Configuration configuration) {
        DirectHosts direct =
                DirectHosts.of(configuration.find(Settings.NETWORK_NO_PROXY).orElse(""));
        return configuration
                .origin(Settings.NETWORK_PROXY)
                .map(value -> new NetworkProxy(configuration.get(Settings.NETWORK_PROXY), direct, value.origin()));
    }

    /** Where it is, and who says so. */
    @Override
    public String toString() {
        return address.host() + ":" + address.port() + " (" + origin + ")";
    }

    /** Whether an address is reached through it. */
    public boolean isUsedFor(HttpUrl api) {
        return !direct.has(api.host(), api.port());
    }

    /** From here on new clients take it. Connections that are not HTTP, such as the database's, never do. */
    public void install() {
        ProxySelector.setDefault(new Selector());
        if (!address.username().isEmpty()) {
            Authenticator.setDefault(new Login());
        }
    }

    private final class Selector extends ProxySelector {
        @Override
        public List<Proxy> select(URI uri) {
            HttpUrl url = HttpUrl.get(uri);
            return List.of(url != null && isUsedFor(url) ? proxy() : Proxy.NO_PROXY);
        }

        private Proxy proxy() {
            return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(address.host(), address.port()));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress proxy, IOException failure) {
            // There is no other one to take instead.
        }
    }

    private final class Login extends Authenticator {
        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            return getRequestorType() == RequestorType.PROXY
                    ? new PasswordAuthentication(
                            address.username(), address.password().toCharArray())
                    : null;
        }
    }
}
