package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.dimension.Dimension;
import io.fieldhouse.etl.sql.NamedSql;
import io.fieldhouse.etl.stage.Workbench;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
     * Brings in what some ids point to.
     *
     * @param workbench where the ids are staged
     * @param sources where to ask, one after the other
     * @param ids a query for the ids
     * @param infer whether what is not to be had is inferred
     */
    synchronized void bringIn(
            Workbench workbench, List<? extends DimensionSource<?>> sources, String ids, boolean infer) {
        Dimension dimension = sources.get(0).dimension();
        for (DimensionSource<?> source : sources) {
            List<Long> missing = missing(workbench, dimension, ids).stream()
                    .filter(id -> !asked.contains(source.feed().name() + " " + id))
                    .toList();
            if (!missing.isEmpty()) {
                refresh.some(source, missing);
                missing.forEach(id -> asked.add(source.feed().name() + " " + id));
            }
        }
        if (infer) {
            infer(workbench, dimension, ids);
        }
    }

    private static List<Long> missing(Workbench workbench, Dimension dimension, String ids) {
        return workbench.work(
                "Looking for what " + dimension.name() + " lacks",
                connection -> new NamedSql(connection, Map.of())
                        .ids(unknown(dimension, ids, "AND NOT d.inferred") + " ORDER BY 1"));
    }

    private static void infer(Workbench workbench, Dimension dimension, String ids) {
        workbench.transaction(
                "Inferring members of " + dimension.name(),
                connection -> new NamedSql(connection, Map.of())
                        .run("INSERT INTO " + dimension.name() + " (" + dimension.key()
                                + ", valid_from, inferred, row_hash) SELECT id, '-infinity', true, '' FROM ("
                                + unknown(dimension, ids, "") + ") unknown ORDER BY id ON CONFLICT DO NOTHING"));
    }

    private static String unknown(Dimension dimension, String ids, String which) {
        return "SELECT DISTINCT id FROM (" + ids + ") wanted (id) WHERE id IS NOT NULL AND NOT EXISTS (SELECT FROM "
                + dimension.name() + " d WHERE d." + dimension.key() + " = id " + which + ")";
    }
}
