package io.fieldhouse.tracktik.sandbox;

import java.util.function.LongBinaryOperator;

/** What is wrong with a page; both are made of the offset that was asked for and the true count. */
record PageTwist(LongBinaryOperator rowsFrom, LongBinaryOperator count) {
    static final PageTwist NONE = new PageTwist((offset, count) -> offset, (offset, count) -> count);
}
