package io.fieldhouse.tracktik.sandbox;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which fields of a row are sent, and how. Made once for a page, since a page has a thousand rows. */
final class Projection<R> {
    private final List<Column<R, ?>> columns = new ArrayList<>();
    private final TimestampForm timestamps;

    private Projection(TimestampForm timestamps) {
        this.timestamps = timestamps;
    }

    /**
     * @param include names, dotted where they go through a relation
     * @param fields names to send instead of the default ones, with {@code :alias} where wanted; may be empty
     */
    static <R> Projection<R> of(
            Catalog catalog, Table<R> table, List<String> include, List<String> fields, boolean collection) {
        Map<String, List<String>> tree = new LinkedHashMap<>();
        for (String path : include) {
            int dot = path.indexOf('.');
            List<String> below =
                    tree.computeIfAbsent(dot < 0 ? path : path.substring(0, dot), name -> new ArrayList<>());
            if (dot >= 0) {
                below.add(path.substring(dot + 1));
            }
        }
        tree.keySet().forEach(name -> check(table, name, collection));
        Projection<R> projection = new Projection<>(catalog.timestamps());
        if (fields.isEmpty()) {
            for (Field<R> field : table.fields().values()) {
                List<String> below = tree.get(field.name());
                if (!field.onDemand() || below != null) {
                    projection.add(catalog, field, field.name(), below, collection);
                }
            }
            return projection;
        }
        for (String asked : fields) {
            int colon = asked.indexOf(':');
            String path = colon < 0 ? asked : asked.substring(0, colon);
            String alias = colon < 0 ? asked : asked.substring(colon + 1);
            if (Aggregate.isNamedBy(path)) {
                Field<R> aggregate = Aggregate.field(catalog, table, path);
                projection.add(catalog, aggregate, colon < 0 ? aggregate.name() : alias, null, collection);
                continue;
            }
            check(table, path.contains(".") ? path.substring(0, path.indexOf('.')) : path, collection);
            Field<R> field = table.field(path);
            if (field == null) {
                Catalog.Path<R> end = catalog.path(table, path);
                field = new Field<>(alias, end.last().type(), true, end.value(), null);
            }
            projection.add(catalog, field, alias, tree.get(path), collection);
        }
        return projection;
    }

    Projection<R> extended(Table<R> table, List<String> extensions) {
        for (String name : extensions) {
            Field<R> extension = table.extension(name);
            if (extension == null) {
                throw Refusal.badRequest(name + " is not an extension of " + table.name());
            }
            columns.add(new Column<>(extension, name, null));
        }
        return this;
    }

    Projection<R> misstating(Table<R> table, @Nullable Misstatement misstatement) {
        if (misstatement != null) {
            columns.replaceAll(
                    column -> column.name.equals(misstatement.field()) ? column.told(misstatement, table) : column);
        }
        return this;
    }

    private static void check(Table<?> table, String name, boolean collection) {
        Field<?> field = table.field(name);
        if (field == null) {
            throw Refusal.badRequest(name + " is not a field in " + table.name());
        }
        if (collection && field.type() == Field.Type.LIST && !table.listsInCollections(name)) {
            throw Refusal.badRequest(name + " is only available for a single record of " + table.name());
        }
    }

    private void add(Catalog catalog, Field<R> field, String name, @Nullable List<String> below, boolean collection) {
        String target = field.target();
        boolean whole = target != null && (below != null || field.type() == Field.Type.LIST);
        if (!whole || target == null) {
            columns.add(new Column<>(field, name, null));
        } else {
            columns.add(
                    linked(catalog, field, name, catalog.table(target), below == null ? List.of() : below, collection));
        }
    }

    private static <R, T> Column<R, T> linked(
            Catalog catalog, Field<R> field, String name, Table<T> target, List<String> below, boolean collection) {
        return new Column<>(
                field, name, new Link<>(target, Projection.of(catalog, target, below, List.of(), collection)));
    }

    void write(JsonWriter out, R row) throws IOException {
        out.beginObject();
        for (Column<R, ?> column : columns) {
            out.name(column.name);
            column.write(out, column.field.value().apply(row), timestamps);
        }
        out.endObject();
    }

    private record Link<T>(Table<T> table, Projection<T> projection) {
        void write(JsonWriter out, Object value) throws IOException {
            if (value instanceof Iterable<?> ids) {
                out.beginArray();
                for (Object id : ids) {
                    row(out, id);
                }
                out.endArray();
            } else {
                row(out, value);
            }
        }

        private void row(JsonWriter out, Object id) throws IOException {
            T row = table.byId(id.toString());
            if (row == null) {
                out.nullValue();
            } else {
                projection.write(out, row);
            }
        }
    }

    private record Column<R, T>(
            Field<R> field, String name, @Nullable Link<T> link) {
        Column<R, T> told(Misstatement misstatement, Table<R> table) {
            return new Column<>(misstatement.in(table, field), name, link);
        }

        void write(JsonWriter out, @Nullable Object value, TimestampForm timestamps) throws IOException {
            if (value == null) {
                out.nullValue();
            } else if (link != null) {
                link.write(out, value);
            } else if (value instanceof String words && field.type() == Field.Type.SET) {
                writeList(out, words);
            } else if (value instanceof String text) {
                out.value(text);
            } else if (value instanceof Long number) {
                out.value(number.longValue());
            } else if (value instanceof Number number) {
                out.value(number);
            } else if (value instanceof Boolean flag) {
                out.value(flag.booleanValue());
            } else if (value instanceof Moment moment) {
                write(out, moment, timestamps);
            } else if (value instanceof LocalDate day) {
                out.value(Moment.midnight(day).iso());
            } else if (value instanceof Json json) {
                json.write(out);
            } else {
                throw new IllegalStateException(field.name() + " holds a " + value.getClass());
            }
        }

        private static void writeList(JsonWriter out, String words) throws IOException {
            out.beginArray();
            for (String word : words.split(",", -1)) {
                if (!word.isEmpty()) {
                    out.value(word);
                }
            }
            out.endArray();
        }

        private void write(JsonWriter out, Moment moment, TimestampForm timestamps) throws IOException {
            if (field.type() == Field.Type.LOCAL_TIME) {
                out.value(moment.iso());
            } else if (field.type() == Field.Type.CLOCK_TIME) {
                out.value(moment.clock());
            } else if (field.type() == Field.Type.UTC_TIME || timestamps == TimestampForm.ISO) {
                out.value(moment.isoUtc());
            } else if (timestamps == TimestampForm.EPOCH_TEXT) {
                out.value(String.valueOf(moment.epochSecond()));
            } else {
                out.value(moment.epochSecond());
            }
        }
    }
}
