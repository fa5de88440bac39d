package io.fieldhouse.servicetitan.reporting;

/** How a page of a report is got from ServiceTitan. */
interface Way {
    /** A page, counted from 1. */
    ReportAnswer page(Run run, int page);
}
