package io.fieldhouse.servicetitan.reporting;

import io.fieldhouse.servicetitan.transport.Window;

/** How a page of a report is got from ServiceTitan. */
interface Way {
    /** The rows of a window. */
    ReportAnswer page(Run run, Window window);
}
