package io.fieldhouse.client;

import java.util.Iterator;

/**
 * The pages of one reading, in order, fetched while they are taken. Belongs to one thread at a time. Closing it gives up
 * the requests that are under way; a reading that came to its end needs no closing. Only a reading that came to its end
 * says that it has no next page: one that failed throws its failure again, one that was closed before its end throws an
 * {@link IllegalStateException}.
 */
public interface Pages<T> extends Iterator<Page<T>>, AutoCloseable {
    /**
     * How many items there are in all, by the vendor's last count of each part of the question that was begun; complete
     * once there is no next page.
     */
    long total();

    /** How many requests went out so far, repeated ones included; those for tokens are not counted. */
    long requests();

    /** How many bytes the bodies of the answers had so far, unpacked; an answer that was cut off is not counted. */
    long bytes();

    @Override
    void close();
}
