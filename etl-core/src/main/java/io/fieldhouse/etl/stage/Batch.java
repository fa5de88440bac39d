package io.fieldhouse.etl.stage;

import io.fieldhouse.etl.feed.CopyBuffer;
import io.fieldhouse.etl.feed.UnfitException;
import io.fieldhouse.etl.load.StageLimits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Rows that are sent together, and records that cannot be. Not thread-safe. */
final class Batch<T> {
    private final StageLimits limits;
    private CopyBuffer rows;
    private int[] begins = new int[1024];
    private int[] jsonLengths = new int[1024];
    private final List<@Nullable Object> keys = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();
    private long rejectedBytes;

    /** A record that cannot be a row, and why. */
    record Reject(@Nullable Object key, String kind, String reason, ByteString json) {
        /** Without the record. */
        @Override
        public String toString() {
            return "Reject[" + kind + ", " + reason + "]";
        }
    }

    Batch(StageLimits limits) {
        this.limits = limits;
        this.rows = new CopyBuffer(limits.bytes() + (limits.bytes() >> 3));
    }

    void add(RowEncoder<T> encoder, T item, @Nullable Object key, long ordinal, ByteString json) {
        int begin = rows.size();
        try {
            encoder.write(item, ordinal, json, rows);
        } catch (UnfitException e) {
            rows.cutTo(begin);
            reject(new Reject(key, "unfit value", e.reason(), json));
            return;
        }
        int row = keys.size();
        if (row == begins.length) {
            begins = Arrays.copyOf(begins, 2 * row);
            jsonLengths = Arrays.copyOf(jsonLengths, 2 * row);
        }
        begins[row] = begin;
        jsonLengths[row] = json.size();
        keys.add(key);
    }

    void reject(Reject reject) {
        rejects.add(reject);
        rejectedBytes += reject.json().size();
    }

    boolean isFull() {
        return keys.size() >= limits.rows() || rows.size() + rejectedBytes >= limits.bytes();
    }

    boolean isEmpty() {
        return keys.isEmpty() && rejects.isEmpty();
    }

    int rowCount() {
        return keys.size();
    }

    List<Reject> rejects() {
        return rejects;
    }

    /** The rows, one behind the other. */
    byte[] bytes() {
        return rows.bytes();
    }

    /** Where a row begins, or behind the last one where they end. */
    int begin(int row) {
        return row < keys.size() ? begins[row] : rows.size();
    }

    /** Keeps a row's record, which the database refused; it is the last thing in a row that its JSON is. */
    void refuse(int row, String kind, String reason) {
        int end = begin(row + 1);
        reject(new Reject(
                keys.get(row), kind, reason, ByteString.of(rows.bytes(), end - jsonLengths[row], jsonLengths[row])));
    }

    void clear() {
        // A single record may have been far larger than a batch; its space is not kept.
        if (rows.bytes().length > 2 * limits.bytes()) {
            rows = new CopyBuffer(limits.bytes());
        }
        rows.cutTo(0);
        keys.clear();
        rejects.clear();
        rejectedBytes = 0;
    }
}
