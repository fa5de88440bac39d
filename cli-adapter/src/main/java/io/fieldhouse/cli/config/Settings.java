package io.fieldhouse.cli.config;

import static io.fieldhouse.cli.config.Setting.optional;
import static io.fieldhouse.cli.config.Setting.secret;
import static io.fieldhouse.cli.config.Setting.withDefault;

import io.fieldhouse.etl.tracktik.shifts.ShiftStrategy;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/** Everything that can be configured. */
public final class Settings {
    public static final Setting<String> WAREHOUSE_URL = optional(
            "warehouse.url",
            "The address of the warehouse, as jdbc:postgresql://host:port/database. Without it an embedded database is used.",
            Parsers::database);
    public static final Setting<String> WAREHOUSE_USER =
            optional("warehouse.user", "The login that loads into the warehouse.");
    public static final Setting<String> WAREHOUSE_PASSWORD = secret("warehouse.password", "That login's password.");

    public static final Setting<HttpUrl> NETWORK_PROXY = optional(
            "network.proxy",
            "The HTTP proxy to the vendors' APIs, such as http://proxy.example:3128.",
            Parsers::proxy,
            "HTTPS_PROXY",
            "https_proxy");
    public static final Setting<String> NETWORK_NO_PROXY = optional(
            "network.no-proxy",
            "Hosts to reach without the proxy, separated by commas: names with all below them, addresses, or *.",
            Function.identity(),
            "NO_PROXY",
            "no_proxy");

    public static final Setting<String> TRACKTIK_URL = optional(
            "tracktik.url", "The address of TrackTik's API, such as https://example.staffr.us/rest/v1/.", Parsers::api);
    public static final Setting<String> TRACKTIK_CLIENT_ID =
            optional("tracktik.client-id", "The id of the OAuth client that TrackTik has given you.");
    public static final Setting<String> TRACKTIK_CLIENT_SECRET =
            secret("tracktik.client-secret", "The secret of that OAuth client.");
    public static final Setting<String> TRACKTIK_USERNAME =
            optional("tracktik.username", "The name of the API user who may see the regions.");
    public static final Setting<String> TRACKTIK_PASSWORD = secret("tracktik.password", "That user's password.");
    public static final Setting<Integer> TRACKTIK_REQUESTS_PER_MINUTE = withDefault(
            "tracktik.requests-per-minute",
            "1000",
            "The most requests in a minute, evenly spread.",
            Parsers.atLeast(1));
    public static final Setting<Integer> TRACKTIK_REQUESTS_IN_FLIGHT = withDefault(
            "tracktik.requests-in-flight",
            "4",
            "The most requests of one reading at the same time.",
            Parsers.atLeast(1));
    public static final Setting<String> TRACKTIK_REGION = withDefault(
            "tracktik.region",
            "KAISER",
            "The region whose sub-regions are loaded, by id, custom id or exact name.",
            Function.identity());
    public static final Setting<ShiftStrategy> TRACKTIK_STRATEGY = withDefault(
            "tracktik.strategy",
            "by-positions",
            "How shifts are asked for: by-positions, by-region-header or whole-window.",
            text -> Parsers.choice(ShiftStrategy.values(), text));
    public static final Setting<Boolean> TRACKTIK_CONTACT_DETAILS = withDefault(
            "tracktik.contact-details",
            "false",
            "Whether e-mail addresses and telephone numbers of employees are loaded.",
            Parsers::flag);
    public static final Setting<Integer> TRACKTIK_OPEN_PERIODS = withDefault(
            "tracktik.open-periods",
            "2",
            "How many completed periods sync reads again, for what is approved late.",
            Parsers.atLeast(0));

