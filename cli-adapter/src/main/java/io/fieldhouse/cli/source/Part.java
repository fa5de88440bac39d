package io.fieldhouse.cli.source;

import io.fieldhouse.etl.Refusal;
import io.fieldhouse.etl.sql.SqlText;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** A part of what is loaded of a source: conditions, and what the part lacks. */
public interface Part {
    /**
     * The condition on a row {@code x} of a view.
     *
     * @throws Refusal if the view has no column to choose by
     */
    SqlText rows(View view);

    /** The condition on an issue {@code i} with its unit's {@code scope}; null where the issue cannot say. */
    SqlText issues();

    /** The values that the conditions name. */
    Map<String, Object> values();

    /** What is missing in the part of a view, or is not final. */
    Gaps gaps(View view, DataSource warehouse);

    /**
     * What a part lacks.
     *
     * @param warnings for people
     * @param data the same for machines
     */
    record Gaps(List<String> warnings, Map<String, Object> data) {
        public Gaps {
            warnings = List.copyOf(warnings);
        }
    }
}
