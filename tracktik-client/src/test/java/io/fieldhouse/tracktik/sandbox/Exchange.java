package io.fieldhouse.tracktik.sandbox;

import java.util.function.LongBinaryOperator;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** One request, for a {@link Fault} to spoil. */
public final class Exchange {
    private final long number;
    private final String path;
    private final Answering answering;

    Exchange(long number, String path, Answering answering) {
        this.number = number;
        this.path = path;
        this.answering = answering;
    }

    /** What is answered to the request, given what to do with pages. */
    @FunctionalInterface
    interface Answering {
        MockResponse answer(Twist twist);
    }

    /** How many requests came before. */
    public long number() {
        return number;
    }

    /** Below {@code /rest/v1/}. */
    public String path() {
        return path;
    }

    /** The answer as it should be. */
    public MockResponse regular() {
        return answering.answer(Twist.NONE);
    }

    /** The body of the answer as it should be. */
    public Buffer body() {
        Buffer body = new Buffer();
        var regular = regular().getBody();
        if (regular != null) {
            try {
                regular.writeTo(body);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return body;
    }

    /**
     * The answer with another page.
     *
     * @param rowsFrom the row to begin at, from the offset that was asked for and the true count
     * @param count the count to claim, from the same
     */
    public MockResponse page(LongBinaryOperator rowsFrom, LongBinaryOperator count) {
        return answering.answer(Twist.of(rowsFrom, count));
    }

    /** The answer as if no region had been named in the header. */
    public MockResponse ofAllRegions() {
        return answering.answer(Twist.NONE.withoutRegions());
    }

    /**
     * The answer with another value in a field of one record; records are found by their true values still.
     *
     * @param value a text, a number or a truth value as it is sent, or null
     */
    public MockResponse misstating(long id, String field, @Nullable Object value) {
        return answering.answer(Twist.NONE.with(new Misstatement(id, field, value)));
    }
}
