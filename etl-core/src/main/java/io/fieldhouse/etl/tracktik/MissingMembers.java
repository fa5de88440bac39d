package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.dimension.Dimension;
import io.fieldhouse.etl.sql.NamedSql;
import io.fieldhouse.etl.stage.Workbench;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What records point to and no dimension has: it is asked for by its id, once in a load, and becomes an inferred member
 * where TrackTik does not know it either. A rule reports those. Thread-safe.
 */
final class MissingMembers {
    private final DimensionRefresh refresh;
    private final Set<String> asked = new HashSet<>();

    MissingMembers(DimensionRefresh refresh) {
        this.refresh = refresh;
    }

    /**
     * Members that are pointed to.
     *
     * @param sources where to ask for them, one after the other
     * @param ids a query for their ids, on the workbench
     * @param infer whether what is not to be had is inferred
     */
    record Wanted(List<? extends DimensionSource<?>> sources, String ids, boolean infer) {
        Dimension dimension() {
            return sources.get(0).dimension();
        }

        String unknown(String which) {
            return "SELECT id FROM (" + ids + ") wanted (id) WHERE id IS NOT NULL AND NOT EXISTS (SELECT FROM "
                    + dimension().name() + " d WHERE d." + dimension().key() + " = id " + which + ")";
        }
    }

    /** Brings in members, one kind after the other: who comes in may point to others. Most often nothing is missing. */
    synchronized void bringIn(Workbench workbench, List<Wanted> all) {
        String anyUnknown = all.stream()
                .map(wanted -> "EXISTS (" + wanted.unknown("AND NOT d.inferred") + ")")
                .collect(Collectors.joining(" OR "));
        if (workbench.work(
                "Looking for what is missing", connection -> new NamedSql(connection, Map.of()).holds(anyUnknown))) {
            all.forEach(wanted -> bringIn(workbench, wanted));
        }
    }

    private void bringIn(Workbench workbench, Wanted wanted) {
        for (DimensionSource<?> source : wanted.sources()) {
            List<Long> missing = missing(workbench, wanted).stream()
                    .filter(id -> !asked.contains(source.feed().name() + " " + id))
                    .toList();
            if (!missing.isEmpty()) {
                refresh.some(source, missing);
                missing.forEach(id -> asked.add(source.feed().name() + " " + id));
            }
        }
        if (wanted.infer()) {
            infer(workbench, wanted);
        }
    }

    private static List<Long> missing(Workbench workbench, Wanted wanted) {
        return workbench.work(
                "Looking for what " + wanted.dimension().name() + " lacks",
                connection -> new NamedSql(connection, Map.of())
                        .ids("SELECT DISTINCT id FROM (" + wanted.unknown("AND NOT d.inferred")
                                + ") missing ORDER BY 1"));
    }

    private static void infer(Workbench workbench, Wanted wanted) {
        Dimension dimension = wanted.dimension();
        workbench.transaction(
                "Inferring members of " + dimension.name(),
                connection -> new NamedSql(connection, Map.of())
                        .run("INSERT INTO " + dimension.name() + " (" + dimension.key()
                                + ", valid_from, inferred, row_hash) SELECT id, '-infinity', true, '' FROM (SELECT DISTINCT id FROM ("
                                + wanted.unknown("") + ") wanted) unknown ORDER BY id ON CONFLICT DO NOTHING"));
    }
}
