package io.fieldhouse.servicetitan.api;

import java.util.Iterator;
import java.util.Optional;

/**
 * The pages of one reading of an export feed, in order; the next one is fetched while one is taken. The last page is handed
 * out even if nothing is in it, for its token. Belongs to one thread at a time. Closing it gives up the request that is
 * under way; a reading that came to its end needs no closing. Only a reading that came to its end says that it has no next
 * page: one that failed throws its failure again, one that was closed before its end throws an
 * {@link IllegalStateException}.
 */
public interface ExportPages<T> extends Iterator<ExportPage<T>>, AutoCloseable {
    /** Where the reading began because the token was blank or refused; empty if the token was accepted. */
    Optional<From> fellBackTo();

    /** How many requests went out so far, repeated ones included; those for tokens are not counted. */
    long requests();

    /** How many bytes the bodies of the answers had so far, unpacked; an answer that was cut off is not counted. */
    long bytes();

    @Override
    void close();
}
