package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.calendar.Period;
import java.util.List;

/**
 * What is to be loaded.
 *
 * @param kind what people call it: backfill, load, daily or weekly
 * @param periods in the order in which they are loaded
 * @param regions which sub-regions, by id, custom id or name; empty for all
 * @param force whether what is loaded already is loaded again
 * @param open whether periods that are not completed may be loaded
 * @param changed whether units of other periods are loaded as well where they failed or their shifts have changed
 */
public record LoadRequest(
        String kind, List<Period> periods, List<String> regions, boolean force, boolean open, boolean changed) {
    public LoadRequest {
        periods = List.copyOf(periods);
        regions = List.copyOf(regions);
    }
}