    public static final Setting<String> CALENDAR_KIND = withDefault(
            "calendar.kind",
            "two-weeks",
            "The billing periods: two-weeks, weeks, months, half-months or 4-4-5.",
            Calendars::kind);
    public static final Setting<LocalDate> CALENDAR_ANCHOR = withDefault(
            "calendar.anchor", "2025-05-30", "The first day of any one period, of two-weeks and weeks.", Parsers::day);
    public static final Setting<DayOfWeek> CALENDAR_YEAR_END_WEEKDAY = withDefault(
            "calendar.year-end-weekday",
            "saturday",
            "The weekday on which a year of 4-4-5 ends.",
            text -> Parsers.choice(DayOfWeek.values(), text));
    public static final Setting<Month> CALENDAR_YEAR_END_MONTH = withDefault(
            "calendar.year-end-month",
            "january",
            "Month in which the fiscal year ends. The year has the number of that month's calendar year: with january, 2025-F12"
                    + " ends with January 2025.",
            text -> Parsers.choice(Month.values(), text));
    public static final Setting<Boolean> CALENDAR_YEAR_END_NEAREST = withDefault(
            "calendar.year-end-nearest",
            "true",
            "Whether that is the weekday nearest to the month's last day, be it in the next month, or else the last in it.",
            Parsers::flag);
    public static final Setting<ZoneId> CALENDAR_ZONE = withDefault(
            "calendar.zone",
            "Pacific/Honolulu",
            "The zone that has to be past a period's end before the period counts as completed.",
            Parsers::zone);
    public static final Setting<Integer> CALENDAR_CLOSING_LAG = withDefault(
            "calendar.closing-lag-days",
            "0",
            "How many days a period stays open after its last one.",
            Parsers.atLeast(0));
    public static final Setting<String> CALENDAR_FIRST = withDefault(
            "calendar.first",
            "2025-P01",
            "Where backfill begins unless told otherwise: a period's label or a day.",
            Parsers::periodOrDay);

    public static final Setting<Integer> LOAD_WORKERS =
            withDefault("load.workers", "2", "How many units are loaded at the same time.", Parsers.atLeast(1));
    public static final Setting<Integer> LOAD_TRIES =
            withDefault("load.tries", "3", "How often a unit is tried in one run.", Parsers.atLeast(1));
    public static final Setting<Double> LOAD_BAD_SHARE = withDefault(
            "load.bad-share",
            "0.05",
            "Which share of a unit's records may go to quarantine before the unit fails: 0 allows none; of fewer than 20"
                    + " any other allows all but one, and 1 allows all.",
            Parsers::share);
    public static final Setting<Double> LOAD_VANISHED_SHARE = withDefault(
            "load.vanished-share", "0.5", "Which share of a unit's shifts may vanish at once.", Parsers::share);
    public static final Setting<Double> LOAD_RETIRED_SHARE = withDefault(
            "load.retired-share",
            "0.1",
            "Which share of a dimension may be retired at once; up to five may be, but not all.",
            Parsers::share);

    public static final Setting<BigDecimal> QUALITY_LONGEST_HOURS = withDefault(
            "quality.longest-hours", "24", "How long a shift may be before it is reported.", Parsers::someHours);
    public static final Setting<BigDecimal> QUALITY_SURPLUS_HOURS = withDefault(
            "quality.surplus-hours",
            "4",
            "How much more than scheduled may be worked before it is reported.",
            Parsers::number);
    public static final Setting<List<String>> QUALITY_STOPPING = withDefault(
            "quality.stopping",
            "",
            "The rules on facts that stop a unit's load, by their names; none otherwise.",
            Parsers::rules);

    /** Columns of the owner's list and how it is written: see docs/reconcile.md. */
    public static final List<Setting<String>> RECONCILE = List.of(
            column("site", "The column that names the site."),
            mapped("site-by", "How it does so: code, name or id.", "code, name or id"),
            column("region", "The column that names the sub-region."),
            mapped("region-by", "How it does so: name, code or id.", "name, code or id"),
            column("period", "The column with the period's label, or with a day in it."),
            mapped("dates", "How such days are written, as in MM/dd/yyyy.", "a pattern of a day, such as MM/dd/yyyy"),
            column("scheduled-hours", "The column of scheduled hours."),
            column("worked-hours", "The column of worked hours."),
            column("approved-hours", "The column of approved hours."),
            column("payable-hours", "The column of payable hours."),
            column("billable-hours", "The column of billable hours."),
            column("regular-hours", "The column of regular hours."),
            column("overtime-hours", "The column of overtime hours."),
            column("holiday-hours", "The column of holiday hours."),
            column("pay-amount", "The column of what is paid."),
            column("bill-amount", "The column of what is billed."),
            mapped("delimiter", "comma, semicolon or tab; found out otherwise.", "comma, semicolon or tab"),
            mapped("encoding", "Such as windows-1252; found out otherwise.", "UTF-8, UTF-16 or windows-1252"),
            mapped("decimal", "point or comma, where numbers can be read in two ways.", "point or comma"));

