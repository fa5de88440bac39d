package io.fieldhouse.client.transport;

import java.time.Duration;

/** When a request may go out. */
public interface Turn {
    /** At any time. */
    Turn ANY_TIME = atMost -> true;

    /** Waits until it may; false at once where that is not to be soon enough. */
    boolean await(Duration atMost) throws InterruptedException;
}
