package io.fieldhouse.etl.dimension;

import static io.fieldhouse.warehouse.jooq.tracktik.Tables.DIM_BILLING_CODES;

import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.load.MergeLimits;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.SqlText;
import java.sql.Connection;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * An extract of billing codes that is staged without a client before it, for sequences of many.
 *
 * @param day which it shows
 * @param isTwice whether each key comes a second time, which is the one that counts
 * @param columns what it has beside the key: {@code name} and {@code status}, tracked, and {@code custom_id}, untracked
 */
record CodeExtract(int day, boolean isFull, boolean isTwice, List<String> columns, List<Row> rows) {
    static final Instant START = Instant.parse("2025-06-01T00:00:00Z");
    private static final Dimension CODES = Dimension.in(DIM_BILLING_CODES);

    record Row(
            long key,
            String name,
            @Nullable String status,
            @Nullable String customId) {
        private String values(int ordinal) {
            return "(%d, %s, %s, %s, %d)".formatted(key, text(name), text(status), text(customId), ordinal);
        }

        private static String text(@Nullable String value) {
            return value == null ? "NULL" : "'" + value + "'";
        }
    }

    Instant moment() {
        return moment(day);
    }

    static Instant moment(int day) {
        return START.plus(day, ChronoUnit.DAYS);
    }

    /** What comes twice may hide what seems to be gone. */
    boolean provesAbsence() {
        return isFull && (!isTwice || rows.isEmpty());
    }

    MergeReport merge(Connection connection) {
        DSLContext sql = DSL.using(connection, SQLDialect.POSTGRES);
        sql.execute("DROP TABLE IF EXISTS pg_temp.extract");
        sql.execute("CREATE TEMP TABLE extract (LIKE staging.tracktik_billing_codes) ON COMMIT DROP");
        String values = rows.stream()
                .flatMap(row -> isTwice
                        ? Stream.of(new Row(row.key(), "z", null, null).values(1), row.values(2))
                        : Stream.of(row.values(1)))
                .collect(Collectors.joining(", "));
        String status = columns.contains("status") ? "status" : "NULL";
        int staged = values.isEmpty()
                ? 0
                : sql.execute("""
                        INSERT INTO extract (billing_code_id, name, status, custom_id, ordinal, row_hash, raw)
                        SELECT key, name, %1$s, %2$s, ordinal, decode(md5(concat('name', name, 'status' || %1$s)), 'hex'), ''
                        FROM (VALUES %3$s) v (key, name, status, custom_id, ordinal)""".formatted(status, columns.contains("custom_id") ? "custom_id" : "NULL", values));
        return DimensionMerge.merge(
                Sql.on(connection, "Merging"),
                CODES,
                new Snapshot(
                        "tracktik",
                        "billing_codes",
                        SqlText.of("pg_temp.extract"),
                        Stream.of("billing_code_id", "name", "status")
                                .filter(column -> column.equals("billing_code_id") || columns.contains(column))
                                .toList(),
                        columns.contains("custom_id") ? List.of("custom_id") : List.of(),
                        "ordinal DESC",
                        "raw",
                        staged,
                        moment().atOffset(ZoneOffset.UTC),
                        isFull,
                        new Attempt(runId(sql), null)),
                MergeLimits.CONFIRMED);
    }

    private static long runId(DSLContext sql) {
        return Objects.requireNonNull(sql.fetchOne("""
                        INSERT INTO etl.etl_run_log (load_id, load_kind, source, feed, worker)
                        VALUES (gen_random_uuid(), 'load', 'tracktik', 'billing_codes', 'test') RETURNING run_id""")).get(0, Long.class);
    }

    /** What a fact does that names a key before any extract held it. */
    static void infer(DSLContext sql, long key) {
        sql.execute("""
                INSERT INTO tracktik.dim_billing_codes (billing_code_id, valid_from, inferred, row_hash)
                SELECT %1$d, '-infinity', true, ''
                WHERE NOT EXISTS (SELECT FROM tracktik.dim_billing_codes WHERE billing_code_id = %1$d)""".formatted(key));
    }
}
