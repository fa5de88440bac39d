package io.fieldhouse.client.transport;

import io.fieldhouse.client.Page;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The first page of a query and nothing more, such as the newest ten items: one request. */
public final class FirstPage<T> implements Part<T> {
    private final ExecutorService workers;
    private final Supplier<Page<T>> fetch;
    private @Nullable Future<Page<T>> page;
    private long total;
    private boolean exhausted;

    /** Takes what fetches the page. */
    public FirstPage(ExecutorService workers, Supplier<Page<T>> fetch) {
        this.workers = workers;
        this.fetch = fetch;
    }

    @Override
    public int ask(int most) {
        if (page != null || most < 1) {
            return 0;
        }
        page = workers.submit(fetch::get);
        return 1;
    }

    @Override
    public int underWay() {
        return page == null || exhausted ? 0 : 1;
    }

    @Override
    public @Nullable Page<T> take() throws InterruptedException, ExecutionException {
        Page<T> first = Objects.requireNonNull(page).get();
        total = first.items().size() + (long) first.unreadable().size();
        exhausted = true;
        return first;
    }

    @Override
    public boolean isExhausted() {
        return exhausted;
    }

    @Override
    public boolean isShort() {
        return true;
    }

    @Override
    public long total() {
        return total;
    }

    @Override
    public List<Part<T>> smaller() {
        return List.of();
    }

    @Override
    public void giveUp() {
        if (page != null) {
            page.cancel(true);
        }
    }
}
