package io.fieldhouse.cli.tracktik;

import io.fieldhouse.cli.config.Configuration;
import io.fieldhouse.cli.config.ConfigurationException;
import io.fieldhouse.cli.config.Settings;
import io.fieldhouse.cli.config.TrackTikConfiguration;
import io.fieldhouse.cli.network.NetworkProxy;
import io.fieldhouse.cli.workplace.Workplace;
import io.fieldhouse.tracktik.api.TrackTikConfig;
import io.fieldhouse.tracktik.api.TrackTikException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/** Where TrackTik is, how to log in, and what to look at where it cannot be reached. */
public final class TrackTikAccess {
    private static final String BEGIN =
            "TrackTik is not configured yet: fieldhouse init writes a configuration file to begin with; fieldhouse"
                    + " demo needs none of this.";

    private TrackTikAccess() {}

    static TrackTikConfig config(Workplace workplace) {
        workplace.ask(TrackTikConfiguration.missing(workplace.configuration()));
        List<String> still = TrackTikConfiguration.missing(workplace.configuration()).stream()
                .map(Configuration::missing)
                .toList();
        if (!still.isEmpty() && workplace.file() == null) {
            throw new ConfigurationException(
                    Stream.concat(Stream.of(BEGIN), still.stream()).toList());
        }
        NetworkProxy.of(workplace.configuration()).ifPresent(NetworkProxy::install);
        return TrackTikConfiguration.client(workplace.configuration());
    }

    /** What to look at where TrackTik could not be reached; its own words know the path only. */
    public static String advice(Workplace workplace, Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof TrackTikException failed && failed.kind() == TrackTikException.Kind.NETWORK) {
                return workplace
                        .configurationInUse()
                        .flatMap(configuration -> configuration
                                .find(Settings.TRACKTIK_URL)
                                .map(url -> unreachable(configuration, HttpUrl.get(url))))
                        .map(sentence -> System.lineSeparator() + sentence)
                        .orElse("");
            }
        }
        return "";
    }

    static String unreachable(Configuration configuration, HttpUrl api) {
        return proxy(configuration, api)
                .map(proxy -> "The connection goes through the proxy " + proxy
                        + ": check its address, and that it allows " + api.host() + ".")
                .orElse("Check that this machine reaches " + api.host() + ", and that tracktik.url is right.");
    }

    /** The proxy that calls go through, if they do. */
    static Optional<NetworkProxy> proxy(Configuration configuration, HttpUrl api) {
        return NetworkProxy.of(configuration).filter(proxy -> proxy.isUsedFor(api));
    }
}
