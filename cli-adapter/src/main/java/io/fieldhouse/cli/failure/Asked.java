package io.fieldhouse.cli.failure;

import io.fieldhouse.etl.Refusal;
import java.util.function.Supplier;

/** Calls of the core with what somebody typed: what it refuses of that is a refusal, not a defect. */
public final class Asked {
    private Asked() {}

    public static <T> T of(Supplier<T> call) {
        try {
            return call.get();
        } catch (IllegalArgumentException e) {
            throw refusal(e);
        }
    }

    /** Its subclasses, such as of a number that is none, are thrown by mistake. */
    public static RuntimeException refusal(IllegalArgumentException thrown) {
        return thrown.getClass() == IllegalArgumentException.class
                ? new Refusal(String.valueOf(thrown.getMessage()))
                : thrown;
    }
}
