package io.fieldhouse.etl.stage;

import io.fieldhouse.etl.feed.Feed;
import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.sql.NamedSql;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** A temporary copy of a staging pattern, and the connection that fills it, each COPY in a transaction of its own. */
final class StagingTable {
    private static final byte[] HEADER = "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] TRAILER = {-1, -1};
    /** The table's name, and then the row's number, in most languages; what is said of the value comes before. */
    private static final Pattern ROW = Pattern.compile("^COPY [^,]*,[^0-9]*(\\d+)", Pattern.MULTILINE);

    private final Connection connection;
    private final Feed<?> feed;
    private final Attempt attempt;
    private final String name;
    private final String copy;
    private long rows;
    private long quarantined;
    private long nameless;
    private String refused = "SELECT NULL AS key WHERE false";
    private long bytes;

    private StagingTable(Connection connection, Feed<?> feed, Attempt attempt, String name, String columns) {
        this.connection = connection;
        this.feed = feed;
        this.attempt = attempt;
        this.name = name;
        this.copy = "COPY " + name + " (" + columns + ") FROM STDIN (FORMAT binary)";
    }

    static StagingTable create(Connection connection, Feed<?> feed, Attempt attempt, String columns)
            throws SQLException {
        String pattern = feed.staging().getName();
        String name = pattern + "_" + attempt.runId();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE " + name + " (LIKE staging." + pattern + ")");
        }
        return new StagingTable(connection, feed, attempt, "pg_temp." + name, columns);
    }

    long rows() {
        return rows;
    }

    long quarantined() {
        return quarantined;
    }

    Staged staged() {
        return new Staged(name, rows, quarantined, nameless, refused, bytes);
    }

    /**
     * Sends a batch, and keeps what is not fit to be sent; the batch is empty afterwards. What is sent together with a row
     * that the database refuses is sent again, and from there on less at once, until it is taken: however many rows are
     * refused, each is sent a few times only.
     */
    void send(Batch<?> batch) throws SQLException {
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
        keep(batch);
        batch.clear();
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

    private void keep(Batch<?> batch) throws SQLException {
        List<Batch.Reject> rejects = batch.rejects();
        if (rejects.isEmpty()) {
            return;
        }
        Map<String, Object> columns = Map.of(
                "keys",
                texts(rejects.stream().map(reject -> text(reject.key()))),
                "kinds",
                texts(rejects.stream().map(Batch.Reject::kind)),
                "reasons",
                texts(rejects.stream().map(Batch.Reject::reason)),
                "records",
                connection.createArrayOf(
                        "bytea",
                        rejects.stream()
                                .map(reject -> reject.json().toByteArray())
                                .toArray(byte[][]::new)));
        quarantined += Quarantine.keep(
                new NamedSql(connection, columns),
                feed.source(),
                feed.name(),
                attempt,
                "SELECT * FROM unnest(:keys, :kinds, :reasons, :records)");
        long unknown = rejects.stream().filter(reject -> reject.key() == null).count();
        nameless += unknown;
        if (unknown < rejects.size()) {
            remember(columns);
        }
    }

    /** Which records were refused is known to the database alone, however many there are. */
    private void remember(Map<String, Object> columns) throws SQLException {
        NamedSql sql = new NamedSql(connection, columns);
        sql.run("CREATE TEMP TABLE IF NOT EXISTS " + name + "_refused (key text)");
        sql.run("INSERT INTO " + name + "_refused SELECT key FROM unnest(:keys) key WHERE key IS NOT NULL");
        refused = "SELECT key FROM " + name + "_refused";
    }

    private Array texts(Stream<@Nullable String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    /** A vendor's id that is text may hold what no text of the database can. */
    private static @Nullable String text(@Nullable Object key) {
        return key == null ? null : key.toString().replace("\0", "");
    }

    /** Lets the database see how much is there, before it plans what comes next; what the values are costs more than it helps. */
    void analyze() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE " + name + " (ordinal)");
        }
    }
}
