package io.fieldhouse.servicetitan.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values that a parameter takes, each with the name that people know it by. What a value means differs between tenants
 * and between sets: go by the name.
 *
 * @param id the set's id; empty for values that are listed with their parameter
 * @param entries the values, in ServiceTitan's order
 */
public record ValueSet(String id, List<Entry> entries) {
    private static final Pattern OF_THINGS =
            Pattern.compile("(.*-)?(types?|units|statuses|categories|campaigns|divisions|trades|zones|tags)");
    private static final ReportField ANY = new ReportField("value", null, null);

    public ValueSet {
        entries = List.copyOf(entries);
    }

    /**
     * A value.
     *
     * @param value a {@link Long}, a {@link java.math.BigDecimal}, a text or a {@link Boolean}
     * @param label what people know it by
     */
    public record Entry(Object value, String label) {
        String text() {
            return value.toString().equals(label) ? label : value + " (" + label + ")";
        }

        /** What people know it by may be somebody's name. */
        @Override
        public String toString() {
            return "Entry[" + value + "]";
        }
    }

    /** The value of that name; small letters and capitals, and blanks around it, are all one. */
    public Optional<Object> valueOf(String label) {
        List<Entry> found = called(label);
        return found.size() == 1 ? Optional.of(found.get(0).value()) : Optional.empty();
    }

    /** All of that name: several where ServiceTitan calls several alike. */
    List<Entry> called(String label) {
        List<Entry> exact =
                entries.stream().filter(entry -> entry.label().equals(label)).toList();
        return !exact.isEmpty()
                ? exact
                : entries.stream()
                        .filter(entry -> plain(entry.label()).equals(plain(label)))
                        .toList();
    }

    /**
     * The entry of that value. A number may be given as text and text as a number; where the set has none that is written
     * alike, one that is the same number will do, if no other is.
     */
    Optional<Entry> entryOf(Object value) {
        List<Entry> found = alike(value, Object::toString);
        return found.isEmpty() ? only(alike(value, Values::textOf)) : only(ofItsKind(found, value));
    }

    private List<Entry> alike(Object value, Function<Object, String> writing) {
        String written = writing.apply(value);
        return entries.stream()
                .filter(entry -> writing.apply(entry.value()).equals(written))
                .toList();
    }

    /** Of a number and a text that are written alike the one that was given. */
    private static List<Entry> ofItsKind(List<Entry> found, Object value) {
        List<Entry> same = found.stream()
                .filter(entry -> entry.value() instanceof String == value instanceof String)
                .toList();
        return same.isEmpty() ? found : same;
    }

    private static Optional<Entry> only(List<Entry> found) {
        return found.stream().map(Entry::value).distinct().count() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Whether what people know its values by may be their own names: only of some sets it is known that it is not. */
    boolean mayNamePeople() {
        return !id.isEmpty() && !OF_THINGS.matcher(id).matches();
    }

    /** Each value with its name, as a person reads it. */
    List<String> texts() {
        return entries.stream().map(Entry::text).toList();
    }

    private static String plain(String label) {
        return label.strip().toLowerCase(Locale.ROOT);
    }

    /** Reads rows of a value and its name, whatever the order of the two. */
    static ValueSet of(
            String id, @Nullable List<@Nullable Object> fields, @Nullable List<@Nullable List<@Nullable Object>> rows) {
        int value = place("value", fields, 0);
        int name = place("name", fields, 1);
        List<Entry> entries = new ArrayList<>();
        for (List<@Nullable Object> row : rows == null ? List.<@Nullable List<@Nullable Object>>of() : rows) {
            Object one = at(row, value);
            Object label = at(row, name);
            if (one != null) {
                entries.add(new Entry(one, label == null ? one.toString() : label.toString()));
            }
        }
        return new ValueSet(id, entries);
    }

    /** The values of one page. */
    static List<Entry> entries(ReportAnswer answer) {
        List<@Nullable List<@Nullable Object>> rows = new ArrayList<>();
        for (int row = 0; row < answer.size(); row++) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (String json : answer.cells(row)) {
                cells.add(value(new Cell(ANY, json)));
            }
            rows.add(cells);
        }
        List<@Nullable Object> names = new ArrayList<>();
        answer.fields().forEach(field -> names.add(field.name()));
        return of("", names, rows).entries();
    }

    private static @Nullable Object value(Cell cell) {
        BigDecimal number = cell.json().startsWith("\"") ? null : cell.number();
        if (number != null) {
            boolean whole = number.stripTrailingZeros().scale() <= 0 && number.precision() - number.scale() <= 18;
            return whole ? (Object) number.longValueExact() : number;
        }
        return cell.json().equals("true") || cell.json().equals("false") ? cell.flag() : cell.text();
    }

    private static int place(String wanted, @Nullable List<@Nullable Object> fields, int otherwise) {
        for (int i = 0; fields != null && i < fields.size(); i++) {
            Object field = fields.get(i);
            Object name = field instanceof Map<?, ?> described ? described.get("name") : field;
            if (name != null && wanted.equalsIgnoreCase(name.toString())) {
                return i;
            }
        }
        return otherwise;
    }

    private static @Nullable Object at(@Nullable List<@Nullable Object> row, int place) {
        return row == null || place >= row.size() ? null : row.get(place);
    }

    @Override
    public String toString() {
        return "ValueSet[" + id + ", " + entries.size() + " values]";
    }
}
