package io.fieldhouse.cli.tracktik;

import io.fieldhouse.cli.config.ConfigurationException;
import io.fieldhouse.cli.config.Settings;
import io.fieldhouse.cli.failure.ExitCode;
import io.fieldhouse.cli.output.Finding;
import io.fieldhouse.cli.output.Output;
import io.fieldhouse.cli.source.SourceChecks;
import io.fieldhouse.cli.workplace.Workplace;
import io.fieldhouse.client.Retries;
import io.fieldhouse.tracktik.TrackTik;
import io.fieldhouse.tracktik.api.TrackTikConfig;
import io.fieldhouse.tracktik.api.TrackTikException;
import io.fieldhouse.tracktik.entities.RegionTree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/** What the doctor asks TrackTik. */
final class TrackTikChecks implements SourceChecks {
    private static final String SETTINGS = "TrackTik settings";
    private static final String PROXY = "Network proxy";
    private static final String LOGIN = "TrackTik login";
    private static final String REGION = "TrackTik region";

    /** Whoever waits for the doctor waits for no second outage. */
    private static final Retries SOON = new Retries(
            2, Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(30));

    private final Workplace workplace;

    TrackTikChecks(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public String first() {
        return SETTINGS;
    }

    @Override
    public List<Finding> findings(Output output) {
        List<Finding> findings = new ArrayList<>();
        TrackTikConfig config;
        try {
            config = TrackTikAccess.config(workplace).with(SOON);
            findings.add(Finding.ok(SETTINGS, "the address and the login are there."));
        } catch (ConfigurationException e) {
            findings.add(Finding.failed(SETTINGS, workplace.failure(e), ""));
            return findings;
        }
        TrackTikAccess.proxy(workplace.configuration(), config.baseUrl())
                .ifPresent(proxy -> findings.add(Finding.ok(PROXY, "calls to TrackTik go through " + proxy + ".")));
        output.progress("Asking TrackTik");
        String host = config.baseUrl().host();
        try (TrackTik tracktik = TrackTik.connect(config)) {
            RegionTree tree = tracktik.regionTree();
            findings.add(Finding.ok(
                    LOGIN, host + " lets it in, and shows it " + tree.all().size() + " regions."));
            findings.add(region(tree));
        } catch (TrackTikException e) {
            findings.add(Finding.failed(LOGIN, workplace.failure(e), advice(e.kind(), config)));
        } catch (RuntimeException e) {
            findings.add(Finding.failed(REGION, workplace.failure(e), ""));
        }
        return findings;
    }

    private Finding region(RegionTree tree) {
        String name = workplace.configuration().get(Settings.TRACKTIK_REGION);
        try {
            return Finding.ok(REGION, RegionsCommand.parts(tree, name));
        } catch (NoSuchElementException e) {
            return Finding.failed(
                    REGION,
                    ExitCode.CONFIGURATION,
                    String.valueOf(e.getMessage()),
                    "Correct tracktik.region, or have TrackTik let the user see that region.");
        }
    }

    private String advice(TrackTikException.Kind kind, TrackTikConfig config) {
        return switch (kind) {
            case CREDENTIALS ->
                "Correct the login before the next try: TrackTik bans an address for hours after too many refusals.";
            case FORBIDDEN -> "Have TrackTik give the API user the right to read regions.";
            case FIREWALL -> "Have TrackTik let this machine's address in.";
            case NETWORK -> TrackTikAccess.unreachable(workplace.configuration(), config.baseUrl());
            case NOT_FOUND, BAD_REQUEST, BAD_ANSWER -> "Look whether tracktik.url is the address of the API.";
            case RATE_LIMITED, TOO_SLOW, SERVER -> "Try again later; TrackTik has a bad moment.";
            case INTERRUPTED, CLOSED -> "Run it again.";
        };
    }
}
