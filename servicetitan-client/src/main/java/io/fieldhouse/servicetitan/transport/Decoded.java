package io.fieldhouse.servicetitan.transport;

import io.fieldhouse.client.Page;
import io.fieldhouse.client.transport.Misfit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page with what its envelope says.
 *
 * @param number which page it is, or 0 where that is not said
 * @param size how many items a page has, which may be fewer than were asked for; 0 where that is not said
 * @param hasMore whether more comes behind it
 * @param total how many items there are in all, or -1 where that is not said
 * @param continueFrom where an export feed goes on, or null where that is not said
 * @param misfits what cannot be read, in order
 * @param bytes what the answer weighs
 */
record Decoded<T>(
        Page<T> page,
        int number,
        int size,
        boolean hasMore,
        long total,
        @Nullable String continueFrom,
        List<Misfit> misfits,
        long bytes) {}
