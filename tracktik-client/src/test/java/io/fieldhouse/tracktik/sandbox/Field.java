package io.fieldhouse.tracktik.sandbox;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of a resource.
 *
 * @param onDemand left out of an answer, rather than null, unless included
 * @param target the resource that a relation or a list is of
 */
record Field<R>(
        String name,
        Type type,
        boolean onDemand,
        Function<R, @Nullable Object> value,
        @Nullable String target) {

    enum Type {
        TEXT,
        /** Words with commas between them, sent as a list of texts. */
        SET,
        NUMBER,
        FLAG,
        /** A day, sent as midnight {@code +00:00}. */
        DATE,
        /** Sent with the site's own offset. */
        LOCAL_TIME,
        /** Sent as the site's clocks show it, without seconds and offset. */
        CLOCK_TIME,
        /** Sent as UTC. */
        UTC_TIME,
        /** Sent as the sandbox is set to: epoch number, numeric text or ISO. */
        TIMESTAMP,
        /** An id, or the whole record when included. */
        RELATION,
        /** Ids of records that are sent whole; in collections only where the vendor does. */
        LIST,
        /** Anything that writes itself. */
        OBJECT;

        boolean textual() {
            return this == TEXT || this == SET;
        }

        boolean timed() {
            return this == DATE || this == LOCAL_TIME || this == CLOCK_TIME || this == UTC_TIME || this == TIMESTAMP;
        }
    }

    /** What the API does with a greater-than on this field: nothing at all on days and date-times. */
    boolean ordered() {
        return type == Type.NUMBER || type == Type.RELATION || type == Type.TIMESTAMP || type == Type.UTC_TIME;
    }
}
