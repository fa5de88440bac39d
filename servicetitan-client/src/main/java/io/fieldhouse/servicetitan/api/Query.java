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
    private static final Set<String> INACTIVE = Set.of("active", "activeState");
    private static final Query ALL = new Query(Map.of(), null, false, 0);

    private final Map<String, String> parameters;
    private final @Nullable List<Long> ids;
    private final boolean activeOnly;
    private final int pageSize;

    private Query(Map<String, String> parameters, @Nullable List<Long> ids, boolean activeOnly, int pageSize) {
        this.parameters = parameters;
        this.ids = ids;
        this.activeOnly = activeOnly;
        this.pageSize = pageSize;
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
        return new Query(parameters, anyOf.stream().distinct().sorted().toList(), activeOnly, pageSize);
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
        if (activeOnly && INACTIVE.stream().anyMatch(name::equalsIgnoreCase)) {
            throw activeTwice();
        }
        return with(name, value.toString());
    }

    /** Active ones only, where the endpoint tells them apart. */
    public Query activeOnly() {
        if (INACTIVE.stream().anyMatch(parameters::containsKey)) {
            throw activeTwice();
        }
        return new Query(parameters, ids, true, pageSize);
    }

    /** How many items a page holds, 2 to 5,000: each begins with one of the page before. */
    public Query pageSize(int items) {
        if (items < 2 || items > LARGEST_PAGE) {
            throw new IllegalArgumentException("A page holds 2 to " + LARGEST_PAGE + ", not " + items + ".");
        }
        return new Query(parameters, ids, activeOnly, items);
    }

    /** Whether only active ones are asked for. */
    public boolean isActiveOnly() {
        return activeOnly;
    }

    /** How many items a page holds, where that was said. */
    public OptionalInt pageSize() {
        return pageSize == 0 ? OptionalInt.empty() : OptionalInt.of(pageSize);
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
            parts.add(new Query(parameters, batch, activeOnly, pageSize));
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
        return new Query(longer, ids, activeOnly, pageSize);
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
