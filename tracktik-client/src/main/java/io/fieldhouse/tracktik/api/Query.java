package io.fieldhouse.tracktik.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A question to a collection. Immutable: each method returns a new query. Defaults: no filter, inactive objects included,
 * sorted by id, 1,000 items a page; long lists of values go out in batches of 50, long ranges of days in chunks of 7.
 */
public final class Query {
    /** The largest page that TrackTik sends. */
    public static final int LARGEST_PAGE = 1000;

    private static final Query ALL = new Query(List.of(), List.of(), List.of(), Shape.USUAL);

    /** A parameter that is no filter. */
    private record Option(String name, String value) {}

    private final List<Filter> filters;
    private final List<Option> options;
    private final List<Long> regionHeader;
    private final Shape shape;

    private Query(List<Filter> filters, List<Option> options, List<Long> regionHeader, Shape shape) {
        this.filters = filters;
        this.options = options;
        this.regionHeader = regionHeader;
        this.shape = shape;
    }

    /** Everything, active or not. */
    public static Query all() {
        return ALL;
    }

    /** The field is this; text is compared whatever its case. */
    public Query equal(String field, Object value) {
        return compare(field, "", value);
    }

    /** The field is not this. */
    public Query not(String field, Object value) {
        return compare(field, "not", value);
    }

    /** The field is one of these, whatever the case of text; many go out in batches. */
    public Query in(String field, Collection<?> values) {
        return with(new Filter.OneOf(field, Spelling.list(values)));
    }

    /** The field's text has this in it. */
    public Query contains(String field, String part) {
        return compare(field, "contains", part);
    }

    /** The field's text starts with this. */
    public Query startsWith(String field, String part) {
        return compare(field, "startswith", part);
    }

    /** The field's text ends with this. */
    public Query endsWith(String field, String part) {
        return compare(field, "endswith", part);
    }

    /**
     * The field's day is one of these, both ends included; many go out in chunks. In which time zone TrackTik cuts days is
     * not known: who needs them exactly asks for a day more at either end, and cuts by the site's own zone.
     */
    public Query between(String field, LocalDate from, LocalDate to) {
        return with(new Filter.Days(field, from, to));
    }

    /** The field is later than this moment, itself not included, by the zone that TrackTik cuts in. */
    public Query after(String field, LocalDateTime moment) {
        return compare(field, "after", Spelling.moment(moment));
    }

    /** The field is earlier than this moment, itself not included, by the zone that TrackTik cuts in. */
    public Query before(String field, LocalDateTime moment) {
        return compare(field, "before", Spelling.moment(moment));
    }

    /** The number is greater than this. */
    public Query greaterThan(String field, Number value) {
        return compare(Spelling.comparable(field), "gt", Spelling.number(value));
    }

    /** The number is this or greater. */
    public Query atLeast(String field, Number value) {
        return compare(Spelling.comparable(field), "gte", Spelling.number(value));
    }

    /** The number is less than this. */
    public Query lessThan(String field, Number value) {
        return compare(Spelling.comparable(field), "lt", Spelling.number(value));
    }

    /** The number is this or less. */
    public Query atMost(String field, Number value) {
        return compare(Spelling.comparable(field), "lte", Spelling.number(value));
    }

    /** The timestamp, such as {@code modifiedOn}, is this moment or later. */
    public Query since(String timestamp, Instant moment) {
        return compare(Spelling.comparable(timestamp), "gte", moment.getEpochSecond());
    }

    /** The timestamp, such as {@code modifiedOn}, is earlier than this moment; TrackTik counts whole seconds. */
    public Query until(String timestamp, Instant moment) {
        return compare(
                Spelling.comparable(timestamp),
                "lt",
                moment.plusNanos(999_999_999).getEpochSecond());
    }

    /** The field has no value. */
    public Query isNull(String field) {
        return compare(field, "isnull", "");
    }

    /** The field has a value. */
    public Query isNotNull(String field) {
        return compare(field, "isnotnull", "");
    }

    /** The set in the field, such as {@code tags}, has all of these. */
    public Query hasAll(String field, Collection<String> values) {
        return compare(field, "inSet", String.join(",", values));
    }

    /** The set in the field, such as {@code tags}, has one of these. */
    public Query hasAny(String field, Collection<String> values) {
        return compare(field, "inSet", String.join("|", values));
    }

    /** One of TrackTik's own filters, such as {@code NEEDS_APPROVAL}; several have to hold together. */
    public Query scope(String... scopes) {
        return option("scope", String.join(",", scopes));
    }

    /** Active objects only. */
    public Query activeOnly() {
        return with(shape.ofActiveOnly());
    }

    /** Adds fields that come on demand only, and turns relations into what they point to; a dot leads into one. */
    public Query include(String... names) {
        return option("include", String.join(",", names));
    }

    /** Sends these fields only, and the id, by which items are told apart. */
    public Query fields(String... names) {
        String all = String.join(",", names);
        return option("fields", Arrays.asList(all.split(",", -1)).contains("id") ? all : "id," + all);
    }

    /**
     * Sorts by these fields, with a minus for descending, and by id where they are equal. In another order than that of ids
     * rows may change places while they are read: the reading fails as soon as that, or a change of their number, is seen.
     * Loaders leave the order as it is.
     */
    public Query sort(String... fields) {
        String all = String.join(",", fields);
        List<String> names = Arrays.asList(all.split(",", -1));
        return option("sort", names.contains("id") || names.contains("-id") ? all : all + ",id");
    }

