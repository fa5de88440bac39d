package io.fieldhouse.servicetitan.transport;

import java.util.concurrent.atomic.LongAdder;

/** What a reading has cost so far. Thread-safe. */
final class Traffic {
    private final LongAdder requests = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    void sent() {
        requests.increment();
    }

    void received(Answer answer) {
        bytes.add(answer.body().size());
    }

    long requests() {
        return requests.sum();
    }

    long bytes() {
        return bytes.sum();
    }
}
