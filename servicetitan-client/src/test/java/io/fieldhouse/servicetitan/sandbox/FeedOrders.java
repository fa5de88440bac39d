package io.fieldhouse.servicetitan.sandbox;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** In which order feeds tell of the rows that were there before any change: by when they were last modified. */
final class FeedOrders {
    private final Map<Entity, Table<?>> tables;
    private final Map<Entity, Order> orders = new ConcurrentHashMap<>();

    FeedOrders(SandboxData data) {
        tables = Catalog.of(new World(data, Changes.NONE)).stream()
                .collect(Collectors.toMap(Table::entity, Function.identity()));
    }

    Order of(Entity entity) {
        Table<?> table = tables.get(entity);
        if (table == null) {
            throw new IllegalStateException("no entity " + entity);
        }
        return orders.computeIfAbsent(entity, key -> made(table));
    }

    private static <R> Order made(Table<R> table) {
        long[] indexes = new long[1_024];
        long[] keys = new long[1_024];
        int count = 0;
        for (long index = 0; index < table.size(); index++) {
            R row = table.at(index);
            if (row == null) {
                continue;
            }
            if (count == indexes.length) {
                indexes = Arrays.copyOf(indexes, count * 2);
                keys = Arrays.copyOf(keys, count * 2);
            }
            indexes[count] = index;
            keys[count] = table.modified(row);
            count++;
        }
        return Order.of(indexes, keys, count);
    }
}
