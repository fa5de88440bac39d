package io.fieldhouse.etl.fact;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.Percent;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.etl.sql.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reloads cells of a fact by difference, within the caller's transaction: what is new is inserted, what differs is updated,
 * what vanished is deleted, and the rest is not written.
 */
public final class FactReload {
    private static final int TOO_FEW_TO_JUDGE = 20;
    private static final Statements SQL = Statements.of(FactReload.class);

    private final Sql sql;
    private final Fact fact;
    private final Cells cells;
    private final double vanishedShare;

    /**
     * Takes what a reload needs.
     *
     * @param sql knows {@code :run_id}, and what the sources name
     * @param vanishedShare which share of the cells' rows may be deleted at once, 0 to 1: a response that was cut off looks
     *     as if the rest were gone
     */
    public FactReload(Sql sql, Fact fact, Cells cells, double vanishedShare) {
        this.sql = sql.with(fact.fragments(cells.rows().size() == 1)).with(cells.condition());
        this.fact = fact;
        this.cells = cells;
        this.vanishedShare = vanishedShare;
    }

    /**
     * Makes the cells what the source says.
     *
     * @param source a table or a query in parentheses with every column of the fact but those that say who wrote a row and
     *     when; all of its rows are in the cells
     * @param keys the same, or less to look at, with the columns of the cell and the key alone
     */
    public FactReport reload(SqlText source, SqlText keys) {
        allowMemory();
        long rows = count();
        return write(source, rows, rows == 0 ? List.of() : deleteVanished(keys, rows));
    }

    /** Makes rows of the cells what the source says; a row that it does not have is not known to be gone, and stays. */
    public FactReport update(SqlText source) {
        allowMemory();
        return write(source, count(), List.of());
    }

    /** Until the transaction ends: as much as the joins of a million rows take. Where the server allows more, it stays so. */
    private void allowMemory() {
        sql.number(SQL.get("allow-memory"));
    }

    private long count() {
        return sql.number(SQL.get("count"));
    }

    /** Rows of a cell. */
    private record Part(List<Object> cell, long rows) {}

    private List<Part> deleteVanished(SqlText keys, long rows) {
        List<Part> deleted = sql.with("keys", keys).all(SQL.get("delete-vanished"), this::part);
        long count = deleted.stream().mapToLong(Part::rows).sum();
        if (count >= TOO_FEW_TO_JUDGE && count > vanishedShare * rows) {
            throw new LoadException(
                    Kind.PERMANENT,
                    count + " of " + rows + " rows of " + fact.name() + " would be deleted, which is more than "
                            + Percent.of(vanishedShare)
                            + ": nothing was changed. If they are gone indeed, allow a larger"
                            + " load.vanished-share.",
                    null);
        }
        return deleted;
    }

    private Part part(ResultSet row) throws SQLException {
        List<Object> cell = new ArrayList<>();
        for (int i = 0; i < fact.cell().size(); i++) {
            cell.add(row.getObject(i + 1, fact.cell().get(i).getType()));
        }
        return new Part(cell, row.getLong(fact.cell().size() + 1));
    }

    private FactReport write(SqlText source, long rows, List<Part> vanished) {
        long deleted = vanished.stream().mapToLong(Part::rows).sum();
        Sql from = sql.with("source", source);
        if (rows == deleted) {
            long inserted = from.run(SQL.get("insert"));
            return new FactReport(inserted, 0, deleted, 0, changed(inserted, vanished));
        }
        long written = from.run(SQL.get("merge"));
        long inserted = count() - (rows - deleted);
        long updated = written - inserted;
        return new FactReport(inserted, updated, deleted, rows - deleted - updated, changed(written, vanished));
    }

    /** Where the table does not say who wrote a row, all of the cells may have changed. */
    private List<List<Object>> changed(long written, List<Part> vanished) {
        Set<List<Object>> changed = new LinkedHashSet<>();
        vanished.forEach(part -> changed.add(part.cell()));
        if (written > 0 && (cells.rows().size() == 1 || fact.table().field("run_id") == null)) {
            changed.addAll(cells.rows());
        } else if (written > 0) {
            sql.all(SQL.get("written-cells"), this::part).forEach(part -> changed.add(part.cell()));
        }
        return List.copyOf(changed);
    }
}
