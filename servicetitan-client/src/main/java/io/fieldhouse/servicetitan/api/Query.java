package io.fieldhouse.servicetitan.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question to a list. Immutable: each method returns a new query. Every condition has to hold. Defaults: no condition,
 * whatever is inactive included, 1,000 items a page in the order of their ids, or as many as weigh some 400 KB; 5,000 where
 * ServiceTitan cannot sort. Long lists of ids go out in batches of 50.
 */
public final class Query {
    /** The largest page that ServiceTitan sends. */
    public static final int LARGEST_PAGE = 5000;

    private static final int BATCH = 50;
    private static final Set<String> OWN = Set.of(
            "page",
            "pageSize",
            "includeTotal",
            "sort",
            "ids",
            "modifiedOnOrAfter",
            "modifiedBefore",
            "createdOnOrAfter",
            "createdBefore");
    private static final Set<String> INACTIVE = Set.of("active", "activeState", "includeInactive", "activeOnly");
    private static final Query ALL = new Query(Map.of(), null, new Shape(false, false, "", 0, 0));

    private final Map<String, String> parameters;
    private final @Nullable List<Long> ids;
    private final Shape shape;

    /** How much of the answer is asked for, in which order and pieces, and whether it is checked. */
    private record Shape(boolean activeOnly, boolean asAnswered, String sort, int limit, int pageSize) {}

    private Query(Map<String, String> parameters, @Nullable List<Long> ids, Shape shape) {
        this.parameters = parameters;
        this.ids = ids;
        this.shape = shape;
    }

    /** Everything, active or not. */
    public static Query all() {
        return ALL;
    }

    /** Those with one of these ids; none for no id. */
    public Query ids(Collection<Long> anyOf) {
        if (ids != null) {
            throw once("ids");
        }
        return new Query(parameters, anyOf.stream().distinct().sorted().toList(), shape);
    }

    /** Those with one of these ids. */
    public Query ids(long... anyOf) {
        return ids(Arrays.stream(anyOf).boxed().toList());
    }

    /** Modified at this moment or later; moments are taken in whole microseconds. */
    public Query modifiedOnOrAfter(Instant moment) {
        return moment("modifiedOnOrAfter", moment);
    }

    /** Modified before this moment, itself not included. */
    public Query modifiedBefore(Instant moment) {
        return moment("modifiedBefore", moment);
    }

    /** Created at this moment or later. */
    public Query createdOnOrAfter(Instant moment) {
        return moment("createdOnOrAfter", moment);
    }

    /** Created before this moment, itself not included. */
    public Query createdBefore(Instant moment) {
        return moment("createdBefore", moment);
    }

    /**
     * One of the endpoint's own filters, such as {@code jobStatus} or {@code completedOnOrAfter}, by ServiceTitan's name;
     * each list's method names its own. ServiceTitan ignores a name that it does not know without a word, so the call
     * refuses it where the filters are known, and what can be seen in the answer is held against it.
     */
    public Query equal(String name, Object value) {
        if (name != null && OWN.stream().anyMatch(name::equalsIgnoreCase)) {
            throw new IllegalArgumentException(
                    name + " is the client's own business, or has a method of its own in Query.");
        }
        if (isNone(name) || isNone(value)) {
            throw new IllegalArgumentException("A filter has a name and a value.");
        }
        if (value instanceof Iterable || value.getClass().isArray()) {
            throw new IllegalArgumentException(
                    name + " takes one value; where the endpoint takes several, name them in one text, with commas.");
        }
        if (shape.activeOnly && INACTIVE.stream().anyMatch(name::equalsIgnoreCase)) {
            throw activeTwice();
        }
        return with(name, value.toString());
    }

    /** Active ones only, where the endpoint tells them apart. */
    public Query activeOnly() {
        if (INACTIVE.stream().anyMatch(parameters::containsKey)) {
            throw activeTwice();
        }
        return with(new Shape(true, shape.asAnswered, shape.sort, shape.limit, shape.pageSize));
    }

    /** How many items a page holds, 2 to 5,000: each begins with one of the page before. */
    public Query pageSize(int items) {
        if (items < 2 || items > LARGEST_PAGE) {
            throw new IllegalArgumentException("A page holds 2 to " + LARGEST_PAGE + ", not " + items + ".");
        }
        return with(new Shape(shape.activeOnly, shape.asAnswered, shape.sort, shape.limit, items));
    }

