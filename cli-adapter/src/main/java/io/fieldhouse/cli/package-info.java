/** The {@code fieldhouse} command: reads what was typed, opens what is needed, says how it went. */
@NullMarked
package io.fieldhouse.cli;

import org.jspecify.annotations.NullMarked;
