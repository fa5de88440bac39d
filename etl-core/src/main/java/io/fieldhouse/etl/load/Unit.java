package io.fieldhouse.etl.load;

import io.fieldhouse.etl.calendar.Window;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What is loaded, committed, tried again and shown as one.
 *
 * @param feed what is loaded, by the name that the catalogue of feeds gives it
 * @param periodId the period, where it is of one
 * @param regionId the region, where it is of one
 * @param buKey the business unit, where it is of one
 * @param window its days
 * @param settledAt when what it is about has come to its end: what was loaded before then is loaded again
 * @param title how people call it, such as {@code 2025-P12 Hawaii}
 */
public record Unit(
        String feed,
        @Nullable Integer periodId,
        @Nullable Long regionId,
        @Nullable String buKey,
        Window window,
        OffsetDateTime settledAt,
        String title) {}
