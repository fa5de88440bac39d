package io.fieldhouse.client.transport;

import io.fieldhouse.client.Usage;
import java.util.concurrent.atomic.LongAdder;

/** Counts requests and bytes. Thread-safe. */
public final class UsageCounter {
    private final LongAdder requests = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    void sent() {
        requests.increment();
    }

    void received(Answer answer) {
        bytes.add(answer.body().size());
    }

    public Usage usage() {
        return new Usage(requests.sum(), bytes.sum());
    }
}
