package io.fieldhouse.tracktik.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every resource of one world, by the name in its path. */
final class Catalog {
    private final World world;
    private final TimestampForm timestamps;
    private final Map<String, Table<?>> tables = new LinkedHashMap<>();

    Catalog(World world, TimestampForm timestamps) {
        this.world = world;
        this.timestamps = timestamps;
        new CoreTables(world).all().forEach(this::add);
        new SchedulingTables(world).all().forEach(this::add);
        new SummaryTables(world).all().forEach(this::add);
        new BackOfficeTables(world).all().forEach(this::add);
        new PayrollTables(world).all().forEach(this::add);
    }

    private void add(Table<?> table) {
        tables.put(table.name(), table);
    }

    World world() {
        return world;
    }

    TimestampForm timestamps() {
        return timestamps;
    }

    /** Null where no path leads. */
    @Nullable Table<?> find(String name) {
        Table<?> table = tables.get(name);
        return table == null || !table.hasPath() ? null : table;
    }

    Table<?> table(String name) {
        Table<?> table = tables.get(name);
        if (table == null) {
            throw new IllegalStateException("no resource " + name);
        }
        return table;
    }

    /** Follows a dotted path, such as {@code position.account.region}, through the relations. */
    <R> Path<R> path(Table<R> table, String path) {
        int dot = path.indexOf('.');
        String head = dot < 0 ? path : path.substring(0, dot);
        Field<R> field = table.field(head);
        if (field == null || field.type() == Field.Type.LIST || field.type() == Field.Type.OBJECT) {
            throw Refusal.badRequest(path + " is not a field in " + table.name());
        }
        String target = field.target();
        if (dot < 0) {
            return new Path<>(field, field.value());
        }
        String tail = path.substring(dot + 1);
        if (target == null) {
            throw Refusal.badRequest(path + " is not a field in " + table.name());
        }
        // The id of a relation is the relation itself: no need to make the row it leads to.
        return tail.equals("id") ? new Path<>(field, field.value()) : through(field, table(target), tail);
    }

    private <R, T> Path<R> through(Field<R> field, Table<T> target, String tail) {
        Path<T> rest = path(target, tail);
        return new Path<>(rest.last(), row -> {
            Object id = field.value().apply(row);
            T found = id == null ? null : target.byId(id.toString());
            return found == null ? null : rest.value().apply(found);
        });
    }

    /** Where a path ends, and how to get there from a row. */
    record Path<R>(Field<?> last, Function<R, @Nullable Object> value) {}
}
