package io.fieldhouse.cli.output;

import io.fieldhouse.cli.failure.ExitCode;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * While a load runs, Ctrl-C interrupts it: it stops where nothing is half done, within two seconds. One that cannot, and a
 * second Ctrl-C, end the process at once; then the database undoes what was under way.
 */
public final class StopOnInterrupt {
    private static final int GRACE_SECONDS = 2;

    private final Thread working = Thread.currentThread();
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean asked;
    private final Output output;
    private final String says;
    private final @Nullable Object onInterrupt;
    private final @Nullable Object onTermination;

    private StopOnInterrupt(Output output, String says) {
        this.output = output;
        this.says = says;
        onInterrupt = Signals.register("INT", this::stop);
        onTermination = Signals.register("TERM", this::stop);
    }

    /** Works, and can be interrupted. */
    public static <T> T during(Output output, Supplier<T> work) {
        return during(output, "Stopping; once more to stop at once. What is loaded stays.", work);
    }

    /**
     * The same with other words.
     *
     * @param says what is said when it is stopped
     */
    public static <T> T during(Output output, String says, Supplier<T> work) {
        StopOnInterrupt stop = new StopOnInterrupt(output, says);
        try {
            return work.get();
        } finally {
            stop.close();
        }
    }

    /**
     * Does something, and then waits until somebody stops it.
     *
     * @param says what is said then
     */
    public static int untilStopped(Output output, String says, Runnable first) {
        return during(output, says, () -> {
            first.run();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                // That is how it ends.
            }
            return ExitCode.OK;
        });
    }

    private void stop() {
        if (!interrupt()) {
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
        }
        try {
            if (!ended.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
            }
        } catch (InterruptedException e) {
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
        }
    }

    /** Whether this is the first time; where the work is done already, it is not interrupted any more. */
    private synchronized boolean interrupt() {
        if (asked) {
            return false;
        }
        asked = true;
        if (ended.getCount() > 0) {
            output.progress(says);
            working.interrupt();
        }
        return true;
    }

    private synchronized void close() {
        ended.countDown();
        Signals.unregister("INT", onInterrupt);
        Signals.unregister("TERM", onTermination);
        // What comes now, such as stopping the database, is not to be cut short.
        if (asked) {
            Thread.interrupted();
        }
    }
}
