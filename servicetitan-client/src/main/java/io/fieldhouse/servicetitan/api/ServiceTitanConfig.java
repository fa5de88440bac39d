package io.fieldhouse.servicetitan.api;

import io.fieldhouse.client.Bounds;
import io.fieldhouse.client.Hooks;
import io.fieldhouse.client.Pace;
import io.fieldhouse.client.Retries;
import java.time.Duration;

/**
 * Where ServiceTitan is, whose data to read, how to log in, and how hard to press. Immutable; begin with {@link #of}, change
 * what you need. Many tenants go side by side: each has a client and a configuration of its own.
 *
 * @param environment where ServiceTitan is
 * @param tenant whose data to read
 * @param credentials what the client proves itself with
 * @param pace how many requests go out
 * @param betweenReports the shortest time between two calls of the same report; 0 for none
 * @param retries what happens when one fails
 * @param bounds how long and how large one try may be
 * @param hooks how the application takes part
 */
public record ServiceTitanConfig(
        Environment environment,
        long tenant,
        Credentials credentials,
        Pace pace,
        Duration betweenReports,
        Retries retries,
        Bounds bounds,
        Hooks hooks) {
    /** 60 requests a second. */
    public static final Pace DEFAULT_PACE = Pace.perSecond(60);

    /** ServiceTitan itself gives up after 100 seconds: 110 seconds of silence, 4 minutes in all. */
    public static final Bounds DEFAULT_BOUNDS = Bounds.of(Duration.ofSeconds(110), Duration.ofMinutes(4));

    /** A minute: ServiceTitan refuses a report that is called sooner. */
    public static final Duration DEFAULT_BETWEEN_REPORTS = Duration.ofMinutes(1);

    public ServiceTitanConfig {
        if (tenant < 1) {
            throw new IllegalArgumentException("A tenant's id is above 0.");
        }
        if (betweenReports.isNegative()) {
            throw new IllegalArgumentException("The time between two calls of a report is 0 or more.");
        }
    }

    /** A tenant with the defaults. */
    public static ServiceTitanConfig of(Environment environment, long tenant, Credentials credentials) {
        return new ServiceTitanConfig(
                environment,
                tenant,
                credentials,
                DEFAULT_PACE,
                DEFAULT_BETWEEN_REPORTS,
                Retries.DEFAULT,
                DEFAULT_BOUNDS,
                Hooks.NONE);
    }

    /** The same at another pace. */
    public ServiceTitanConfig with(Pace other) {
        return new ServiceTitanConfig(environment, tenant, credentials, other, betweenReports, retries, bounds, hooks);
    }

    /** The same with other retries. */
    public ServiceTitanConfig with(Retries other) {
        return new ServiceTitanConfig(environment, tenant, credentials, pace, betweenReports, other, bounds, hooks);
    }

    /** The same within other bounds. */
    public ServiceTitanConfig with(Bounds other) {
        return new ServiceTitanConfig(environment, tenant, credentials, pace, betweenReports, retries, other, hooks);
    }

    /** The same with another shortest time between two calls of the same report. */
    public ServiceTitanConfig withBetweenReports(Duration other) {
        return new ServiceTitanConfig(environment, tenant, credentials, pace, other, retries, bounds, hooks);
    }

    /** The same with other hooks. */
    public ServiceTitanConfig with(Hooks other) {
        return new ServiceTitanConfig(environment, tenant, credentials, pace, betweenReports, retries, bounds, other);
    }
}
