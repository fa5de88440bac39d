package io.fieldhouse.client.transport;

/** The call of a thread. Closing the client interrupts the thread wherever it waits, and not once the call has ended. */
final class WaitingCall {
    private final Thread thread = Thread.currentThread();
    private boolean woken;
    private boolean ended;

    synchronized void wake() {
        if (!ended) {
            woken = true;
            thread.interrupt();
        }
    }

    /** The interrupt was meant for the call: the thread goes on without it. */
    synchronized void end() {
        ended = true;
        if (woken) {
            Thread.interrupted();
        }
    }
}
