package io.fieldhouse.tracktik.sandbox;

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
        MockResponse answer(PageTwist twist);
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
        return answering.answer(PageTwist.NONE);
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
        return answering.answer(new PageTwist(rowsFrom, count));
    }
}
