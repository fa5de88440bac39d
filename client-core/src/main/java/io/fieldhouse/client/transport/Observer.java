package io.fieldhouse.client.transport;

import io.fieldhouse.client.CallListener;
import io.fieldhouse.client.CallListener.Call;
import java.time.Duration;
import java.util.function.BiConsumer;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/** Tells the application's listener and the log about requests. A listener that fails changes nothing. */
final class Observer {
    /** Shorter waits are the pace itself. */
    private static final Duration WORTH_A_LINE = Duration.ofSeconds(1);

    private final Vendor vendor;
    private final CallListener listener;

    Observer(Vendor vendor, CallListener listener) {
        this.vendor = vendor;
        this.listener = listener;
    }

    void responded(Request request, Answer answer, Duration time) {
        long bytes = answer.body().size();
        tell(request, (told, call) -> told.responded(call, answer.status(), bytes, time));
    }

    void failed(Request request, RuntimeException failure, Duration time) {
        tell(request, (told, call) -> told.failed(call, kind(failure), time));
    }

    void retrying(Request request, Throwable failure, Duration delay) {
        vendor.log()
                .warn(
                        "{} {} failed ({}): trying again in {} ms",
                        request.method(),
                        vendor.path(request),
                        kind(failure),
                        delay.toMillis());
        tell(request, (told, call) -> told.retrying(call, kind(failure), delay));
    }

    void waited(Request request, Duration wait) {
        if (wait.compareTo(WORTH_A_LINE) > 0) {
            vendor.log()
                    .info("{} {} waited {} ms for its turn", request.method(), vendor.path(request), wait.toMillis());
        }
        tell(request, (told, call) -> told.waited(call, wait));
    }

    private String kind(@Nullable Throwable failure) {
        Vendor.Judgment judged = vendor.judge(failure);
        return judged == null ? "?" : judged.kind();
    }

    private void tell(Request request, BiConsumer<CallListener, Call> event) {
        try {
            event.accept(listener, new Call(vendor.name(), operation(request), request.method(), vendor.path(request)));
        } catch (RuntimeException e) {
            vendor.log().warn("The listener failed", e);
        }
    }

    private String operation(Request request) {
        Invocation invocation = request.tag(Invocation.class);
        return invocation == null
                ? vendor.operation(request)
                : invocation.service().getSimpleName() + "."
                        + invocation.method().getName();
    }
}
