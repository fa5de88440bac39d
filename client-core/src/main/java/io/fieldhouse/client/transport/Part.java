package io.fieldhouse.client.transport;

import io.fieldhouse.client.Page;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** One part of a query, page by page. Belongs to the thread that reads. */
public interface Part<T> {
    /** Asks for at most so many more pages, and says for how many. */
    int ask(int most);

    /** How many pages are under way. */
    int underWay();

    /** Waits for the page that was asked for first, and takes it; null where nothing new is in it. */
    @Nullable Page<T> take() throws InterruptedException, ExecutionException;

    /** The part to go on with: another one where it turned out that it has to be read in another way. */
    default Part<T> orElse() {
        return this;
    }

    /** Whether all of it was taken. */
    boolean isExhausted();

    /** Whether it is a page and no more, so that more parts may be under way at once. */
    boolean isShort();

    /** How many items there are, by the vendor's count as last heard. */
    long total();

    /** What to ask instead where a page was too slow; nothing where less was asked for often enough. */
    List<Part<T>> smaller();

    /** Forgets what is under way. */
    void giveUp();
}
