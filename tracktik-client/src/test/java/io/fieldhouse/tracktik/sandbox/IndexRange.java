package io.fieldhouse.tracktik.sandbox;

/** Rows by their index, the end excluded. */
record IndexRange(long from, long to) {
    static IndexRange of(long from, long to) {
        return new IndexRange(from, Math.max(from, to));
    }

    IndexRange intersect(IndexRange other) {
        return of(Math.max(from, other.from), Math.min(to, other.to));
    }

    long size() {
        return to - from;
    }
}
