package io.fieldhouse.servicetitan.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How a sandbox behaves, apart from its data.
 *
 * @param tenant the one tenant that is let in
 * @param clock by which tokens expire and limits are counted
 * @param latency how long every answer takes
 * @param tokens how long an access token lives, and how many are handed out a minute
 * @param callsPerSecond of everything but tokens and reports; more are a 429
 * @param exports how export feeds behave
 * @param reports how reports behave
 * @param unsteadyRows by how many rows at most an order that nobody promised differs from call to call
 * @param disagreeing whether reports differ from the entities, in the places that {@link SandboxTruth} names
 */
public record SandboxOptions(
        long tenant,
        Clock clock,
        Duration latency,
        Tokens tokens,
        int callsPerSecond,
        Exports exports,
        Reports reports,
        int unsteadyRows,
        boolean disagreeing) {

    /** How access tokens live. */
    public record Tokens(Duration life, int perMinute) {}

    /**
     * How export feeds behave.
     *
     * @param rows in a page
     * @param refused whether every token is refused
     */
    public record Exports(int rows, boolean refused) {}

    /**
     * How reports behave.
     *
     * @param between at least so long between two calls of one report; zero for no limit
     * @param everyPageCounts whether the pages after the first count against that limit
     * @param readyAfter how often an asynchronous query is asked for in vain; with zero it is answered at once
     */
    public record Reports(Duration between, boolean everyPageCounts, int readyAfter) {}

    /** As the vendor: tokens of 15 minutes, a report a minute, by the system's clock, and no waiting. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(
                990_017L,
                Clock.systemUTC(),
                Duration.ZERO,
                new Tokens(Duration.ofMinutes(15), 60),
                Integer.MAX_VALUE,
                new Exports(500, false),
                new Reports(Duration.ofMinutes(1), true, 0),
                3,
                false);
    }

    Instant now() {
        return clock.instant();
    }

    public SandboxOptions withTenant(long other) {
        return new SandboxOptions(
                other, clock, latency, tokens, callsPerSecond, exports, reports, unsteadyRows, disagreeing);
    }

    public SandboxOptions withClock(Clock other) {
        return new SandboxOptions(
                tenant, other, latency, tokens, callsPerSecond, exports, reports, unsteadyRows, disagreeing);
    }

    public SandboxOptions withLatency(Duration wait) {
        return new SandboxOptions(
                tenant, clock, wait, tokens, callsPerSecond, exports, reports, unsteadyRows, disagreeing);
    }

    private SandboxOptions with(Tokens other) {
        return new SandboxOptions(
                tenant, clock, latency, other, callsPerSecond, exports, reports, unsteadyRows, disagreeing);
    }

    public SandboxOptions withTokenLife(Duration life) {
        return with(new Tokens(life, tokens.perMinute));
    }

    /** More requests for tokens than that in a minute are a 429. */
    public SandboxOptions withTokensPerMinute(int most) {
        return with(new Tokens(tokens.life, most));
    }

    /** More calls than that in a second are a 429, but for tokens and reports, which have limits of their own. */
    public SandboxOptions withCallsPerSecond(int most) {
        return new SandboxOptions(tenant, clock, latency, tokens, most, exports, reports, unsteadyRows, disagreeing);
    }

    private SandboxOptions with(Exports other) {
        return new SandboxOptions(
                tenant, clock, latency, tokens, callsPerSecond, other, reports, unsteadyRows, disagreeing);
    }

    public SandboxOptions withExportRows(int inAPage) {
        return with(new Exports(inAPage, exports.refused));
    }

    /** Refuses every token of an export feed; dates are taken still. */
    public SandboxOptions withExportTokensRefused() {
        return with(new Exports(exports.rows, true));
    }

    private SandboxOptions with(Reports other) {
        return new SandboxOptions(
                tenant, clock, latency, tokens, callsPerSecond, exports, other, unsteadyRows, disagreeing);
    }

    /** At least so long between two calls of one report, by the clock; zero for no limit. */
    public SandboxOptions withBetweenReports(Duration wait) {
        return with(new Reports(wait, reports.everyPageCounts, reports.readyAfter));
    }

    /** Only the first page of a report counts against its limit. */
    public SandboxOptions withFirstPagesCounting() {
        return with(new Reports(reports.between, false, reports.readyAfter));
    }

    /** Answers asynchronous queries after so many looks in vain. */
    public SandboxOptions withReportsReadyAfter(int looks) {
        return with(new Reports(reports.between, reports.everyPageCounts, looks));
    }

    /** Where no order is promised, one call in three begins up to so many rows further on; 0 for a steady order. */
    public SandboxOptions withUnsteadyRows(int most) {
        return new SandboxOptions(tenant, clock, latency, tokens, callsPerSecond, exports, reports, most, disagreeing);
    }

    /** Reports differ from the entities, in the places that {@link SandboxTruth#disagreements} names. */
    public SandboxOptions withDisagreements() {
        return new SandboxOptions(tenant, clock, latency, tokens, callsPerSecond, exports, reports, unsteadyRows, true);
    }
}
