package io.fieldhouse.tracktik.sandbox;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A resource: how its rows are made, and what the API lets one ask of them. */
final class Table<R> {
    private final String name;
    private final long size;
    private final LongFunction<@Nullable R> rows;
    private final Map<String, Field<R>> fields = new LinkedHashMap<>();
    private final Map<String, Field<R>> extensions = new HashMap<>();
    private final Map<String, Predicate<R>> scopes = new HashMap<>();
    private final Set<String> requiredFields = new LinkedHashSet<>();
    private final Set<String> requiredScopes = new LinkedHashSet<>();
    private final Set<String> collectionLists = new LinkedHashSet<>();
    private final Map<String, Long> chronology = new HashMap<>();
    private ToLongFunction<String> indexOfId = id -> -1;
    private Predicate<R> active = row -> true;
    private Function<R, @Nullable Long> region = row -> null;
    private boolean hasHidden;
    private boolean hasHoles;
    private int perShift;
    private boolean onDemand;
    private boolean hasPath = true;

    Table(String name, long size, LongFunction<@Nullable R> rows) {
        this.name = name;
        this.size = size;
        this.rows = rows;
    }

    /** Ids count up from that one. */
    Table<R> idsFrom(long first) {
        indexOfId = id -> Values.digits(id) ? Long.parseLong(id) - first : -1;
        return this;
    }

    Table<R> idsBy(ToLongFunction<String> index) {
        indexOfId = index;
        return this;
    }

    /** Rows that are hidden unless inactive ones are asked for. */
    Table<R> activeWhen(Predicate<R> test) {
        active = test;
        hasHidden = true;
        return this;
    }

    Table<R> regionBy(Function<R, @Nullable Long> id) {
        region = id;
        return this;
    }

    /** Each shift has room for so many rows here, some of which may be empty: rows are in the order of shifts. */
    Table<R> perShift(int room) {
        perShift = room;
        hasHoles = room > 1;
        return this;
    }

    Table<R> holes(boolean some) {
        hasHoles = some;
        return this;
    }

    /** The field is never more than so many seconds away from the local start of the row's shift. */
    Table<R> chronological(String field, long slackSeconds) {
        chronology.put(field, slackSeconds);
        return this;
    }

    Table<R> requiring(String... names) {
        requiredFields.addAll(Set.of(names));
        return this;
    }

    Table<R> requiringScope(String... names) {
        requiredScopes.addAll(Set.of(names));
        for (String scope : names) {
            scopes.putIfAbsent(scope, row -> false);
        }
        return this;
    }

    Table<R> scope(String scope, Predicate<R> test) {
        scopes.put(scope, test);
        return this;
    }

    /** Its rows are sent within those of others only. */
    Table<R> withoutPath() {
        hasPath = false;
        return this;
    }

    Table<R> listInCollections(String list) {
        collectionLists.add(list);
        return this;
    }

    /** All fields after this are sent only when included. */
    Table<R> onDemand() {
        onDemand = true;
        return this;
    }

    Table<R> text(String field, Function<R, @Nullable String> value) {
        return add(field, Field.Type.TEXT, value::apply, null);
    }

    Table<R> set(String field, Function<R, @Nullable String> commaSeparated) {
        return add(field, Field.Type.SET, commaSeparated::apply, null);
    }

    Table<R> number(String field, Function<R, @Nullable Number> value) {
        return add(field, Field.Type.NUMBER, value::apply, null);
    }

    Table<R> flag(String field, Function<R, @Nullable Boolean> value) {
        return add(field, Field.Type.FLAG, value::apply, null);
    }

    Table<R> date(String field, Function<R, java.time.@Nullable LocalDate> value) {
        return add(field, Field.Type.DATE, value::apply, null);
    }

    Table<R> time(String field, Field.Type type, Function<R, @Nullable Moment> value) {
        return add(field, type, value::apply, null);
    }

    Table<R> relation(String field, String target, Function<R, @Nullable Long> id) {
        return add(field, Field.Type.RELATION, id::apply, target);
    }

    /** To something that is not served here: always an id. */
    Table<R> reference(String field, Function<R, @Nullable Long> id) {
        return add(field, Field.Type.RELATION, id::apply, null);
    }

    Table<R> list(String field, String target, Function<R, ? extends Iterable<Long>> ids) {
        return add(field, Field.Type.LIST, ids::apply, target);
    }

    Table<R> object(String field, Function<R, @Nullable Json> value) {
        return add(field, Field.Type.OBJECT, value::apply, null);
    }

    /** Sent with a single record only, and only when asked for by that name. */
    Table<R> extension(String extension, Function<R, Json> value) {
        extensions.put(extension, new Field<>(extension, Field.Type.OBJECT, true, value::apply, null));
        return this;
    }

    /** Fields of no interest here, which the vendor sends empty. */
    Table<R> empty(String... names) {
        for (String field : names) {
            add(field, Field.Type.TEXT, row -> null, null);
        }
        return this;
    }

    private Table<R> add(String field, Field.Type type, Function<R, @Nullable Object> value, @Nullable String target) {
        boolean demanded = onDemand || type == Field.Type.LIST;
        if (fields.put(field, new Field<>(field, type, demanded, value, target)) != null) {
            throw new IllegalStateException(name + " has two fields " + field);
        }
        return this;
    }

    String name() {
        return name;
    }

    long size() {
        return size;
    }

    /** Null where nothing is there. */
    @Nullable R at(long index) {
        return rows.apply(index);
    }

    @Nullable R byId(String id) {
        long index = indexOf(id);
        return index < 0 ? null : at(index);
    }

    /** Negative where nothing has that id. */
    long indexOf(String id) {
        long index = indexOfId.applyAsLong(id);
        return index < size ? index : -1;
    }

    Map<String, Field<R>> fields() {
        return fields;
    }

    @Nullable Field<R> field(String field) {
        return fields.get(field);
    }

    @Nullable Field<R> extension(String extension) {
        return extensions.get(extension);
    }

    @Nullable Predicate<R> scope(String scope) {
        return scopes.get(scope);
    }

    boolean requires() {
        return !requiredFields.isEmpty();
    }

    Set<String> requiredFields() {
        return requiredFields;
    }

    Set<String> requiredScopes() {
        return requiredScopes;
    }

    boolean listsInCollections(String list) {
        return collectionLists.contains(list);
    }

    boolean active(R row) {
        return active.test(row);
    }

    @Nullable Long region(R row) {
        return region.apply(row);
    }

    boolean hasPath() {
        return hasPath;
    }

    boolean hasHidden() {
        return hasHidden;
    }

    boolean hasHoles() {
        return hasHoles;
    }

    /** Zero where rows do not follow the shifts. */
    int perShift() {
        return perShift;
    }

    @Nullable Long slack(String field) {
        return chronology.get(field);
    }
}
