package io.fieldhouse.servicetitan.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.LongBinaryOperator;
import mockwebserver3.MockResponse;
import okio.Buffer;

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

    /** Without the tenant, such as {@code jpm/v2/jobs}. */
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
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return body;
    }

    /**
     * The answer with another page of a list.
     *
     * @param rowsFrom the row to begin at, from the one that was asked for and the true count
     * @param count the count to go by, from the same
     */
    public MockResponse page(LongBinaryOperator rowsFrom, LongBinaryOperator count) {
        return answering.answer(Twist.of(rowsFrom, count));
    }

    /** The page of a feed, with that many of its rows sent twice. */
    public MockResponse repeating(int rows) {
        return answering.answer(Twist.repeating(rows));
    }

    /**
     * The answer with another value in a field of one row; rows are found by their true values still.
     *
     * @param row an id, or in reports the number of a row on its page, from 0 on
     * @param json the value, as JSON
     */
    public MockResponse misstating(long row, String field, String json) {
        return answering.answer(Twist.of(new Misstatement(row, field, json)));
    }
}
