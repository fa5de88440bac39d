/** Periods: the spans of days that are reported on as one, and the windows of days that APIs are asked for. */
@NullMarked
package io.fieldhouse.etl.calendar;

import org.jspecify.annotations.NullMarked;
