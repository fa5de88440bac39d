package io.fieldhouse.cli.doctor;

import io.fieldhouse.cli.output.Output;
import java.util.List;

/** What the doctor asks a vendor. */
public interface VendorChecks {
    /** The first thing that is looked at; the others need it. */
    String first();

    List<Finding> findings(Output output);
}
