package io.fieldhouse.etl.load;

import io.fieldhouse.etl.calendar.Window;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is to be loaded.
 *
 * @param kind what people call it: backfill, load, daily or weekly
 * @param days the days that are loaded
 * @param only names by kinds, such as those of regions, to which it is restricted; a kind that is not there is not
 * @param again whether what is loaded already is loaded again
 * @param open whether periods that are not completed may be loaded
 * @param changed whether units of other days are loaded as well where they failed or their data has changed
 */
public record LoadRequest(
        String kind, Window days, Map<String, List<String>> only, boolean again, boolean open, boolean changed) {
    public LoadRequest {
        only = Map.copyOf(only);
    }

    /** A request for what is completed and not loaded. */
    public static LoadRequest of(String kind, Window days) {
        return new LoadRequest(kind, days, Map.of(), false, false, false);
    }

    /** The same, restricted to some names of a kind; none for all. */
    public LoadRequest only(String kindOfNames, List<String> names) {
        Map<String, List<String>> all = new TreeMap<>(only);
        all.remove(kindOfNames);
        if (!names.isEmpty()) {
            all.put(kindOfNames, List.copyOf(names));
        }
        return new LoadRequest(kind, days, all, again, open, changed);
    }

    public LoadRequest again(boolean whether) {
        return new LoadRequest(kind, days, only, whether, open, changed);
    }

    public LoadRequest open(boolean whether) {
        return new LoadRequest(kind, days, only, again, whether, changed);
    }

    public LoadRequest changed(boolean whether) {
        return new LoadRequest(kind, days, only, again, open, whether);
    }

    /** The names of a kind to which it is restricted; none for all. */
    public List<String> names(String kindOfNames) {
        return only.getOrDefault(kindOfNames, List.of());
    }
}
