@NullMarked
package io.fieldhouse.etl.tracktik.shifts;

import org.jspecify.annotations.NullMarked;
