package io.fieldhouse.cli.config;

import io.fieldhouse.client.Pace;
import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.calendar.Closing;
import io.fieldhouse.etl.calendar.Period;
import io.fieldhouse.etl.calendar.PeriodCalendar;
import io.fieldhouse.etl.calendar.RetailYearEnd;
import io.fieldhouse.etl.tracktik.TrackTikSettings;
import io.fieldhouse.etl.tracktik.rules.HourLimits;
import io.fieldhouse.etl.tracktik.rules.Rules;
import io.fieldhouse.tracktik.api.Login;
import io.fieldhouse.tracktik.api.TrackTikConfig;
import java.util.List;

/** What a configuration says of TrackTik, in the words of those who need it. */
public final class TrackTikConfiguration {
    /** What it takes to reach it. */
    public static final List<Setting<String>> ACCESS = List.of(
            Settings.TRACKTIK_URL,
            Settings.TRACKTIK_CLIENT_ID,
            Settings.TRACKTIK_CLIENT_SECRET,
            Settings.TRACKTIK_USERNAME,
            Settings.TRACKTIK_PASSWORD);

    private TrackTikConfiguration() {}

    /** Where TrackTik is, and how to log in. */
    public static TrackTikConfig client(Configuration configuration) {
        List<Setting<String>> missing = missing(configuration);
        if (!missing.isEmpty()) {
            throw new ConfigurationException(
                    missing.stream().map(Configuration::missing).toList());
        }
        try {
            return TrackTikConfig.at(
                            configuration.get(Settings.TRACKTIK_URL),
                            new Login.Password(
                                    configuration.get(Settings.TRACKTIK_CLIENT_ID),
                                    configuration.get(Settings.TRACKTIK_CLIENT_SECRET),
                                    configuration.get(Settings.TRACKTIK_USERNAME),
                                    configuration.get(Settings.TRACKTIK_PASSWORD)))
                    .with(Pace.perMinute(configuration.get(Settings.TRACKTIK_REQUESTS_PER_MINUTE))
                            .withRequestsInFlight(configuration.get(Settings.TRACKTIK_REQUESTS_IN_FLIGHT)));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(List.of("tracktik.url: " + e.getMessage()));
        }
    }

    /** What is needed to log in, and is not there. */
    public static List<Setting<String>> missing(Configuration configuration) {
        return ACCESS.stream()
                .filter(setting -> configuration.find(setting).isEmpty())
                .toList();
    }

    public static PeriodCalendar calendar(Configuration configuration) {
        return Calendars.named(
                configuration.get(Settings.CALENDAR_KIND),
                configuration.get(Settings.CALENDAR_ANCHOR),
                new RetailYearEnd(
                        configuration.get(Settings.CALENDAR_YEAR_END_WEEKDAY),
                        configuration.get(Settings.CALENDAR_YEAR_END_MONTH),
                        configuration.get(Settings.CALENDAR_YEAR_END_NEAREST)));
    }

    /** Where backfill begins unless told otherwise. */
    public static Period first(Configuration configuration) {
        String first = configuration.get(Settings.CALENDAR_FIRST);
        PeriodCalendar calendar = calendar(configuration);
        try {
            return first.matches("\\d{4}-\\d{2}-\\d{2}")
                    ? calendar.containing(Parsers.day(first))
                    : calendar.labelled(first);
        } catch (Refusal e) {
            throw new ConfigurationException(List.of("calendar.first: " + e.getMessage()));
        }
    }

    /** How TrackTik is loaded. */
    public static TrackTikSettings load(Configuration configuration) {
        return new TrackTikSettings(
                configuration.get(Settings.TRACKTIK_REGION),
                calendar(configuration),
                closing(configuration),
                configuration.get(Settings.TRACKTIK_OPEN_PERIODS),
                configuration.get(Settings.TRACKTIK_STRATEGY),
                configuration.get(Settings.TRACKTIK_CONTACT_DETAILS),
                rules(configuration));
    }

    /** When billing periods are completed. */
    public static Closing closing(Configuration configuration) {
        return new Closing(configuration.get(Settings.CALENDAR_ZONE), configuration.get(Settings.CALENDAR_CLOSING_LAG));
    }

    private static Rules rules(Configuration configuration) {
        try {
            return Rules.of(
                    hourLimits(configuration),
                    configuration.find(Settings.QUALITY_STOPPING).orElse(List.of()));
        } catch (Refusal e) {
            throw new ConfigurationException(List.of("quality.stopping: " + e.getMessage()));
        }
    }

    private static HourLimits hourLimits(Configuration configuration) {
        try {
            return new HourLimits(
                    configuration.get(Settings.QUALITY_LONGEST_HOURS),
                    configuration.get(Settings.QUALITY_SURPLUS_HOURS));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    List.of("quality.longest-hours and quality.surplus-hours: " + e.getMessage()));
        }
    }
}
