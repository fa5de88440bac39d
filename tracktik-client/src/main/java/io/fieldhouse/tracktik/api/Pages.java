package io.fieldhouse.tracktik.api;

import java.util.Iterator;

/**
 * The pages of one reading, in order, fetched while they are taken. Belongs to one thread at a time. Closing it gives up
 * the requests that are under way; a reading that came to its end needs no closing. Only a reading that came to its end
 * says that it has no next page: one that failed throws its failure again, one that was closed before its end throws an
 * {@link IllegalStateException}.
 */
public interface Pages<T> extends Iterator<Page<T>>, AutoCloseable {
    @Override
    void close();
}
