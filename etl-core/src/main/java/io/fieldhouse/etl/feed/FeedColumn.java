package io.fieldhouse.etl.feed;

import java.util.function.Function;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * A column of a staging table, and where its value comes from. Bound when it is compiled: a column or a field of the
 * vendor's that is renamed or changes its type breaks the build.
 *
 * @param <T> what the vendor sends
 */
public final class FeedColumn<T> {
    private final String name;
    private final boolean tracked;
    private final Writer<T> writer;

    @FunctionalInterface
    private interface Writer<T> {
        boolean write(T item, CopyBuffer out) throws UnfitException;
    }

    private FeedColumn(String name, boolean tracked, Writer<T> writer) {
        this.name = name;
        this.tracked = tracked;
        this.writer = writer;
    }

    /** A column whose change is a change of the row. */
    public static <T, V> FeedColumn<T> column(Field<V> field, Function<? super T, ? extends @Nullable V> value) {
        return new FeedColumn<>(field.getName(), true, writer(field, value));
    }

    /** A column that says nothing of whether the row changed, such as a time of modification. */
    public static <T, V> FeedColumn<T> untracked(Field<V> field, Function<? super T, ? extends @Nullable V> value) {
        return new FeedColumn<>(field.getName(), false, writer(field, value));
    }

    private static <T, V> Writer<T> writer(Field<V> field, Function<? super T, ? extends @Nullable V> value) {
        @SuppressWarnings("unchecked") // Types are kept by the class that they are for.
        ColumnType<V> type = (ColumnType<V>) ColumnType.ALL.get(field.getType());
        if (type == null) {
            throw new IllegalArgumentException("There is no way to write " + field.getType() + " of " + field);
        }
        return (item, out) -> {
            V given = value.apply(item);
            if (given == null) {
                out.int32(-1);
                return false;
            }
            type.write(given, out);
            return true;
        };
    }

    public String name() {
        return name;
    }

    public boolean isTracked() {
        return tracked;
    }

    /** Writes an item's value, its length first, -1 for none, and says whether there is one. */
    public boolean write(T item, CopyBuffer out) throws UnfitException {
        try {
            return writer.write(item, out);
        } catch (UnfitException e) {
            throw new UnfitException(name + " " + e.reason());
        } catch (RuntimeException e) {
            // Its words may repeat the value.
            throw new UnfitException(
                    name + " cannot be worked out: " + e.getClass().getSimpleName());
        }
    }
}
