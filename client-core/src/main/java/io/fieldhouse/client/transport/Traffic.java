package io.fieldhouse.client.transport;

import java.util.concurrent.atomic.LongAdder;

/** What a reading has cost so far. Thread-safe. */
public final class Traffic {
    private final LongAdder requests = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    void sent() {
        requests.increment();
    }

    void received(Answer answer) {
        bytes.add(answer.body().size());
    }

    public long requests() {
        return requests.sum();
    }

    public long bytes() {
        return bytes.sum();
    }
}
