package io.fieldhouse.warehouse;

import java.sql.Connection;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Writes docs/data-dictionary.md out of a migrated database's own comments. */
final class DataDictionary {
    private final DSLContext sql;

    DataDictionary(Connection connection) {
        sql = DSL.using(connection, SQLDialect.POSTGRES);
    }

    String markdown() {
        StringBuilder text = new StringBuilder("""
                # Data dictionary

                Every schema, table, view and column of the warehouse, from the comments in the database itself.
                Made by a test, which fails when this page and the migrations differ: see CONTRIBUTING.md.
                """);
        for (Record schema : sql.fetch("""
                SELECT nspname::text AS name, obj_description(oid, 'pg_namespace') AS comment FROM pg_namespace
                WHERE nspname::text = ANY (?) ORDER BY nspname
                """, (Object) SchemaListing.SCHEMAS.toArray(String[]::new))) {
            String name = schema.get("name", String.class);
            text.append("\n## ")
                    .append(name)
                    .append("\n\n")
                    .append(cell(schema, "comment"))
                    .append('\n');
            relations(text, name);
        }
        return text.toString();
    }

    private void relations(StringBuilder text, String schema) {
        for (Record relation : sql.fetch("""
                SELECT c.oid::bigint AS id, c.relname::text AS name, obj_description(c.oid, 'pg_class') AS comment,
                       CASE WHEN c.relkind = 'v' THEN ', view' WHEN c.relkind = 'p' THEN ', partitioned' ELSE '' END AS kind,
                       (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY k.place)
                        FROM pg_constraint p, unnest(p.conkey) WITH ORDINALITY AS k (attnum, place), pg_attribute a
                        WHERE p.conrelid = c.oid AND p.contype = 'p'
                          AND a.attrelid = c.oid AND a.attnum = k.attnum) AS key
                FROM pg_class c
                WHERE c.relnamespace = ?::regnamespace AND c.relkind IN ('r', 'p', 'v') AND NOT c.relispartition
                  AND c.relname <> 'schema_history'
                ORDER BY c.relname
                """, schema)) {
            text.append("\n### ")
                    .append(schema)
                    .append('.')
                    .append(relation.get("name", String.class))
                    .append(relation.get("kind", String.class))
                    .append("\n\n")
                    .append(cell(relation, "comment"));
            if (relation.get("key") != null) {
                text.append(" Key: `").append(cell(relation, "key")).append("`.");
            }
            text.append("\n\n| column | type | meaning |\n| --- | --- | --- |\n");
            for (Record column : columns(relation.get("id", Long.class))) {
                text.append("| ")
                        .append(cell(column, "name"))
                        .append(" | ")
                        .append(cell(column, "type"))
                        .append(" | ")
                        .append(cell(column, "comment"))
                        .append(" |\n");
            }
        }
    }

    private Result<Record> columns(long relation) {
        return sql.fetch("""
                SELECT attname::text AS name, col_description(attrelid, attnum) AS comment,
                       replace(format_type(atttypid, atttypmod), 'timestamp with time zone', 'timestamptz')
                           || CASE WHEN attnotnull THEN ', not null' ELSE '' END AS type
                FROM pg_attribute WHERE attrelid = ? AND attnum > 0 AND NOT attisdropped ORDER BY attnum
                """, relation);
    }

    private static String cell(Record row, String field) {
        String value = row.get(field, String.class);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("No " + field + " for " + row.intoMap());
        }
        return value.replace("|", "\\|");
    }
}
