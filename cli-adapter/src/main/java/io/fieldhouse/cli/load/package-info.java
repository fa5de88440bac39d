/** A load as people see it: its plan, its progress and its report. */
@NullMarked
package io.fieldhouse.cli.load;

import org.jspecify.annotations.NullMarked;
