package io.fieldhouse.etl.fact;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.Percent;
import io.fieldhouse.etl.sql.NamedSql;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reloads a cell of a fact by difference, within the caller's transaction: what is new is inserted, what differs is
 * updated, what vanished is deleted, and the rest is not written.
 */
public final class FactReload {
    private static final int TOO_FEW_TO_JUDGE = 20;

    private final NamedSql sql;
    private final Fact fact;
    private final double vanishedShare;

    /**
     * Takes what a reload needs.
     *
     * @param sql knows the values of the cell's columns and {@code :run_id}
     * @param vanishedShare which share of the cell's rows may be deleted at once, 0 to 1: an answer that was cut off looks
     *     as if the rest were gone
     */
    public FactReload(NamedSql sql, Fact fact, double vanishedShare) {
        this.sql = sql;
        this.fact = fact;
        this.vanishedShare = vanishedShare;
    }

    /**
     * Makes the cell what the source says.
     *
     * @param source a table or a query in parentheses with the key and the values of every row
     * @param keys the same, or less to look at, with the keys alone
     */
    public FactReport reload(String source, String keys) throws SQLException {
        allowMemory();
        long rows = count();
        return write(source, rows, rows == 0 ? 0 : deleteVanished(keys, rows));
    }

    /** Makes rows of the cell what the source says; of those that it does not have, it is not known that they are gone. */
    public FactReport update(String source) throws SQLException {
        allowMemory();
        return write(source, count(), 0);
    }

    /** Until the transaction ends: as much as the joins of a million rows take. Where the server allows more, it stays so. */
    private void allowMemory() throws SQLException {
        sql.number("SELECT count(set_config('work_mem', '64MB', true))"
                + " WHERE pg_size_bytes(current_setting('work_mem')) < pg_size_bytes('64MB')");
    }

    private FactReport write(String source, long rows, long deleted) throws SQLException {
        if (rows == deleted) {
            return new FactReport(insert(source), 0, deleted, 0);
        }
        long written = merge(source);
        long inserted = count() - (rows - deleted);
        long updated = written - inserted;
        return new FactReport(inserted, updated, deleted, rows - deleted - updated);
    }

    private long count() throws SQLException {
        return sql.number("SELECT count(*) FROM " + fact.name() + " f WHERE " + inCell());
    }

    private long deleteVanished(String keys, long rows) throws SQLException {
        long deleted = sql.run("DELETE FROM " + fact.name() + " f WHERE " + inCell() + " AND NOT EXISTS (SELECT FROM "
                + keys + " n WHERE " + sameKey() + ")");
        if (deleted >= TOO_FEW_TO_JUDGE && deleted > vanishedShare * rows) {
            throw new LoadException(
                    Kind.PERMANENT,
                    deleted + " of " + rows + " rows of " + fact.name() + " would be deleted, which is more than "
                            + Percent.of(vanishedShare)
                            + ": nothing was changed. If they are gone indeed, allow a larger"
                            + " load.vanished-share.",
                    null);
        }
        return deleted;
    }

    private long insert(String source) throws SQLException {
        return sql.run("INSERT INTO " + fact.name() + " (" + columns() + ", run_id) SELECT " + cellValues() + ", "
                + list(Stream.concat(fact.key().stream(), fact.values().stream()), "n.") + ", :run_id FROM " + source
                + " n");
    }

    private long merge(String source) throws SQLException {
        String assignments =
                fact.values().stream().map(column -> column + " = n." + column).collect(Collectors.joining(", "));
        // What is as it was goes no further than the first join: a merge would fetch each of its rows, to leave it as
        // it is.
        String differing = "(SELECT n.* FROM " + source + " n LEFT JOIN " + fact.name() + " f ON " + inCell() + " AND "
                + sameKey() + " WHERE f." + fact.cell().get(0) + " IS NULL OR (" + list(fact.compared().stream(), "f.")
                + ") IS DISTINCT FROM (" + list(fact.compared().stream(), "n.") + "))";
        return sql.run("MERGE INTO " + fact.name() + " f USING " + differing + " n ON " + inCell() + " AND " + sameKey()
                + " WHEN MATCHED THEN UPDATE SET " + assignments + ", run_id = :run_id, loaded_at = now()"
                + " WHEN NOT MATCHED THEN INSERT (" + columns() + ", run_id) VALUES (" + cellValues() + ", "
                + list(Stream.concat(fact.key().stream(), fact.values().stream()), "n.") + ", :run_id)");
    }

    private String columns() {
        return list(Stream.of(fact.cell(), fact.key(), fact.values()).flatMap(List::stream), "");
    }

    private String cellValues() {
        return list(fact.cell().stream(), ":");
    }

    private String inCell() {
        return fact.cell().stream()
                .map(column -> "f." + column + " = :" + column)
                .collect(Collectors.joining(" AND "));
    }

    /** A key of sums may be empty, where what is summed has none of it; what is compared first can be hashed. */
    private String sameKey() {
        return fact.key().size() == 1
                ? "f." + fact.key().get(0) + " = n." + fact.key().get(0)
                : fact.key().stream()
                        .map(column -> "coalesce(f." + column + ", 0) = coalesce(n." + column + ", 0) AND f." + column
                                + " IS NOT DISTINCT FROM n." + column)
                        .collect(Collectors.joining(" AND "));
    }

    private static String list(Stream<String> columns, String prefix) {
        return columns.map(column -> prefix + column).collect(Collectors.joining(", "));
    }
}
