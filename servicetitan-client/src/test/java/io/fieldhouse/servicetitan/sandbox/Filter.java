package io.fieldhouse.servicetitan.sandbox;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a parameter of a list restricts it to. */
@FunctionalInterface
interface Filter<R> {
    /**
     * What a row has to be.
     *
     * @param parameter its name, for the refusal of a value that it cannot have
     * @throws Refusal if the value is none
     */
    Predicate<R> test(String parameter, String value);

    /** The same number. */
    static <R> Filter<R> number(ToLongFunction<R> of) {
        return (parameter, value) -> {
            long wanted = whole(parameter, value);
            return row -> of.applyAsLong(row) == wanted;
        };
    }

    /** One of these numbers, with commas between. */
    static <R> Filter<R> numbers(ToLongFunction<R> of) {
        return (parameter, value) -> {
            Set<Long> wanted = wholes(parameter, value);
            return row -> wanted.contains(of.applyAsLong(row));
        };
    }

    /** One number at least is among the row's. */
    static <R> Filter<R> anyOf(Function<R, List<Long>> of) {
        return (parameter, value) -> {
            Set<Long> wanted = wholes(parameter, value);
            return row -> of.apply(row).stream().anyMatch(wanted::contains);
        };
    }

    /** One of these words, whatever their case. */
    static <R> Filter<R> words(Function<R, @Nullable String> of, String... known) {
        Set<String> lower = Set.of(known).stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        return (parameter, value) -> {
            Set<String> wanted = new HashSet<>();
            for (String word : value.split(",", -1)) {
                if (!lower.contains(word.trim().toLowerCase(Locale.ROOT))) {
                    throw refusal(parameter, word);
                }
                wanted.add(word.trim().toLowerCase(Locale.ROOT));
            }
            return row -> {
                String word = of.apply(row);
                return word != null && wanted.contains(word.toLowerCase(Locale.ROOT));
            };
        };
    }

    /** The same text. */
    static <R> Filter<R> text(Function<R, @Nullable String> of) {
        return (parameter, value) -> row -> value.equals(of.apply(row));
    }

    static <R> Filter<R> flag(Predicate<R> of) {
        return (parameter, value) -> {
            boolean wanted = flag(parameter, value);
            return row -> of.test(row) == wanted;
        };
    }

    /** That time and later ones; no time is neither. */
    static <R> Filter<R> since(ToLongFunction<R> of) {
        return (parameter, value) -> {
            long first = time(parameter, value);
            return row -> of.applyAsLong(row) >= first;
        };
    }

    /** Times before that. */
    static <R> Filter<R> before(ToLongFunction<R> of) {
        return (parameter, value) -> {
            long end = time(parameter, value);
            return row -> {
                long time = of.applyAsLong(row);
                return time < end && time != Ticks.NONE;
            };
        };
    }

    /** Times after that, which are not it. */
    static <R> Filter<R> after(ToLongFunction<R> of) {
        return (parameter, value) -> {
            long start = time(parameter, value);
            return row -> of.applyAsLong(row) > start;
        };
    }

    /** More than that amount. */
    static <R> Filter<R> above(ToLongFunction<R> cents) {
        return (parameter, value) -> {
            BigDecimal least = amount(parameter, value);
            return row -> BigDecimal.valueOf(cents.applyAsLong(row), 2).compareTo(least) > 0;
        };
    }

    static long whole(String parameter, String value) {
        try {
            return Long.parseLong(value.trim());
        } catch (NumberFormatException e) {
            throw refusal(parameter, value);
        }
    }

    static Set<Long> wholes(String parameter, String value) {
        Set<Long> numbers = new HashSet<>();
        for (String each : value.split(",", -1)) {
            numbers.add(whole(parameter, each));
        }
        return numbers;
    }

    static boolean flag(String parameter, String value) {
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw refusal(parameter, value);
        }
        return value.equalsIgnoreCase("true");
    }

    static long time(String parameter, String value) {
        try {
            return Ticks.parse(value);
        } catch (DateTimeException e) {
            throw refusal(parameter, value);
        }
    }

    static BigDecimal amount(String parameter, String value) {
        try {
            return new BigDecimal(value.trim());
        } catch (NumberFormatException e) {
            throw refusal(parameter, value);
        }
    }

    static Refusal refusal(String parameter, String value) {
        return Refusal.badValue(parameter, "The value '" + value + "' is not valid.");
    }
}
