package io.fieldhouse.tracktik;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldhouse.client.CallListener;
import io.fieldhouse.client.Hooks;
import io.fieldhouse.client.Page;
import io.fieldhouse.client.Pages;
import io.fieldhouse.client.Retries;
import io.fieldhouse.tracktik.api.Login;
import io.fieldhouse.tracktik.api.Query;
import io.fieldhouse.tracktik.api.TrackTikConfig;
import io.fieldhouse.tracktik.sandbox.Fault;
import io.fieldhouse.tracktik.sandbox.SandboxCredentials;
import io.fieldhouse.tracktik.sandbox.SandboxData;
import io.fieldhouse.tracktik.sandbox.TrackTikSandbox;
import io.fieldhouse.tracktik.scheduling.Shift;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import okhttp3.EventListener;
import okio.ByteString;
import org.junit.jupiter.api.Test;

/** The README's snippets, letter for letter but for blanks, and run. */
@SuppressWarnings("SystemOut")
class ReadmeTest {
    private static final Path SOURCE = Path.of("src/test/java/io/fieldhouse/tracktik/ReadmeTest.java");

    private int loaded;

    @Test
    void everySnippetOfTheReadmeStandsHere() throws IOException {
        String source = withoutBlanks(Files.readString(SOURCE));
        var snippets = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(MatchResult::group)
                .map(block -> block.substring("```java\n".length(), block.length() - 3))
                .toList();

        assertThat(snippets).hasSize(5).allSatisfy(snippet -> assertThat(source).contains(withoutBlanks(snippet)));
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("(?m)^\\s*//.*$", "").replaceAll("\\s+", "");
    }

    @Test
    void snippetsRun() {
        try (TrackTikSandbox sandbox = TrackTikSandbox.start(SandboxData.small())) {
            sandbox.faults().next(Fault.tooManyRequests(Duration.ofSeconds(1)));
            readFrom(sandbox.apiUrl().toString(), sandbox.credentials());
        }
        assertThat(loaded).isPositive();
    }

    private void readFrom(String address, SandboxCredentials known) {
        String clientId = known.clientId();
        String clientSecret = known.clientSecret();
        String username = known.username();
        String password = known.password();

        TrackTikConfig config = TrackTikConfig.at(
                address,
                Login.Password.builder()
                        .withClientId(clientId)
                        .withClientSecret(clientSecret)
                        .withUsername(username)
                        .withPassword(password)
                        .build());
        try (TrackTik tracktik = TrackTik.connect(config)) {
            System.out.print(tracktik.regionTree());
        }

        EventListener events = EventListener.NONE;
        CallListener listener = new CallListener() {};
        TrackTikConfig mine = config.with(Retries.DEFAULT.withAttempts(3))
                .with(Hooks.NONE
                        .withApplication("billing-service/1.4")
                        .withHttp(http -> http.eventListener(events))
                        .withListener(listener));
        try (TrackTik tracktik = TrackTik.connect(mine)) {
            readShifts(tracktik);
            readPages(tracktik);
        }
    }

    private static void readShifts(TrackTik tracktik) {
        Query lastWeek = Query.all()
                .between("startDateTime", LocalDate.of(2025, 6, 6), LocalDate.of(2025, 6, 12))
                .include("clockedHours", "approvedHours", "position.account");
        for (Shift shift : tracktik.scheduling().shifts(lastWeek)) {
            System.out.println(shift.id() + " " + shift.businessDate() + " " + shift.clockedHours());
        }
    }

    private void readPages(TrackTik tracktik) {
        Query period = Query.all().between("startDateTime", LocalDate.of(2025, 5, 30), LocalDate.of(2025, 6, 12));
        try (Pages<Shift> pages = tracktik.scheduling().shifts(period).pages()) {
            while (pages.hasNext()) {
                Page<Shift> page = pages.next();
                for (int i = 0; i < page.items().size(); i++) {
                    load(page.items().get(i), page.json(i));
                }
            }
        }
    }

    private void load(Shift shift, ByteString json) {
        assertThat(json.utf8()).contains("\"id\":" + shift.id());
        loaded++;
    }
}
