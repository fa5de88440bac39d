package io.fieldhouse.servicetitan.transport;

import io.fieldhouse.servicetitan.api.Page;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One part of a question, page by page. Belongs to the thread that reads. */
interface Part<T> {
    /** Asks for at most so many more pages, and says for how many. */
    int ask(int most);

    /** How many pages are under way. */
    int underWay();

    /** The page that was asked for first. */
    Future<CheckedPage<T>> nextAnswer();

    /** Takes the page that is next; null where nothing new is in it. */
    @Nullable Page<T> accept(CheckedPage<T> page);

    /** The part to go on with: another one where it turned out that it has to be read in another way. */
    default Part<T> orElse() {
        return this;
    }

    /** Whether all of it was taken. */
    boolean isExhausted();

    /** How many items there are, by ServiceTitan's count as last heard. */
    long total();

    /** Asks for fewer items at a time from here on, or for as few again; false where that was tried often enough. */
    boolean askForLess();

    /** Forgets what is under way. */
    void giveUp();
}