    /** All of them, in the order in which people read them. */
    public static final List<Setting<?>> ALL = Stream.concat(
                    Stream.of(
                            WAREHOUSE_URL,
                            WAREHOUSE_USER,
                            WAREHOUSE_PASSWORD,
                            NETWORK_PROXY,
                            NETWORK_NO_PROXY,
                            TRACKTIK_URL,
                            TRACKTIK_CLIENT_ID,
                            TRACKTIK_CLIENT_SECRET,
                            TRACKTIK_USERNAME,
                            TRACKTIK_PASSWORD,
                            TRACKTIK_REQUESTS_PER_MINUTE,
                            TRACKTIK_REQUESTS_IN_FLIGHT,
                            TRACKTIK_REGION,
                            TRACKTIK_STRATEGY,
                            TRACKTIK_CONTACT_DETAILS,
                            TRACKTIK_OPEN_PERIODS,
                            CALENDAR_KIND,
                            CALENDAR_ANCHOR,
                            CALENDAR_YEAR_END_WEEKDAY,
                            CALENDAR_YEAR_END_MONTH,
                            CALENDAR_YEAR_END_NEAREST,
                            CALENDAR_ZONE,
                            CALENDAR_CLOSING_LAG,
                            CALENDAR_FIRST,
                            LOAD_WORKERS,
                            LOAD_TRIES,
                            LOAD_BAD_SHARE,
                            LOAD_VANISHED_SHARE,
                            LOAD_RETIRED_SHARE,
                            QUALITY_LONGEST_HOURS,
                            QUALITY_SURPLUS_HOURS,
                            QUALITY_STOPPING),
                    RECONCILE.stream())
            .collect(Collectors.toUnmodifiableList());

    /** Where everything is kept, and the file: what finds the configuration is not in it. */
    public static final String HOME_VARIABLE = "FIELDHOUSE_HOME";

    public static final String FILE_VARIABLE = "FIELDHOUSE_CONFIG";

    private Settings() {}

    /** What may stand in a file: secrets are named by files of their own. */
    static Set<String> keys() {
        return ALL.stream().map(Setting::keyInFile).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static Set<String> variables() {
        return Stream.concat(
                        Stream.of(HOME_VARIABLE, FILE_VARIABLE),
                        ALL.stream()
                                .flatMap(setting -> setting.isSecret()
                                        ? Stream.of(setting.variable(), setting.variable() + "_FILE")
                                        : Stream.of(setting.variable())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static boolean isSection(String key) {
        return ALL.stream().anyMatch(setting -> setting.section().equals(key));
    }

    static boolean isSecret(String key) {
        return ALL.stream()
                .anyMatch(setting -> setting.isSecret() && setting.key().equals(key));
    }

    /** A value as anybody may see it. */
    public static String shown(String key, String text) {
        return ALL.stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .map(setting -> setting.shown(text))
                .orElse(text);
    }

    private static Setting<String> column(String key, String description) {
        return optional("reconcile." + key, description, Function.identity());
    }

    private static Setting<String> mapped(String key, String description, String shouldBe) {
        return optional("reconcile." + key, description, Parsers.mapping(key, shouldBe));
    }

    static String unknown(String key) {
        Optional<String> first = ALL.stream()
                .filter(setting -> setting.section().equals(key))
                .map(Setting::keyInFile)
                .findFirst();
        if (first.isPresent()) {
            return key + " is a section and no setting: name one of those in it, such as " + first.get() + ".";
        }
        return "there is no setting " + key
                + Nearest.to(key, keys()).map(near -> "; " + near + "?").orElse(".");
    }
}
