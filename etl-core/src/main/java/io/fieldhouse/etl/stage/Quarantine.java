package io.fieldhouse.etl.stage;

import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.etl.sql.Statements;

/** Where records go that cannot be loaded, with the reason. */
public final class Quarantine {
    private static final Statements SQL = Statements.of(Quarantine.class);

    private Quarantine() {}

    /**
     * Keeps records.
     *
     * @param source the vendor
     * @param feed what they were read from
     * @param records a query, or a statement that takes them out of a table, for each record's {@code key text}, the
     *     {@code kind text} of reason, the {@code reason text} and the {@code record bytea}
     * @return how many there are, kept before or now
     */
    public static long keep(Sql sql, String source, String feed, Attempt attempt, SqlText records) {
        return sql.with("source", source)
                .with("feed", feed)
                .with("unit_id", attempt.unitId())
                .with("run_id", attempt.runId())
                .with("records", records)
                .number(SQL.get("keep"));
    }
}
