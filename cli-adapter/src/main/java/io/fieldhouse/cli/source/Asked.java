package io.fieldhouse.cli.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What options name to choose a part of what is loaded. Each source reads it by its own words.
 *
 * @param period none for all
 * @param regions none for all
 */
public record Asked(@Nullable String period, List<String> regions) {
    public static final String PERIODS = "A period label, a day in the period, or 'last' for the last completed period;"
            + " or a range of them, such as 2025-P01..last.";
    public static final String REGIONS =
            "A region, by id, custom id or exact name. Includes all regions below it. Default: all regions.";

    public Asked {
        regions = List.copyOf(regions);
    }

    public boolean isEverything() {
        return period == null && regions.isEmpty();
    }
}
