package io.fieldhouse.cli.source;

import io.fieldhouse.cli.output.Finding;
import io.fieldhouse.cli.output.Output;
import java.util.List;

/** What the doctor asks a source. */
public interface SourceChecks {
    /** The first thing that is looked at; the others need it. */
    String first();

    List<Finding> findings(Output output);
}
