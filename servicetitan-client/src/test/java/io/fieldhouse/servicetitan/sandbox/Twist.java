package io.fieldhouse.servicetitan.sandbox;

import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a page.
 *
 * @param rowsFrom which row a page of a list begins at, from the one that was asked for and the true count
 * @param count the count that is gone by, from the same
 * @param repeats how many rows of a feed's page are sent twice
 * @param misstatement what a row says that is not so
 */
record Twist(
        LongBinaryOperator rowsFrom,
        LongBinaryOperator count,
        int repeats,
        @Nullable Misstatement misstatement) {
    static final Twist NONE = of((offset, count) -> offset, (offset, count) -> count);

    static Twist of(LongBinaryOperator rowsFrom, LongBinaryOperator count) {
        return new Twist(rowsFrom, count, 0, null);
    }

    static Twist repeating(int rows) {
        return new Twist(NONE.rowsFrom, NONE.count, rows, null);
    }

    static Twist of(Misstatement misstatement) {
        return new Twist(NONE.rowsFrom, NONE.count, 0, misstatement);
    }
}
