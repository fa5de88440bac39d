package io.fieldhouse.tracktik.sandbox;

import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an answer.
 *
 * @param rowsFrom which row a page begins at, from the offset that was asked for and the true count
 * @param count the count that is claimed, from the same
 * @param regionsHeeded whether the header that names regions is
 * @param misstatement what a record says that is not so
 */
record Twist(
        LongBinaryOperator rowsFrom,
        LongBinaryOperator count,
        boolean regionsHeeded,
        @Nullable Misstatement misstatement) {
    static final Twist NONE = of((offset, count) -> offset, (offset, count) -> count);

    static Twist of(LongBinaryOperator rowsFrom, LongBinaryOperator count) {
        return new Twist(rowsFrom, count, true, null);
    }

    Twist withoutRegions() {
        return new Twist(rowsFrom, count, false, misstatement);
    }

    Twist with(Misstatement other) {
        return new Twist(rowsFrom, count, regionsHeeded, other);
    }
}
