package io.fieldhouse.etl.stage;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.feed.Feed;
import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.sql.Sql;
import io.fieldhouse.etl.sql.SqlText;
import io.fieldhouse.etl.sql.Statements;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** A temporary copy of a staging pattern, and the connection that fills it, each COPY in a transaction of its own. */
final class StagingTable {
    private static final Statements SQL = Statements.of(StagingTable.class);
    private static final byte[] HEADER = "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] TRAILER = {-1, -1};
    /** The table's name, and then the row's number, in most languages; what is said of the value comes before. */
    private static final Pattern ROW = Pattern.compile("^COPY [^,]*,[^0-9]*(\\d+)", Pattern.MULTILINE);

    private final Connection connection;
    private final Feed<?> feed;
    private final Attempt attempt;
    private final String attempted;
    private final String name;
    private final String copy;
    private final Sql sql;
    private long rows;
    private long quarantined;
    private long nameless;
    private SqlText refused = SQL.get("none-refused");
    private long bytes;

    private StagingTable(Workbench workbench, Feed<?> feed, Attempt attempt, String columns) {
        this.connection = workbench.connection();
        this.feed = feed;
        this.attempt = attempt;
        this.attempted = "Staging " + feed.name();
        this.name = "pg_temp." + feed.staging().getName() + "_" + workbench.nextTable();
        this.copy = "COPY " + name + " (" + columns + ") FROM STDIN (FORMAT binary)";
        this.sql = Sql.on(connection, attempted)
                .with("staging", SqlText.of(name))
                .with("pattern", SqlText.of("staging." + feed.staging().getName()))
                .with("refused", SqlText.of(name + "_refused"));
    }

    static StagingTable create(Workbench workbench, Feed<?> feed, Attempt attempt, String columns) {
        StagingTable table = new StagingTable(workbench, feed, attempt, columns);
        table.sql.run(SQL.get("create"));
        return table;
    }

    long rows() {
        return rows;
    }

    long quarantined() {
        return quarantined;
    }

    Staged staged() {
        return new Staged(SqlText.of(name), rows, quarantined, nameless, refused, bytes);
    }

    /**
     * Sends a batch, and keeps what is not fit to be sent; the batch is empty afterwards. What is sent together with a row
     * that the database refuses is sent again, and from there on less at once, until it is taken: however many rows are
     * refused, each is sent a few times only.
     */
    void send(Batch<?> batch) {
        try {
            copy(batch);
        } catch (SQLException e) {
            throw LoadException.of(attempted, e);
        }
        keep(batch.rejects());
        batch.clear();
    }

    private void copy(Batch<?> batch) throws SQLException {
        int atOnce = batch.rowCount();
        int next = 0;
        while (next < batch.rowCount()) {
            int end = Math.min(next + atOnce, batch.rowCount());
            try {
                copy(batch, next, end);
                next = end;
                atOnce = Math.min(2 * atOnce, batch.rowCount());
            } catch (PSQLException e) {
                if (!isAboutAValue(e)) {
                    throw e;
                }
                int sent = end - next;
                int row = sent == 1 ? next : next + refusedRow(e);
                // Where it is not told which row it is, it is found by sending less and less.
                atOnce = Math.max(1, sent / 2);
                if (row >= next && row < end) {
                    copy(batch, next, row);
                    // The server's words may repeat the value.
                    batch.refuse(row, "refused by the database", "SQLSTATE " + e.getSQLState());
                    next = row + 1;
                }
            }
        }
    }

    /** Sends the rows from one to another, which is not sent; either all of them are taken or none. */
    private void copy(Batch<?> batch, int from, int to) throws SQLException {
        if (from == to) {
            return;
        }
        int begin = batch.begin(from);
        int length = batch.begin(to) - begin;
        bytes += length;
        CopyIn in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
        try {
            in.writeToCopy(HEADER, 0, HEADER.length);
            in.writeToCopy(batch.bytes(), begin, length);
            in.writeToCopy(TRAILER, 0, TRAILER.length);
            in.endCopy();
        } finally {
            if (in.isActive()) {
                in.cancelCopy();
            }
        }
        rows += to - from;
    }

    private static boolean isAboutAValue(SQLException error) {
        String state = error.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("54"));
    }

    /** Which of the rows sent a value is in that the database does not take, or -1 where it does not say, or in no known way. */
    private static int refusedRow(PSQLException error) {
        ServerErrorMessage said = error.getServerErrorMessage();
        if (said == null || said.getWhere() == null) {
            return -1;
        }
        Matcher row = ROW.matcher(said.getWhere());
        return row.find() ? Integer.parseInt(row.group(1)) - 1 : -1;
    }

    private void keep(List<Batch.Reject> rejects) {
        if (rejects.isEmpty()) {
            return;
        }
        List<@Nullable String> keys = column(rejects, StagingTable::key);
        quarantined += Quarantine.keep(
                sql.with("keys", keys)
                        .with("kinds", column(rejects, Batch.Reject::kind))
                        .with("reasons", column(rejects, Batch.Reject::reason))
                        .with("jsons", column(rejects, reject -> reject.json().toByteArray())),
                feed.source(),
                feed.name(),
                attempt,
                SQL.get("rejects"));
        long unknown = keys.stream().filter(Objects::isNull).count();
        nameless += unknown;
        if (unknown < keys.size()) {
            remember(keys);
        }
    }

    private static <V extends @Nullable Object> List<V> column(
            List<Batch.Reject> rejects, Function<Batch.Reject, V> value) {
        return rejects.stream().map(value).toList();
    }

    /** Which records were refused is known to the database alone, however many there are. */
    private void remember(List<@Nullable String> keys) {
        sql.run(SQL.get("make-refused"));
        sql.with("keys", keys).run(SQL.get("remember"));
        refused = SQL.get("refused").with("refused", SqlText.of(name + "_refused"));
    }

    /** A vendor's id that is text may hold what no text of the database can. */
    private static @Nullable String key(Batch.Reject reject) {
        return reject.key() == null ? null : reject.key().toString().replace("\0", "");
    }

    /** Lets the database see how much is there. */
    void analyze() {
        sql.run(SQL.get("analyze"));
    }
}
