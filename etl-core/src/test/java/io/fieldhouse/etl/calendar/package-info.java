@NullMarked
package io.fieldhouse.etl.calendar;

import org.jspecify.annotations.NullMarked;
