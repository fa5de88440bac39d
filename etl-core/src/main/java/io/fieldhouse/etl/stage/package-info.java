/** Staging: items become rows of a staging table, by binary COPY while they stream in; what does not fit is kept. */
@NullMarked
package io.fieldhouse.etl.stage;

import org.jspecify.annotations.NullMarked;
