package io.fieldhouse.etl.dimension;

import io.fieldhouse.etl.feed.Feed;
import io.fieldhouse.etl.stage.Answer;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A dimension, the feed that fills it, and how the vendor is asked for it.
 *
 * @param everything asks for all members, past and present
 * @param some asks for members by their ids
 * @param elsewhere where members are that are not among these
 */
public record DimensionSource<T>(
        Feed<T> feed,
        Dimension dimension,
        Supplier<Answer<T>> everything,
        Function<List<Long>, Answer<T>> some,
        List<DimensionSource<?>> elsewhere) {
    /** The same with another place where members may be. */
    public DimensionSource<T> orElsewhere(DimensionSource<?> other) {
        return new DimensionSource<>(feed, dimension, everything, some, List.of(other));
    }
}
