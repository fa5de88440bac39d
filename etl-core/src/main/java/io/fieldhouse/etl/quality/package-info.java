/** Data quality: rules that find offending rows, and the check that keeps what they found as issues. */
@NullMarked
package io.fieldhouse.etl.quality;

import org.jspecify.annotations.NullMarked;