    /**
     * Narrows the whole request to regions by TrackTik's header. It drops ids that it does not know, and ignores the
     * header if it knows none of them: verify every id first.
     */
    public Query regionHeader(Collection<Long> regionIds) {
        return new Query(filters, options, List.copyOf(regionIds), shape);
    }

    /**
     * The first items only, 1 to 1,000, in one request: {@code sort("-id").limit(10)} reads the newest ten. The query must not
     * need several requests.
     */
    public Query limit(int items) {
        return with(shape.withLimit(items));
    }

    /** How many items a page holds, 2 to 1,000: each begins with the last one of the page before. */
    public Query pageSize(int items) {
        return with(shape.withPageSize(items));
    }

    /** How many values go out at once, 1 to 100. */
    public Query batch(int values) {
        return with(shape.withBatch(values));
    }

    /** How many days go out at once, 1 to 28: a month at most, also in February. */
    public Query chunk(int days) {
        return with(shape.withChunkDays(days));
    }

    /** The conditions, in the order in which they were named. */
    public List<Filter> filters() {
        return filters;
    }

    /** TrackTik's own filters that are asked for. */
    List<String> scopes() {
        return options.stream()
                .filter(option -> option.name().equals("scope"))
                .flatMap(option -> Arrays.stream(option.value().split(",", -1)))
                .toList();
    }

    /** The regions of the header; empty for none. */
    public List<Long> regionHeader() {
        return regionHeader;
    }

    /** How many items a page holds. */
    public int pageSize() {
        return shape.pageSize();
    }

    /** How many items are asked for; 0 for all. */
    public int limit() {
        return shape.limit();
    }

    /** The same question as questions that TrackTik accepts; an item that stays as it is answers one of them. */
    public List<Query> parts() {
        List<Query> parts = List.of(new Query(List.of(), options, regionHeader, shape));
        for (Filter filter : filters) {
            List<Query> longer = new ArrayList<>();
            for (Query part : parts) {
                for (Filter piece : filter.parts(shape.batch(), shape.chunkDays())) {
                    longer.add(part.with(piece));
                }
            }
            parts = longer;
        }
        return parts;
    }

    /** The same question with the days of one condition halved, or nothing if no condition has more than a day. */
    public List<Query> halves() {
        for (int i = 0; i < filters.size(); i++) {
            if (filters.get(i) instanceof Filter.Days days && days.from().isBefore(days.to())) {
                long length = days.from().until(days.to(), ChronoUnit.DAYS) + 1;
                List<Query> halves = new ArrayList<>();
                for (Filter half : days.parts(1, (int) ((length + 1) / 2))) {
                    List<Filter> changed = new ArrayList<>(filters);
                    changed.set(i, half);
                    halves.add(new Query(List.copyOf(changed), options, regionHeader, shape));
                }
                return halves;
            }
        }
        return List.of();
    }

    /** The parameters that go into the address, in turn name and value; the page is not among them. */
    public List<String> parameters() {
        List<String> parameters = new ArrayList<>();
        for (Filter filter : filters) {
            parameters.add(filter.parameter());
            parameters.add(filter.value());
        }
        for (Option option : options) {
            parameters.add(option.name());
            parameters.add(option.value());
        }
        if (!shape.activeOnly()) {
            parameters.add("includeInactive");
            parameters.add("true");
        }
        if (options.stream().noneMatch(option -> option.name().equals("sort"))) {
            parameters.add("sort");
            parameters.add("id");
        }
        return parameters;
    }

    /** The parameters that a single record takes as well: what is included, and which fields are sent. */
    public List<String> parametersOfOne() {
        List<String> parameters = new ArrayList<>();
        for (Option option : options) {
            if (option.name().equals("include") || option.name().equals("fields")) {
                parameters.add(option.name());
                parameters.add(option.value());
            }
        }
        return parameters;
    }

    /** 1 where items come in the order of their ids, -1 where the other way round, 0 where neither. */
    public int idOrder() {
        String first = options.stream()
                .filter(option -> option.name().equals("sort"))
                .map(option -> option.value().split(",", -1)[0])
                .findFirst()
                .orElse("id");
        return first.equals("id") ? 1 : first.equals("-id") ? -1 : 0;
    }

    private Query compare(String field, String operator, Object value) {
        return with(new Filter.Comparison(field, operator, value.toString()));
    }

    private Query with(Filter filter) {
        if (filters.stream().anyMatch(other -> other.parameter().equals(filter.parameter()))) {
            throw new IllegalArgumentException("TrackTik takes " + filter.parameter() + " once: of two it takes one.");
        }
        List<Filter> longer = new ArrayList<>(filters);
        longer.add(filter);
        return new Query(List.copyOf(longer), options, regionHeader, shape);
    }

    private Query with(Shape other) {
        return new Query(filters, options, regionHeader, other);
    }

    private Query option(String name, String value) {
        List<Option> changed = new ArrayList<>(options);
        changed.removeIf(option -> option.name().equals(name));
        changed.add(new Option(name, value));
        return new Query(filters, List.copyOf(changed), regionHeader, shape);
    }

    /** Which fields are asked about and how; no values, which may be personal. */
    @Override
    public String toString() {
        return "Query" + filters.stream().map(Filter::parameter).toList();
    }
}
