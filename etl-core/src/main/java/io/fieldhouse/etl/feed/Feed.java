package io.fieldhouse.etl.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * What is read from a vendor, and where it lands. Columns are kept in the order of their names: the hash of a row depends
 * on what is in it, not on how somebody sorted the list.
 *
 * @param name how the feed is called in the ledger and in quarantine
 * @param source the vendor: tracktik or servicetitan
 * @param staging the pattern of its staging tables
 * @param key the vendor's id of an item, where it has one
 * @param columns where each value goes
 */
public record Feed<T>(
        String name,
        String source,
        Table<?> staging,
        Function<? super T, ? extends @Nullable Object> key,
        List<FeedColumn<T>> columns) {
    public Feed {
        columns =
                columns.stream().sorted(Comparator.comparing(FeedColumn::name)).toList();
        long distinct = columns.stream().map(FeedColumn::name).distinct().count();
        if (distinct != columns.size()) {
            throw new IllegalArgumentException("A column of " + name + " is there twice.");
        }
        for (FeedColumn<T> column : columns) {
            if (staging.field(column.name()) == null) {
                throw new IllegalArgumentException(staging + " has no column " + column.name() + ".");
            }
        }
    }

    /** The names of its columns, in their order. */
    public List<String> columnNames() {
        return columns.stream().map(FeedColumn::name).collect(Collectors.toCollection(ArrayList::new));
    }
}
