package io.fieldhouse.etl.feed;

import java.util.Arrays;
import okio.ByteString;

/** Bytes in the form of PostgreSQL's binary COPY, which grow at the end and can be cut back. Not thread-safe. */
public final class CopyBuffer {
    private byte[] bytes;
    private int size;

    public CopyBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    public int size() {
        return size;
    }

    /** The bytes themselves; those behind the size mean nothing. */
    public byte[] bytes() {
        return bytes;
    }

    /** Forgets what comes behind so many bytes. */
    public void cutTo(int length) {
        size = length;
    }

    public void int8(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    public void int16(int value) {
        ensure(2);
        bytes[size++] = (byte) (value >> 8);
        bytes[size++] = (byte) value;
    }

    public void int32(int value) {
        ensure(4);
        setInt32(size, value);
        size += 4;
    }

    public void int64(long value) {
        int32((int) (value >> 32));
        int32((int) value);
    }

    public void append(byte[] source, int from, int length) {
        ensure(length);
        System.arraycopy(source, from, bytes, size, length);
        size += length;
    }

    public void append(ByteString source) {
        int length = source.size();
        ensure(length);
        source.copyInto(0, bytes, size, length);
        size += length;
    }

    /** Says afterwards how long something is. */
    public void setInt32(int at, int value) {
        bytes[at] = (byte) (value >> 24);
        bytes[at + 1] = (byte) (value >> 16);
        bytes[at + 2] = (byte) (value >> 8);
        bytes[at + 3] = (byte) value;
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(
                    bytes, Math.max(Math.addExact(size, more), (int) Math.min(2L * bytes.length, 1 << 30)));
        }
    }
}
