package io.fieldhouse.etl.stage;

import io.fieldhouse.etl.feed.CopyBuffer;
import io.fieldhouse.etl.feed.Feed;
import io.fieldhouse.etl.feed.FeedColumn;
import io.fieldhouse.etl.feed.UnfitException;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okio.ByteString;
import org.jooq.JSONB;

/**
 * Writes a feed's items as rows, each with its place, its JSON, and the hash of what is tracked in it. The hash takes in
 * a column's name and value where there is a value: a column that is added later, and empty so far, changes no hash. It
 * finds changes and guards nothing, so that a fast one will do. Not thread-safe.
 */
final class RowEncoder<T> {
    private static final int HASH_BYTES = 16;
    private static final int JSONB_VERSION = 1;

    private final Feed<T> feed;
    private final byte[][] names;
    private final boolean rawIsJsonb;
    private final CopyBuffer hashed = new CopyBuffer(1 << 12);
    private final MessageDigest digest = md5();
    private final byte[] hash = new byte[HASH_BYTES];

    RowEncoder(Feed<T> feed) {
        this.feed = feed;
        names = feed.columns().stream()
                .map(column -> column.name().getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        rawIsJsonb = Objects.requireNonNull(feed.staging().field("raw")).getType() == JSONB.class;
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }

    /** The columns, in the order in which they are written. */
    String columns() {
        return Stream.concat(feed.columns().stream().map(FeedColumn::name), Stream.of("ordinal", "row_hash", "raw"))
                .collect(Collectors.joining(", "));
    }

    void write(T item, long ordinal, ByteString json, CopyBuffer out) throws UnfitException {
        out.int16(feed.columns().size() + 3);
        hashed.cutTo(0);
        for (int i = 0; i < names.length; i++) {
            FeedColumn<T> column = feed.columns().get(i);
            int begin = out.size();
            if (column.write(item, out) && column.isTracked()) {
                hashed.append(names[i], 0, names[i].length);
                hashed.append(out.bytes(), begin, out.size() - begin);
            }
        }
        out.int32(Long.BYTES);
        out.int64(ordinal);
        hash();
        out.int32(HASH_BYTES);
        out.append(hash, 0, HASH_BYTES);
        if (rawIsJsonb) {
            out.int32(json.size() + 1);
            out.int8(JSONB_VERSION);
        } else {
            out.int32(json.size());
        }
        out.append(json);
    }

    private void hash() {
        digest.update(hashed.bytes(), 0, hashed.size());
        try {
            digest.digest(hash, 0, HASH_BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("A hash has 16 bytes", e);
        }
    }
}
