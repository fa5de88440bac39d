package io.fieldhouse.cli.source;

import io.fieldhouse.cli.config.ConfigurationException;
import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.reconcile.Tolerance;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Compares what is loaded of a source with a list of its owner. */
public interface Reconciling {
    /**
     * Prepares a comparison; reads neither the list nor the warehouse.
     *
     * @throws Refusal if it cannot be made of what is asked for
     * @throws ConfigurationException if the list's columns are not configured
     */
    Comparison comparison(Asked asked, Tolerance tolerance);

    /** Returns an earlier result. */
    Result stored(long id, DataSource warehouse);

    /** A comparison that can be made. */
    interface Comparison {
        /** Compares, and stores the result. */
        Result with(InputStream csv, String name, DataSource warehouse) throws IOException;
    }

    /**
     * What a comparison found.
     *
     * @param isClean whether every figure matches
     * @param warnings what makes it worth less than it looks
     */
    record Result(String text, Map<String, Object> data, boolean isClean, List<String> warnings) {
        public Result {
            warnings = List.copyOf(warnings);
        }
    }
}
