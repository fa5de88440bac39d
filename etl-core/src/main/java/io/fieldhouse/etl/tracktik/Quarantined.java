package io.fieldhouse.etl.tracktik;

import io.fieldhouse.etl.calendar.Window;
import io.fieldhouse.etl.sql.NamedSql;
import io.fieldhouse.etl.stage.Attempt;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Staged shifts that can be read, and yet have no place among the facts. */
final class Quarantined {
    private Quarantined() {}

    static Map<String, @Nullable Object> values(Attempt attempt, Window window) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("run_id", attempt.runId());
        values.put("unit_id", attempt.unitId());
        values.put("from_day", window.from());
        values.put("to_day", window.to());
        return values;
    }

    /**
     * Keeps the shifts of the window's days for which a condition holds; one that is kept already, and is as it was, is
     * not kept again. Without a site, the days are those of the shift's own clocks.
     *
     * @return how many there are, kept before or now
     */
    static long keep(NamedSql sql, String shifts, String reason, String condition) throws SQLException {
        String which = shifts
                + " s WHERE (s.starts_at IS NULL OR (s.starts_at AT TIME ZONE coalesce(s.time_zone, 'UTC'))::date"
                + " BETWEEN :from_day AND :to_day) AND " + condition;
        sql.run("INSERT INTO etl.quarantine (source, feed, source_key, unit_id, run_id, reason_kind, reason, record)"
                + " SELECT 'tracktik', 'shifts', s.shift_id::text, :unit_id::bigint, :run_id, 'no place', '" + reason
                + "', s.raw FROM " + which + """
                 AND NOT EXISTS (SELECT FROM etl.quarantine q
                                  WHERE (q.source, q.feed, q.source_key, q.reason, q.record)
                                    = ('tracktik', 'shifts', s.shift_id::text, '%s', s.raw) AND q.replayed_at IS NULL)
                """.formatted(reason));
        return sql.number("SELECT count(*) FROM " + which);
    }
}
