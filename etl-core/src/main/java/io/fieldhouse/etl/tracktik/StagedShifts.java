package io.fieldhouse.etl.tracktik;

import java.util.Set;

/**
 * The staging tables that a unit's facts are made from.
 *
 * @param shifts the shifts
 * @param placed their places
 * @param sessions work sessions
 * @param breaks break sessions
 * @param summaries summaries
 * @param billed what was billed, an item a shift
 * @param isComplete whether a shift that is not there is known to be gone: of every record it is known which shift it is
 * @param refused a query for the ids of the shifts that could not be read
 * @param inOrder the feeds of which no record had to be kept in quarantine
 */
record StagedShifts(
        String shifts,
        String placed,
        String sessions,
        String breaks,
        String summaries,
        String billed,
        boolean isComplete,
        String refused,
        Set<String> inOrder) {
    /** Whether a work session has a beginning, and an end after it or none yet. */
    static final String USABLE = "(started_at IS NOT NULL AND (ended_at IS NULL OR ended_at >= started_at))";

    /** The same, where it is known which feeds are in order. */
    StagedShifts with(Set<String> feeds) {
        return new StagedShifts(
                shifts, placed, sessions, breaks, summaries, billed, isComplete, refused, Set.copyOf(feeds));
    }

    /** The shifts of a region, as rows of {@code fact_shifts}: the shift's own figures, or else its summary's. */
    String asShifts() {
        return """
                (SELECT s.shift_id, s.custom_id, s.starts_at, s.ends_at, n.time_zone, n.business_date, n.region_key,
                        n.client_id, n.client_key, s.position_id, n.position_key, s.employee_id, n.employee_key,
                        s.pay_code_id, n.pay_code_key, i.billing_code_id, b.billing_code_key,
                        s.status, s.attendance_status, s.vacant, s.published, s.acknowledged, s.locked, s.payable,
                        s.billable, s.paid_time_off, s.break_minutes, s.scheduled_hours, s.clocked_hours, s.approved_hours,
                        h.payable_hours, coalesce(s.billable_hours, u.bill_hours) AS billable_hours,
                        coalesce(u.regular_hours, h.payable_hours - coalesce(h.overtime_hours, 0) - coalesce(h.holiday_hours, 0))
                            AS regular_hours,
                        h.overtime_hours, h.holiday_hours, coalesce(s.pay_rate, u.pay_rate) AS pay_rate, s.pay_rate_level,
                        coalesce(s.bill_rate, u.bill_rate) AS bill_rate, coalesce(s.pay_amount, u.pay_amount) AS pay_amount,
                        coalesce(s.bill_amount, u.bill_amount) AS bill_amount, s.source_modified_at,
                        s.row_hash || coalesce(u.row_hash, '') AS row_hash
                 FROM %s n
                 JOIN %s s ON s.shift_id = n.shift_id
                 LEFT JOIN %s u ON u.shift_id = n.shift_id
                 LEFT JOIN (
                     -- Of several codes that a shift is billed under, the one counts that bills most.
                     SELECT DISTINCT ON (shift_id) shift_id, billing_code_id
                     FROM %s
                     WHERE billing_code_id IS NOT NULL
                     GROUP BY shift_id, billing_code_id
                     ORDER BY shift_id, sum(bill_amount) DESC NULLS LAST, billing_code_id
                 ) i ON i.shift_id = n.shift_id
                 LEFT JOIN (%s) b ON b.billing_code_id = i.billing_code_id
                     AND b.valid_from <= s.starts_at AND s.starts_at < b.until
                 CROSS JOIN LATERAL (SELECT coalesce(s.payable_hours, u.pay_hours) AS payable_hours,
                                            coalesce(s.overtime_hours, u.overtime_hours) AS overtime_hours,
                                            coalesce(s.holiday_hours, u.holiday_hours) AS holiday_hours) h
                 WHERE n.region_id = :region_id)""".formatted(
                placed, shifts, summaries, billed, PlacedShifts.versions("dim_billing_codes", "billing_code", ""));
    }

    /** A query for the shifts of which something is expected to be in a table, and is not. */
    String missed(String table, String expected) {
        return "SELECT n.shift_id FROM " + placed + " n JOIN " + shifts + " s ON s.shift_id = n.shift_id WHERE "
                + expected + " AND NOT EXISTS (SELECT FROM " + table + " t WHERE t.shift_id = n.shift_id) ORDER BY 1";
    }

    /** A query for the sessions of {@code :shifts}. */
    String sessionsOf() {
        return "SELECT work_session_id FROM " + sessions + " WHERE shift_id = ANY (:shifts) ORDER BY 1";
    }

    /** The shifts that are placed in a region, by their ids. */
    String inRegion() {
        return "(SELECT shift_id FROM " + placed + " WHERE region_id = :region_id)";
    }

    /** Those, and the shifts that are there at TrackTik, and nobody knows where. */
    String notGone() {
        return "(SELECT shift_id FROM " + placed + " WHERE region_id = :region_id OR problem IS NOT NULL"
                + " UNION ALL SELECT key::bigint FROM (" + refused + ") refused)";
    }

    /**
     * The attendance of a region's shifts, from their facts and from what was clocked. Sessions that overlap count once;
     * breaks count where they lie within their session, and nobody worked in another. How long was worked in a session
     * that is not usable is not known; that somebody was there, is.
     */
    String asAttendance() {
        return """
                (SELECT f.shift_id, f.business_date, f.region_key, f.client_id, f.client_key, f.position_id, f.position_key,
                        f.employee_id, f.employee_key, f.starts_at AS scheduled_start_at, f.ends_at AS scheduled_end_at,
                        w.clocked_in_at, w.clocked_out_at, w.clock_in_method,
                        CASE WHEN w.clocked_out_at IS NOT NULL THEN w.clock_out_method END AS clock_out_method,
                        coalesce(w.session_count, 0) AS session_count,
                        round(extract(epoch FROM f.ends_at - f.starts_at) / 60, 4) AS scheduled_minutes,
                        CASE WHEN w.session_count > 0 THEN CASE WHEN w.clocked_out_at IS NOT NULL THEN worked.minutes END
                             WHEN f.ends_at < :as_of THEN 0 END AS worked_minutes,
                        CASE WHEN w.session_count > 0 THEN present.minutes - worked.minutes END AS break_minutes,
                        CASE WHEN w.clocked_in_at IS NOT NULL
                             THEN greatest(0, round(extract(epoch FROM w.clocked_in_at - f.starts_at) / 60, 4)) END AS late_minutes,
                        CASE WHEN w.clocked_out_at IS NOT NULL
                             THEN greatest(0, round(extract(epoch FROM f.ends_at - w.clocked_out_at) / 60, 4)) END AS early_minutes,
                        f.employee_id IS NOT NULL AND f.ends_at < :as_of AND w.session_count IS NULL
                            AND f.status IS DISTINCT FROM 'CANCELLED' AND f.paid_time_off IS NOT TRUE
                            AND f.attendance_status IS DISTINCT FROM 'PTO' AS missed
                 FROM tracktik.fact_shifts f
                 LEFT JOIN (
                     SELECT w.shift_id, min(w.started_at) AS clocked_in_at,
                            CASE WHEN bool_and(w.ended_at IS NOT NULL) THEN max(w.ended_at) END AS clocked_out_at,
                            (array_agg(w.clock_in_method ORDER BY w.started_at, w.work_session_id))[1] AS clock_in_method,
                            (array_agg(w.clock_out_method ORDER BY w.ended_at DESC, w.work_session_id))[1] AS clock_out_method,
                            count(*)::integer AS session_count,
                            range_agg(w.span) AS present, range_agg(w.span - coalesce(b.spans, '{}')) AS worked
                     FROM (
                         SELECT work_session_id, shift_id, started_at, clock_in_method, clock_out_method,
                                CASE WHEN {usable} THEN ended_at END AS ended_at,
                                CASE WHEN started_at < ended_at
                                     THEN tstzmultirange(tstzrange(started_at, ended_at)) END AS span
                         FROM %s
                     ) w
                     LEFT JOIN (
                         SELECT work_session_id, range_agg(tstzrange(started_at, ended_at)) AS spans
                         FROM %s
                         WHERE started_at < ended_at
                         GROUP BY work_session_id
                     ) b ON b.work_session_id = w.work_session_id
                     GROUP BY w.shift_id
                 ) w ON w.shift_id = f.shift_id
                 CROSS JOIN LATERAL %s present
                 CROSS JOIN LATERAL %s worked
                 WHERE f.period_id = :period_id AND f.region_id = :region_id)""".formatted(sessions, breaks, minutes("w.present"), minutes("w.worked"))
                .replace("{usable}", USABLE);
    }

    /** Settles what waited in quarantine and belongs to shifts of the region by now. */
    String settled() {
        return """
                UPDATE etl.quarantine q SET settled_at = now()
                WHERE q.source = 'tracktik' AND q.settled_at IS NULL
                  AND (q.feed = '{sessions}' AND q.source_key IN (SELECT work_session_id::text FROM %1$s WHERE {usable} AND shift_id IN {shifts})
                    OR q.feed = '{breaks}' AND q.source_key IN (
                        SELECT break_session_id::text FROM %2$s JOIN %1$s USING (work_session_id) WHERE shift_id IN {shifts})
                    OR q.feed = '{billed}' AND q.source_key IN (SELECT billable_item_id::text FROM %3$s WHERE shift_id IN {shifts}))
                  AND q.feed IN ('{sessions}', '{breaks}', '{billed}')""".formatted(sessions, breaks, billed)
                .replace("{usable}", USABLE)
                .replace("{shifts}", inRegion())
                .replace("{sessions}", TrackTikFeeds.WORK_SESSIONS.name())
                .replace("{breaks}", TrackTikFeeds.BREAK_SESSIONS.name())
                .replace("{billed}", TrackTikFeeds.BILLABLE_ITEMS.name());
    }

    private static String minutes(String spans) {
        return "(SELECT round(coalesce(sum(extract(epoch FROM upper(span) - lower(span))), 0) / 60, 4) AS minutes FROM unnest("
                + spans + ") span)";
    }
}
