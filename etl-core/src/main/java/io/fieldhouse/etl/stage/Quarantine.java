package io.fieldhouse.etl.stage;

import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.sql.NamedSql;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where records go that cannot be loaded, with the reason. One that lies there already, and is as it was, is not kept again. */
public final class Quarantine {
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
    public static long keep(NamedSql sql, String source, String feed, Attempt attempt, String records)
            throws SQLException {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("source", source);
        values.put("feed", feed);
        values.put("unit_id", attempt.unitId());
        values.put("run_id", attempt.runId());
        return sql.with(values).number("""
                WITH bad (key, kind, reason, record) AS (%s), kept AS (
                    INSERT INTO etl.quarantine (source, feed, source_key, unit_id, run_id, reason_kind, reason, record)
                    SELECT DISTINCT :source, :feed, key, :unit_id::bigint, :run_id::bigint, kind, reason, record
                    FROM bad
                    WHERE NOT EXISTS (
                        SELECT FROM etl.quarantine q
                        WHERE (q.source, q.feed, q.record, q.reason) = (:source, :feed, bad.record, bad.reason)
                          AND (q.source_key = bad.key OR q.source_key IS NULL AND bad.key IS NULL)
                          AND q.settled_at IS NULL))
                SELECT count(*) FROM bad""".formatted(records));
    }
}
