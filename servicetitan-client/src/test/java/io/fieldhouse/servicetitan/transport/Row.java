package io.fieldhouse.servicetitan.transport;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One value of each kind. */
public record Row(
        long id,
        @Nullable Long count,
        @Nullable BigDecimal money,
        @Nullable Instant at,
        @Nullable LocalDate day,
        @Nullable String text,
        @Nullable Boolean flag,
        @Nullable Object any,
        @Nullable List<Long> list) {}
