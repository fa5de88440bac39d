package io.fieldhouse.tracktik.sandbox;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** What one request asks of a resource. */
final class Query<R> {
    static final int DEFAULT_LIMIT = 100;
    static final int MOST_ROWS = 1_000;
    private static final Set<String> WORDS =
            Set.of("limit", "offset", "sort", "include", "fields", "scope", "includeInactive", "q");

    final Table<R> table;
    final int limit;
    final long offset;
    final List<String> sort;
    final List<String> include;
    final List<String> fields;
    final List<Condition> conditions = new ArrayList<>();
    private final List<Predicate<R>> tests = new ArrayList<>();
    private final TreeSet<String> key = new TreeSet<>();

    /** Conditions that the API takes and then forgets still count as the one that it requires. */
    private final Set<String> ignored = new LinkedHashSet<>();

    Query(Catalog catalog, Table<R> table, HttpUrl url, Set<Long> regions) {
        this.table = table;
        this.limit =
                Math.min(MOST_ROWS, Math.max(1, (int) Math.min(Integer.MAX_VALUE, whole(url, "limit", DEFAULT_LIMIT))));
        this.offset = whole(url, "offset", 0);
        this.sort = words(url, "sort");
        this.include = words(url, "include");
        this.fields = words(url, "fields");
        for (int i = 0; i < url.querySize(); i++) {
            String name = url.queryParameterName(i);
            String value = url.queryParameterValue(i);
            if (!WORDS.contains(name)) {
                key.add(name + "=" + value);
                restrict(catalog, name, value == null ? "" : value);
            }
        }
        List<String> scopes = words(url, "scope");
        scopes.forEach(this::restrictToScope);
        checkRequired(scopes);
        String search = url.queryParameter("q");
        if (search != null) {
            key.add("q=" + search);
            tests.add(row -> mentions(row, Values.lower(search)));
        }
        if (!"true".equals(url.queryParameter("includeInactive"))
                && !"1".equals(url.queryParameter("includeInactive"))
                && table.hasHidden()) {
            key.add("active");
            tests.add(table::active);
        }
        if (!regions.isEmpty()) {
            key.add("regions=" + new TreeSet<>(regions));
            tests.add(row -> {
                Long region = table.region(row);
                return region == null || regions.contains(region);
            });
        }
    }

    private static long whole(HttpUrl url, String name, long otherwise) {
        String text = url.queryParameter(name);
        if (text == null) {
            return otherwise;
        }
        if (!Values.digits(text)) {
            throw Refusal.badRequest(name + " has to be a whole number from 0 on");
        }
        return Long.parseLong(text);
    }

    /** Without those that are said twice. */
    static List<String> words(HttpUrl url, String name) {
        var words = new LinkedHashSet<String>();
        for (String value : url.queryParameterValues(name)) {
            if (value != null && !value.isBlank()) {
                Values.commaSeparated(value).forEach(word -> words.add(word.trim()));
            }
        }
        return List.copyOf(words);
    }

    private void restrict(Catalog catalog, String name, String value) {
        if (name.equals("subRegionTreeOfRegionId") && table.name().equals("regions")) {
            long ancestor = Values.number(value, name).longValue();
            tests.add(row -> row instanceof Region region && region.isWithin(ancestor));
            return;
        }
        Condition condition = name.equals("idIn") ? new Condition("id", "in", value) : Condition.of(name, value);
        Catalog.Path<R> path = catalog.path(table, condition.path());
        if (table.requires()
                && path.last().type().timed()
                && condition.operator().equals("between")) {
            checkMonth(condition);
        }
        Predicate<@Nullable Object> test = condition.test(path.last());
        if (test == null) {
            ignored.add(condition.attribute());
            return;
        }
        conditions.add(condition);
        tests.add(row -> test.test(path.value().apply(row)));
    }

    private void checkMonth(Condition condition) {
        TimeBound[] ends = condition.range();
        if (ends[1].day().isAfter(ends[0].day().plusMonths(1))) {
            throw Refusal.badRequest(condition.path() + ":between spans at most one month");
        }
    }

    /** Counts for no filter that is required. */
    void restrictTo(Employee user) {
        Field<R> owner = table.field(table.name().equals("employees") ? "id" : "employee");
        if (owner == null) {
            throw new Refusal(404, "The resource me/" + table.name() + " does not exist");
        }
        key.add("me");
        tests.add(row -> Objects.equals(owner.value().apply(row), user.id()));
    }

    private void restrictToScope(String scope) {
        Predicate<R> test = table.scope(scope);
        if (test == null) {
            throw Refusal.badRequest(scope + " is not a scope of " + table.name());
        }
        key.add("scope=" + scope);
        tests.add(test);
    }

    private void checkRequired(List<String> scopes) {
        Set<String> given = new LinkedHashSet<>(ignored);
        conditions.forEach(condition -> given.add(condition.attribute()));
        boolean satisfied = given.stream().anyMatch(table.requiredFields()::contains)
                || scopes.stream().anyMatch(table.requiredScopes()::contains);
        if (table.requires() && !satisfied) {
            throw Refusal.badRequest(table.name() + " requires at least one filter of "
                    + String.join(", ", new TreeSet<>(table.requiredFields())));
        }
    }

    private boolean mentions(R row, String wanted) {
        for (Field<R> field : table.fields().values()) {
            Object value = field.type().textual() ? field.value().apply(row) : null;
            if (value != null && Values.lower(value.toString()).contains(wanted)) {
                return true;
            }
        }
        return false;
    }

    boolean matches(R row) {
        for (Predicate<R> test : tests) {
            if (!test.test(row)) {
                return false;
            }
        }
        return true;
    }

    /** Whether all that is asked is in the conditions, which arithmetic may settle. */
    boolean onlyConditions() {
        return tests.size() == conditions.size();
    }

    /** The same for two requests that select the same rows, whatever their page and shape. */
    String key() {
        return table.name() + "?" + String.join("&", key);
    }

    /** The longest stretch of days that is asked for, or zero where none is. */
    long days() {
        long days = 0;
        for (Condition condition : conditions) {
            Field<R> field = table.field(condition.path());
            if (field != null && field.type().timed() && condition.operator().equals("between")) {
                TimeBound[] ends = condition.range();
                LocalDate end = ends[1].day();
                days = Math.max(days, ChronoUnit.DAYS.between(ends[0].day(), end) + 1);
            }
        }
        return days;
    }
}
