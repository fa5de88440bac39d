package io.fieldhouse.cli.tracktik;

import io.fieldhouse.cli.config.Setting;
import io.fieldhouse.cli.config.Settings;
import io.fieldhouse.cli.output.ShellWord;
import io.fieldhouse.client.Pace;
import io.fieldhouse.tracktik.api.Login;
import io.fieldhouse.tracktik.api.TrackTikConfig;
import io.fieldhouse.tracktik.sandbox.SandboxCredentials;
import io.fieldhouse.tracktik.sandbox.TrackTikSandbox;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The demo's TrackTik: how to log in to it from here, and from another terminal. All of it is invented, secrets included. */
public record InventedTrackTik(String url, SandboxCredentials credentials) {
    /** It is on this machine, and nobody counts. */
    private static final int REQUESTS_PER_MINUTE = 1_000_000;

    public static InventedTrackTik of(TrackTikSandbox sandbox) {
        return new InventedTrackTik(sandbox.apiUrl().toString(), sandbox.credentials());
    }

    public TrackTikConfig config() {
        return TrackTikConfig.at(
                        url,
                        new Login.Password(
                                credentials.clientId(),
                                credentials.clientSecret(),
                                credentials.username(),
                                credentials.password()))
                .with(Pace.perMinute(REQUESTS_PER_MINUTE));
    }

    private Map<Setting<?>, String> settings() {
        Map<Setting<?>, String> settings = new LinkedHashMap<>();
        settings.put(Settings.TRACKTIK_URL, url);
        settings.put(Settings.TRACKTIK_CLIENT_ID, credentials.clientId());
        settings.put(Settings.TRACKTIK_CLIENT_SECRET, credentials.clientSecret());
        settings.put(Settings.TRACKTIK_USERNAME, credentials.username());
        settings.put(Settings.TRACKTIK_PASSWORD, credentials.password());
        settings.put(Settings.TRACKTIK_REQUESTS_PER_MINUTE, String.valueOf(REQUESTS_PER_MINUTE));
        return settings;
    }

    /** What to type in another terminal, where commands then load from it into the demo's warehouse. */
    public String exports(Path home) {
        String line = System.lineSeparator();
        // Nothing invented is to end up in a warehouse of one's own, and nothing of one's own is meant for the demo's.
        // A shell may want one name at least.
        return "unset " + Settings.HOME_VARIABLE + " $(env | grep -o '^FIELDHOUSE_[A-Z_]*')" + line + "export "
                + Settings.HOME_VARIABLE + "=" + ShellWord.of(home.toString()) + line
                + settings().entrySet().stream()
                        .map(one -> "export " + one.getKey().variable() + "=" + ShellWord.of(one.getValue()) + line)
                        .collect(Collectors.joining());
    }

    /** The same for machines, by the settings' keys. */
    public Map<String, String> data() {
        return settings().entrySet().stream()
                .collect(Collectors.toMap(
                        one -> one.getKey().key(), Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }
}
