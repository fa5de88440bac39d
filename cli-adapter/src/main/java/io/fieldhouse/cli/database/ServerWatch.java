package io.fieldhouse.cli.database;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Interrupts whoever works with a server when it ends. */
final class ServerWatch implements AutoCloseable {
    private final Thread working = Thread.currentThread();
    private final Optional<ProcessHandle> server;
    private final CompletableFuture<Void> end;
    private boolean interrupted;
    private boolean over;

    private ServerWatch(Optional<ProcessHandle> server) {
        this.server = server;
        this.end = server.map(process -> process.onExit().thenRun(this::interrupt))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /** A watch for the thread that asks for it; there may be no server to watch any more. */
    static ServerWatch over(Optional<ProcessHandle> server) {
        return new ServerWatch(server);
    }

    private synchronized void interrupt() {
        if (!over) {
            interrupted = true;
            working.interrupt();
        }
    }

    boolean hasEnded() {
        return server.filter(ProcessHandle::isAlive).isEmpty();
    }

    /** What comes now is not to be cut short. */
    @Override
    public synchronized void close() {
        over = true;
        end.cancel(false);
        if (interrupted) {
            Thread.interrupted();
        }
    }
}
