package io.fieldhouse.servicetitan.transport;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.fieldhouse.client.transport.Records;
import io.fieldhouse.client.transport.Values;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How values become Java's, exactly: no number goes through a double. */
public final class ValueAdapters implements JsonAdapter.Factory {
    static final JsonAdapter.Factory FACTORY = new ValueAdapters();
    /** Reads records, maps and values; writes nothing. */
    public static final Moshi MOSHI =
            new Moshi.Builder().add(FACTORY).add(Records.FACTORY).build();

    private static final Map<Type, JsonAdapter<?>> BY_TYPE = Map.of(
            Instant.class,
            Values.time(Times::moment),
            LocalDate.class,
            Values.time(Times::day),
            BigDecimal.class,
            Values.DECIMAL,
            Long.class,
            Values.WHOLE,
            Integer.class,
            Values.SMALL,
            Boolean.class,
            Values.FLAG,
            Object.class,
            Values.ANYTHING);

    private ValueAdapters() {}

    @Override
    public @Nullable JsonAdapter<?> create(Type type, Set<? extends Annotation> annotations, Moshi moshi) {
        return BY_TYPE.get(type);
    }
}
