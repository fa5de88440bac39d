package io.fieldhouse.etl.tracktik;

import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Staging tables of an attempt. */
final class Tables {
    private static final Logger LOG = LoggerFactory.getLogger(Tables.class);

    private Tables() {}

    /** Drops them; one that cannot be dropped now is found by a later load. */
    static void letGo(Deque<AutoCloseable> tables) {
        for (AutoCloseable table : tables) {
            try {
                table.close();
            } catch (Exception e) {
                LOG.warn("A staging table is left over for now: {}", e.getMessage());
            }
        }
    }
}
