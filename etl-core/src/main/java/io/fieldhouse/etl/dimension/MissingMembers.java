package io.fieldhouse.etl.dimension;

import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.etl.sql.Statements;
import io.fieldhouse.etl.stage.Workbench;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What records point to and no dimension has: it is asked for by its id, once in a load, and becomes an inferred member where
 * the vendor does not know it either. A rule reports those. Thread-safe.
 */
public final class MissingMembers {
    private static final Statements SQL = Statements.of(MissingMembers.class);

    private final DimensionRefresh refresh;
    private final Set<String> asked = new HashSet<>();

    public MissingMembers(DimensionRefresh refresh) {
        this.refresh = refresh;
    }

    /**
     * Members that are pointed to.
     *
     * @param sources where to ask for them, one after the other
     * @param ids a query for their ids, in a column {@code id}, on the workbench
     * @param infer whether what cannot be read is inferred
     */
    public record Wanted(List<? extends DimensionSource<?>> sources, SqlText ids, boolean infer) {
        private Sql in(Sql sql) {
            return sql.with("dimension", dimension()).with("key", key()).with("ids", ids);
        }

        private SqlText isAnyUnknown() {
            return SqlText.of("EXISTS (:unknown)")
                    .with("unknown", SQL.get("unknown"))
                    .with("dimension", dimension())
                    .with("key", key())
                    .with("ids", ids);
        }

        private SqlText dimension() {
            return SqlText.of(sources.get(0).dimension().name());
        }

        private SqlText key() {
            return SqlText.of(sources.get(0).dimension().key());
        }
    }

    /** Brings in members, one kind after the other: who comes in may point to others. Most often none is missing. */
    public synchronized void bringIn(Workbench workbench, List<Wanted> all) {
        SqlText conditions =
                SqlText.join(" OR ", all.stream().map(Wanted::isAnyUnknown).toList());
        if (workbench.work(
                "Looking for missing members",
                sql -> sql.with("conditions", conditions).holds(SQL.get("is-any-unknown")))) {
            all.forEach(wanted -> bringIn(workbench, wanted));
        }
    }

    private void bringIn(Workbench workbench, Wanted wanted) {
        for (DimensionSource<?> source : wanted.sources()) {
            String feed = source.feed().name();
            List<Long> missing =
                    workbench
                            .work(
                                    "Looking for missing " + feed,
                                    sql -> wanted.in(sql).ids(SQL.get("missing")))
                            .stream()
                            .filter(id -> !asked.contains(feed + " " + id))
                            .toList();
            if (!missing.isEmpty()) {
                refresh.some(source, missing);
                missing.forEach(id -> asked.add(feed + " " + id));
            }
        }
        if (wanted.infer()) {
            workbench.transaction("Inferring members", sql -> wanted.in(sql).run(SQL.get("infer")));
        }
    }
}
