package io.fieldhouse.client.transport;

import okio.ByteString;

/**
 * What an item without an id is told by: not its JSON, which may be long.
 *
 * @param nth how many alike come before it in its page
 */
public record Likeness(ByteString digest, int nth) {
    public static Likeness of(ByteString what) {
        return new Likeness(what.sha256(), 0);
    }

    /** The next one that is alike. */
    public Likeness next() {
        return new Likeness(digest, nth + 1);
    }
}
