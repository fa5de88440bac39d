package io.fieldhouse.servicetitan.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Everything about one entity: its rows by index, what is sent of each, and what lists of it can be asked. */
final class Table<R> {
    /** By which parameter a list shows inactive rows. */
    enum Hiding {
        /** It shows them always. */
        NEVER,
        ACTIVE,
        ACTIVE_STATE
    }

    /** Writes one value. */
    @FunctionalInterface
    interface Cell<R> {
        void write(JsonBytes out, R row);
    }

    private record Column<R>(String name, Cell<R> cell, boolean inFeedOnly) {}

    private final Entity entity;
    private final long size;
    private final LongFunction<@Nullable R> rows;
    private final List<Column<R>> columns = new ArrayList<>();
    private final Map<String, Filter<R>> filters = new LinkedHashMap<>();
    private final Map<String, ToLongFunction<R>> sorts = new LinkedHashMap<>();
    private ToLongFunction<R> id = row -> Ticks.NONE;
    private ToLongFunction<R> modified = row -> Ticks.NONE;
    private Predicate<R> active = row -> true;
    private Predicate<R> deleted = row -> false;
    private Hiding hiding = Hiding.NEVER;
    private boolean exported;
    private boolean listed = true;
    private boolean holes;

    /** @param rows by index, null where nothing is there */
    Table(Entity entity, long size, LongFunction<@Nullable R> rows) {
        this.entity = entity;
        this.size = size;
        this.rows = rows;
    }

    /** Sends the id. */
    Table<R> ids(ToLongFunction<R> value) {
        id = value;
        return number("id", value);
    }

    /** Sends these times, and lets lists be asked for them. */
    Table<R> times(ToLongFunction<R> createdOn, ToLongFunction<R> modifiedOn) {
        modified = modifiedOn;
        filter("createdOnOrAfter", Filter.since(createdOn));
        filter("createdBefore", Filter.before(createdOn));
        filter("modifiedOnOrAfter", Filter.since(modifiedOn));
        filter("modifiedBefore", Filter.before(modifiedOn));
        return time("createdOn", createdOn).time("modifiedOn", modifiedOn);
    }

    /** When rows were last modified, where that is sent in another way. */
    Table<R> modifiedBy(ToLongFunction<R> modifiedOn) {
        modified = modifiedOn;
        return this;
    }

    /** Rows that are not active are hidden from lists unless they are asked for in that way. */
    Table<R> hiding(Hiding way, Predicate<R> whenActive) {
        hiding = way;
        active = whenActive;
        return this;
    }

    /** Rows that are gone from lists, and inactive in the feed. */
    Table<R> deletedWhen(Predicate<R> test) {
        deleted = test;
        holes = true;
        return this;
    }

    /** At some indexes there is nothing. */
    Table<R> holes() {
        holes = true;
        return this;
    }

    Table<R> sortedById() {
        return sort("Id", id);
    }

    Table<R> sort(String field, ToLongFunction<R> key) {
        sorts.put(field, key);
        return this;
    }

    /** There is an export feed. */
    Table<R> feed() {
        exported = true;
        return this;
    }

    /** There is a feed, and no list. */
    Table<R> feedOnly() {
        listed = false;
        return this;
    }

    Table<R> filter(String parameter, Filter<R> filter) {
        filters.put(parameter, filter);
        return this;
    }

    /** Sends null for {@link Ticks#NONE}. */
    Table<R> number(String field, ToLongFunction<R> value) {
        return cell(field, (out, row) -> {
            long number = value.applyAsLong(row);
            if (number == Ticks.NONE) {
                out.nullValue();
            } else {
                out.value(number);
            }
        });
    }

    Table<R> text(String field, Function<R, @Nullable String> value) {
        return cell(field, (out, row) -> out.value(value.apply(row)));
    }

    Table<R> flag(String field, Predicate<R> value) {
        return cell(field, (out, row) -> out.value(value.test(row)));
    }

    Table<R> time(String field, ToLongFunction<R> ticks) {
        return cell(field, (out, row) -> out.instant(ticks.applyAsLong(row)));
    }

    /** A number, in hundredths. */
    Table<R> money(String field, ToLongFunction<R> cents) {
        return cell(field, (out, row) -> out.mixedMoney(cents.applyAsLong(row)));
    }

    /** A text, in hundredths. */
    Table<R> quotedMoney(String field, ToLongFunction<R> cents) {
        return cell(field, (out, row) -> out.quotedMoney(cents.applyAsLong(row)));
    }

    /** Fields of no interest here, which the vendor sends empty. */
    Table<R> empty(String... names) {
        for (String name : names) {
            cell(name, (out, row) -> out.nullValue());
        }
        return this;
    }

    Table<R> emptyLists(String... names) {
        for (String name : names) {
            cell(name, (out, row) -> out.beginArray().endArray());
        }
        return this;
    }

    Table<R> cell(String field, Cell<R> cell) {
        columns.add(new Column<>(field, cell, false));
        return this;
    }

    /** Whether the row is active, which the feed alone says. */
    Table<R> activeInFeed() {
        columns.add(new Column<>("active", (out, row) -> out.value(isActive(row)), true));
        return this;
    }

    Table<R> sendingActive() {
        return flag("active", this::isActive);
    }

    Entity entity() {
        return entity;
    }

    String path() {
        return entity.path();
    }

    /** Where its feed is. */
    String feedPath() {
        return path().replaceFirst("/v2/", "/v2/export/");
    }

    long size() {
        return size;
    }

    @Nullable R at(long index) {
        return rows.apply(index);
    }

    @Nullable R byId(long wanted) {
        long index = entity.index(wanted);
        R row = index < 0 || index >= size ? null : at(index);
        return row == null || deleted.test(row) ? null : row;
    }

    long id(R row) {
        return id.applyAsLong(row);
    }

    long modified(R row) {
        return modified.applyAsLong(row);
    }

    boolean isActive(R row) {
        return active.test(row) && !deleted.test(row);
    }

    boolean isDeleted(R row) {
        return deleted.test(row);
    }

    Hiding hiding() {
        return hiding;
    }

    boolean listed() {
        return listed;
    }

    boolean hasFeed() {
        return exported;
    }

    boolean hasHoles() {
        return holes;
    }

    @Nullable Filter<R> filter(String parameter) {
        return filters.get(parameter);
    }

    Map<String, ToLongFunction<R>> sorts() {
        return sorts;
    }

    void write(JsonBytes out, R row, boolean inFeed, @Nullable Misstatement misstatement) {
        out.begin();
        for (Column<R> column : columns) {
            if (column.inFeedOnly && !inFeed) {
                continue;
            }
            out.name(column.name);
            String otherwise = misstatement == null ? null : Misstatement.of(misstatement, id(row), column.name);
            if (otherwise == null) {
                column.cell.write(out, row);
            } else {
                out.raw(otherwise);
            }
        }
        out.end();
    }
}
