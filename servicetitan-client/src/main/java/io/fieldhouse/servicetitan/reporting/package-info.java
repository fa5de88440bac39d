/**
 * Reports (ServiceTitan's reporting module): what there is, what a report takes and sends, and its rows, typed by the
 * names in the very answer that they came in.
 */
@NullMarked
package io.fieldhouse.servicetitan.reporting;

import org.jspecify.annotations.NullMarked;
