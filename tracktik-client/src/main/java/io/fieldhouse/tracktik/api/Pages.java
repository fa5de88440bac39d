package io.fieldhouse.tracktik.api;

import java.util.Iterator;

/**
 * The pages of one reading, in order, fetched while they are taken. Belongs to one thread at a time. Closing it gives up
 * the requests that are under way; a reading that came to its end needs no closing.
 */
public interface Pages<T> extends Iterator<Page<T>>, AutoCloseable {
    @Override
    void close();
}
