package io.fieldhouse.etl.load;

import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.Statements;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * How far a vendor's changes of a feed have been read. A watermark moves in the transaction that commits what it stands for.
 *
 * @param source the vendor
 * @param feed the feed whose changes are read
 */
public record Watermarks(String source, String feed) {
    private static final Statements SQL = Statements.of(Watermarks.class);

    /** The moment up to which all changes have been read, if there is one. */
    public Optional<OffsetDateTime> find(Sql sql) {
        return moment(sql, "find");
    }

    /** When a unit of the feed was first loaded, if one was: before that nothing could have changed. */
    public Optional<OffsetDateTime> firstLoad(Sql sql) {
        return moment(sql, "first-load");
    }

    private Optional<OffsetDateTime> moment(Sql sql, String statement) {
        return sql
                .with(values())
                .all(SQL.get(statement), row -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Moves the watermark to the moment of which an attempt has read all changes. */
    public void move(Sql sql, OffsetDateTime to, Attempt attempt) {
        sql.with(values()).with("watermark", to).with("run_id", attempt.runId()).run(SQL.get("move"));
    }

    private Map<String, Object> values() {
        return Map.of("source", source, "feed", feed, "scope", Scope.ALL.json());
    }
}
