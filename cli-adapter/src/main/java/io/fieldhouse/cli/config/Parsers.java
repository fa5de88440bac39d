package io.fieldhouse.cli.config;

import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.tracktik.reconcile.CsvMapping;
import io.fieldhouse.etl.tracktik.reconcile.Measure;
import io.fieldhouse.etl.tracktik.rules.HourLimits;
import io.fieldhouse.etl.tracktik.rules.Rules;
import io.fieldhouse.tracktik.api.Login;
import io.fieldhouse.tracktik.api.TrackTikConfig;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.postgresql.Driver;

/**
 * Makes texts into values. What is wrong with a text is an {@link Refusal} whose message goes on where the
 * setting's name ends.
 */
final class Parsers {
    private static final Pattern DATABASE =
            Pattern.compile("jdbc:postgresql://[^/@?\\s:]+(:\\d{1,5})?/[^/@?\\s]+([?]\\S*)?");
    private static final Pattern LABEL = Pattern.compile("\\d{4}-[A-Z]\\d{2}");

    /** An address is one whoever logs in there. */
    private static final Login NOBODY = new Login.Password("nobody", "nobody", "nobody", "nobody");

    private Parsers() {}

    static Function<String, Integer> atLeast(int least) {
        return text -> {
            if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least) {
                throw new Refusal("has to be a whole number of " + least + " or more.");
            }
            return Integer.valueOf(text);
        };
    }

    static double share(String text) {
        try {
            double share = Double.parseDouble(text);
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new Refusal("has to be a share from 0 to 1, such as 0.05.");
    }

    static BigDecimal number(String text) {
        if (!text.matches("\\d{1,6}(\\.\\d{1,4})?")) {
            throw new Refusal("has to be a number, such as 24.");
        }
        return new BigDecimal(text);
    }

    static boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new Refusal("has to be true or false.");
        }
        return text.equals("true");
    }

    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal("has to be a day, such as 2025-05-30.");
        }
    }

    static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new Refusal("has to be a time zone, such as Pacific/Honolulu.");
        }
    }

    static List<String> list(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    static <E extends Enum<E>> E choice(E[] values, String text) {
        return Arrays.stream(values)
                .filter(value -> name(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new Refusal("has to be one of "
                        + Arrays.stream(values).map(Parsers::name).collect(Collectors.joining(", ")) + "."));
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Some hours, and not none. */
    static BigDecimal someHours(String text) {
        if (number(text).signum() == 0) {
            throw new Refusal("has to be more than 0, such as 24.");
        }
        return number(text);
    }

    /** A period's label or a day; which labels there are is the calendar's to say. */
    static String periodOrDay(String text) {
        if (!LABEL.matcher(text).matches() && !isDay(text)) {
            throw new Refusal("has to be a period's label or a day, such as 2025-P01 or 2025-01-10.");
        }
        return text;
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Names of quality rules. */
    static List<String> rules(String text) {
        List<String> names = list(text);
        if (!names.isEmpty()) {
            try {
                Rules.of(HourLimits.DEFAULT, names);
            } catch (Refusal e) {
                throw new Refusal("has a name that does not fit. " + e.getMessage());
            }
        }
        return names;
    }

    /** The address of a PostgreSQL database; what is none is not repeated, since it may hold a password. */
    static String database(String text) {
        if (!DATABASE.matcher(text).matches() || Driver.parseURL(text, null) == null) {
            throw new Refusal("is not the address of a PostgreSQL database: set it to"
                    + " jdbc:postgresql://host:port/database, and the login apart, by warehouse.user and"
                    + " warehouse.password-file.");
        }
        return text;
    }

    /** The address of a proxy; what is none is not repeated, since it may hold a password. */
    static HttpUrl proxy(String text) {
        HttpUrl address = HttpUrl.parse(text.contains("://") ? text : "http://" + text);
        if (address == null || address.isHttps() || !address.encodedPath().equals("/") || address.query() != null) {
            throw new Refusal("must be the address of an HTTP proxy, such as http://proxy.example:3128.");
        }
        return address;
    }

    /** The address of TrackTik's API. */
    static String api(String text) {
        try {
            TrackTikConfig.at(text, NOBODY);
            return text;
        } catch (IllegalArgumentException e) {
            throw new Refusal("is not an address of the API. " + e.getMessage());
        }
    }

    /**
     * What a comparison with the owner's list would refuse.
     *
     * @param key in the section reconcile
     * @param shouldBe what it takes, as a part of a sentence
     */
    static Function<String, String> mapping(String key, String shouldBe) {
        return text -> {
            Map<String, String> said = new HashMap<>(Map.of("site", "Site", Measure.WORKED_HOURS.key(), "Hours"));
            said.put(key, text);
            try {
                CsvMapping.of(said);
                return text;
            } catch (Refusal e) {
                throw new Refusal("has to be " + shouldBe + ".");
            }
        };
    }
}