    /**
     * The first items only, 1 to 5,000, in one request: {@code sort("-Id").limit(10)} reads the newest ten. Takes 50 ids at
     * most.
     */
    public Query limit(int items) {
        if (items < 1 || items > LARGEST_PAGE) {
            throw new IllegalArgumentException("A limit is 1 to " + LARGEST_PAGE + ", not " + items + ".");
        }
        return with(new Shape(shape.activeOnly, shape.asAnswered, shape.sort, items, shape.pageSize));
    }

    /**
     * Sorts by a field that the endpoint can sort by, most often {@code Id}, {@code ModifiedOn} or {@code CreatedOn}; with a
     * minus, largest first. Needs a {@link #limit}: in another order than by id, items change places while pages are read.
     */
    public Query sort(String field) {
        if (!field.matches("-?[A-Za-z]+")) {
            throw new IllegalArgumentException("A sort field is a name such as Id or -ModifiedOn.");
        }
        return with(new Shape(shape.activeOnly, shape.asAnswered, field, shape.limit, shape.pageSize));
    }

    /**
     * Takes the response without comparing it with the filters. Use it where ServiceTitan filters by something else than the
     * field of that name, and a query fails for that.
     */
    public Query asAnswered() {
        return with(new Shape(shape.activeOnly, true, shape.sort, shape.limit, shape.pageSize));
    }

    /** Whether the response is taken without comparing it with the filters. */
    public boolean isAsAnswered() {
        return shape.asAnswered;
    }

    /** The field to sort by, with a minus for largest first; empty for the usual order. */
    public String sort() {
        return shape.sort;
    }

    /** How many items are asked for; 0 for all. */
    public int limit() {
        return shape.limit;
    }

    /** Whether only active ones are asked for. */
    public boolean isActiveOnly() {
        return shape.activeOnly;
    }

    /** How many items a page holds, where that was said. */
    public OptionalInt pageSize() {
        return shape.pageSize == 0 ? OptionalInt.empty() : OptionalInt.of(shape.pageSize);
    }

    /** The names of the endpoint's own filters that were given by {@link #equal}. */
    public Set<String> filters() {
        Set<String> own = new LinkedHashSet<>(parameters.keySet());
        own.removeAll(OWN);
        return own;
    }

    /** The ids that are asked for; empty also where all are. */
    public List<Long> ids() {
        return ids == null ? List.of() : ids;
    }

    /** The conditions as they go into the address, in the order in which they were named; the ids are among them. */
    public Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        if (ids != null) {
            all.put("ids", String.join(",", ids.stream().map(String::valueOf).toList()));
        }
        return all;
    }

    /** The same question as questions that ServiceTitan accepts; none where no id is asked for. */
    public List<Query> parts() {
        if (ids == null) {
            return List.of(this);
        }
        List<Query> parts = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += BATCH) {
            List<Long> batch = List.copyOf(ids.subList(from, Math.min(from + BATCH, ids.size())));
            parts.add(new Query(parameters, batch, shape));
        }
        return parts;
    }

    private Query moment(String name, Instant moment) {
        return with(name, moment.truncatedTo(ChronoUnit.MICROS).toString());
    }

    private Query with(String name, String value) {
        if (parameters.keySet().stream().anyMatch(name::equalsIgnoreCase)) {
            throw once(name);
        }
        Map<String, String> longer = new LinkedHashMap<>(parameters);
        longer.put(name, value);
        return new Query(longer, ids, shape);
    }

    private Query with(Shape other) {
        return new Query(parameters, ids, other);
    }

    private static boolean isNone(@Nullable Object argument) {
        return argument == null || argument.toString().isBlank();
    }

    private static IllegalArgumentException activeTwice() {
        return new IllegalArgumentException(
                "activeOnly() and a filter by active contradict each other, or say the same: leave one of them out.");
    }

    private static IllegalArgumentException once(String name) {
        return new IllegalArgumentException("ServiceTitan takes " + name + " once: of two it takes one.");
    }

    /** What is asked about; no values, which may be personal. */
    @Override
    public String toString() {
        return "Query" + parameters().keySet();
    }
}
