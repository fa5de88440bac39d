package io.fieldhouse.client;

import okio.ByteString;

/**
 * An item that came and cannot be read as what it should be: a value does not fit, or one that has to be there is missing.
 *
 * @param json the item, byte for byte as it came
 * @param reason where in it something else was expected, and what: {@code $.payRate: expected a number}; never what came
 */
public record Unreadable(ByteString json, String reason) {
    /** Why it cannot be read, and nothing of what is in it. */
    @Override
    public String toString() {
        return "Unreadable[" + reason + "]";
    }
}
