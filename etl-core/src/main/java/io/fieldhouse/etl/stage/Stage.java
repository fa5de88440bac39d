package io.fieldhouse.etl.stage;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.etl.LoadException.Kind;
import io.fieldhouse.etl.Percent;
import io.fieldhouse.etl.feed.Feed;
import io.fieldhouse.etl.load.Attempt;
import io.fieldhouse.etl.load.StageLimits;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A staging table of a load's own, and the way into it. While one batch is sent, the next is filled; memory holds those
 * two and no more. The workbench is this one's until it is closed. To be used by one thread.
 *
 * @param <T> what the vendor sends
 */
public final class Stage<T> implements AutoCloseable {
    private static final int TOO_FEW_TO_JUDGE = 1000;
    private static final int TOO_FEW_FOR_NO_UNIT = 20;

    private final Feed<T> feed;
    private final StageLimits limits;
    private final RowEncoder<T> encoder;
    private final StagingTable table;
    private final int enoughToJudge;
    private final ExecutorService sender = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "staging");
        thread.setDaemon(true);
        return thread;
    });

    private Batch<T> filling;
    private Batch<T> sending;
    private @Nullable Future<?> underWay;
    private long ordinal;

    private Stage(Feed<T> feed, StageLimits limits, RowEncoder<T> encoder, StagingTable table, int enoughToJudge) {
        this.feed = feed;
        this.limits = limits;
        this.encoder = encoder;
        this.table = table;
        this.enoughToJudge = enoughToJudge;
        this.filling = new Batch<>(limits);
        this.sending = new Batch<>(limits);
    }

    /** Makes a staging table on a workbench; it goes with that. */
    public static <T> Stage<T> open(Workbench workbench, Feed<T> feed, Attempt attempt, StageLimits limits) {
        RowEncoder<T> encoder = new RowEncoder<>(feed);
        // What is read by the way, such as the one employee that was missed, fails nothing where it is bad.
        int enoughToJudge = attempt.unitId() == null && limits.badShare() > 0 ? TOO_FEW_FOR_NO_UNIT : 1;
        StagingTable table = StagingTable.create(workbench, feed, attempt, encoder.columns());
        return new Stage<>(feed, limits, encoder, table, enoughToJudge);
    }

    /** Adds an item, with its JSON as it came. */
    public void add(T item, ByteString json) {
        filling.add(encoder, item, feed.key().apply(item), ordinal++, json);
        sendIfFull();
    }

    /** Keeps a record that could not even be read. */
    public void reject(String reason, ByteString json) {
        ordinal++;
        filling.reject(new Batch.Reject(null, "unreadable", reason, json));
        sendIfFull();
    }

    private void sendIfFull() {
        if (filling.isFull()) {
            send();
        }
    }

    private void send() {
        awaitSender();
        Batch<T> full = filling;
        filling = sending;
        sending = full;
        underWay = sender.submit(() -> table.send(full));
    }

    private void awaitSender() {
        Future<?> sent = underWay;
        underWay = null;
        try {
            if (sent != null) {
                sent.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadException(Kind.INTERRUPTED, "Staging " + feed.name() + " was interrupted.", null);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LoadException failed
                    ? failed
                    : new IllegalStateException("Staging " + feed.name() + " failed", e.getCause());
        }
        requireFewBad(TOO_FEW_TO_JUDGE);
    }

    private void requireFewBad(long enough) {
        long all = table.rows() + table.quarantined();
        if (all >= enough && StageLimits.areTooMany(table.quarantined(), all, limits.badShare())) {
            throw new LoadException(
                    Kind.PERMANENT,
                    table.quarantined() + " of " + all + " records of " + feed.name()
                            + " do not fit, which is more than " + Percent.of(limits.badShare())
                            + ": they are in quarantine, with the reasons. If that is as it should be, allow a larger"
                            + " load.bad-share.",
                    null);
        }
    }

    /** Sends what is left, and says what is there. */
    public Staged finish() {
        if (!filling.isEmpty()) {
            send();
        }
        awaitSender();
        requireFewBad(enoughToJudge);
        table.analyze();
        return table.staged();
    }

    /** Ends the sending; a batch under way is sent to its end, since a connection serves one thread at a time. */
    @Override
    public void close() {
        sender.shutdown();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = sender.awaitTermination(1, TimeUnit.HOURS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
