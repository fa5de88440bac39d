package io.fieldhouse.tracktik.sandbox;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One value made of a list: {@code workSessions|count}, or {@code lines|lineSubTotal|max} of a field of its records.
 *
 * <p>The vendor publishes the key of the first only, {@code workSessionsCount}. Assumed are that the others are named
 * alike, that collections have them too, and that of no records the sum is zero and the rest is null.
 */
final class Aggregate {
    private Aggregate() {}

    static boolean isNamedBy(String path) {
        return path.indexOf('|') >= 0;
    }

    static <R> Field<R> field(Catalog catalog, Table<R> table, String path) {
        List<String> words = List.of(path.split("\\|", -1));
        Field<R> list = table.field(words.get(0));
        String target = list == null ? null : list.target();
        if (list == null || target == null || list.type() != Field.Type.LIST) {
            throw Refusal.badRequest(words.get(0) + " is not a list in " + table.name());
        }
        if (words.size() == 2 && words.get(1).equals("count")) {
            return new Field<>(
                    key(words), Field.Type.NUMBER, true, row -> ids(list, row).size(), null);
        }
        if (words.size() == 3) {
            return ofRecords(list, catalog.table(target), words);
        }
        throw unknown(path);
    }

    private static <R, T> Field<R> ofRecords(Field<R> list, Table<T> target, List<String> words) {
        Field<T> field = target.field(words.get(1));
        if (field == null) {
            throw Refusal.badRequest(words.get(1) + " is not a field in " + target.name());
        }
        String function = words.get(2);
        boolean number = field.type() == Field.Type.NUMBER;
        boolean available = switch (function) {
            case "max", "min" -> number || field.type().timed();
            case "sum" -> number;
            default -> false;
        };
        if (!available) {
            throw unknown(String.join("|", words));
        }
        return new Field<>(
                key(words),
                field.type(),
                true,
                row -> {
                    Stream<Object> values = values(ids(list, row), target, field);
                    return switch (function) {
                        case "max" -> values.max(Sorting::compare).orElse(null);
                        case "min" -> values.min(Sorting::compare).orElse(null);
                        default -> sum(values);
                    };
                },
                null);
    }

    private static <R> List<Object> ids(Field<R> list, R row) {
        List<Object> ids = new ArrayList<>();
        if (list.value().apply(row) instanceof Iterable<?> found) {
            found.forEach(ids::add);
        }
        return ids;
    }

    private static <T> Stream<Object> values(List<Object> ids, Table<T> target, Field<T> field) {
        List<Object> values = new ArrayList<>();
        for (Object id : ids) {
            T row = target.byId(id.toString());
            Object value = row == null ? null : field.value().apply(row);
            if (value != null) {
                values.add(value);
            }
        }
        return values.stream();
    }

    private static Number sum(Stream<Object> numbers) {
        BigDecimal sum =
                numbers.map(number -> new BigDecimal(number.toString())).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Values.hundredths(sum.movePointRight(2).longValueExact());
    }

    private static String key(List<String> words) {
        StringBuilder key = new StringBuilder(words.get(0));
        for (String word : words.subList(1, words.size())) {
            key.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return key.toString();
    }

    private static Refusal unknown(String path) {
        return Refusal.badRequest(path + " is not an aggregate");
    }
}
