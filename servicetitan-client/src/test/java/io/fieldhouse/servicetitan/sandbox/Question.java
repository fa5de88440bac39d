package io.fieldhouse.servicetitan.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** What one request asks of a list. Parameters that the list does not have are ignored without a word. */
final class Question<R> {
    static final int DEFAULT_ROWS = 50;
    static final int MOST_ROWS = 5_000;
    private static final int MOST_IDS = 50;

    final Table<R> table;
    final int page;
    final int pageSize;
    final boolean includeTotal;
    final @Nullable String sortField;
    final boolean down;
    private final List<Predicate<R>> tests = new ArrayList<>();
    private final TreeSet<String> key = new TreeSet<>();

    Question(Table<R> table, HttpUrl url) {
        this.table = table;
        this.page = paging(url, "page", 1, Integer.MAX_VALUE);
        this.pageSize = paging(url, "pageSize", DEFAULT_ROWS, MOST_ROWS);
        this.includeTotal = includeTotal(url);
        String sort = url.queryParameter("sort");
        boolean sorted = sort != null && !table.sorts().isEmpty();
        this.sortField = sorted ? sortField(table, String.valueOf(sort)) : null;
        this.down = sorted && String.valueOf(sort).startsWith("-");
        hide(url);
        if (table.hasHoles()) {
            tests.add(row -> !table.isDeleted(row));
        }
        for (String name : url.queryParameterNames()) {
            String value = String.join(",", values(url, name));
            if (name.equals("ids")) {
                Set<Long> ids = ids(value);
                restrict(name, value, row -> ids.contains(table.id(row)));
            }
            Filter<R> filter = table.filter(name);
            if (filter != null) {
                restrict(name, value, filter.test(name, value));
            }
        }
    }

    private static List<String> values(HttpUrl url, String name) {
        List<String> values = new ArrayList<>();
        for (String value : url.queryParameterValues(name)) {
            values.add(value == null ? "" : value);
        }
        return values;
    }

    static int paging(HttpUrl url, String name, int otherwise, int most) {
        String text = url.queryParameter(name);
        if (text == null) {
            return otherwise;
        }
        long number = Filter.whole(name, text);
        if (number < 1 || number > most) {
            throw Refusal.badValue(name, "The value has to be between 1 and " + most + ".");
        }
        return (int) number;
    }

    static boolean includeTotal(HttpUrl url) {
        String text = url.queryParameter("includeTotal");
        return text != null && Filter.flag("includeTotal", text);
    }

    /** A plus that was not escaped arrives as a space. */
    private static String sortField(Table<?> table, String sort) {
        String name = sort.startsWith("+") || sort.startsWith("-") ? sort.substring(1) : sort.trim();
        for (String known : table.sorts().keySet()) {
            if (known.equalsIgnoreCase(name)) {
                return known;
            }
        }
        throw Refusal.badValue(
                "sort",
                "Unknown field '" + name + "'. Available fields are: "
                        + String.join(", ", table.sorts().keySet()));
    }

    private void hide(HttpUrl url) {
        String shown = switch (table.hiding()) {
            case NEVER -> "any";
            case ACTIVE -> word(url, "active", "true", Set.of("true", "any", "false"));
            case ACTIVE_STATE ->
                switch (word(url, "activeState", "activeonly", Set.of("activeonly", "inactiveonly", "all"))) {
                    case "all" -> "any";
                    case "activeonly" -> "true";
                    default -> "false";
                };
        };
        if (!shown.equals("any")) {
            restrict("active", shown, row -> table.isActive(row) == shown.equals("true"));
        }
    }

    private static String word(HttpUrl url, String name, String otherwise, Set<String> known) {
        String text = url.queryParameter(name);
        String word = text == null ? otherwise : text.toLowerCase(Locale.ROOT);
        if (!known.contains(word)) {
            throw Filter.refusal(name, word);
        }
        return word;
    }

    private static Set<Long> ids(String value) {
        Set<Long> ids = Filter.wholes("ids", value);
        if (ids.size() > MOST_IDS) {
            throw Refusal.badValue("ids", "At most " + MOST_IDS + " ids can be asked for.");
        }
        return ids;
    }

    private void restrict(String name, String value, Predicate<R> test) {
        key.add(name + "=" + value);
        tests.add(test);
    }

    /** The same for two requests that select the same rows, whatever their page and order. */
    String key() {
        return table.path() + "?" + String.join("&", key);
    }

    /** Null where every row is selected. */
    @Nullable Predicate<R> test() {
        return tests.isEmpty() ? null : this::matches;
    }

    private boolean matches(R row) {
        for (Predicate<R> test : tests) {
            if (!test.test(row)) {
                return false;
            }
        }
        return true;
    }

    long offset() {
        return (page - 1L) * pageSize;
    }
}
