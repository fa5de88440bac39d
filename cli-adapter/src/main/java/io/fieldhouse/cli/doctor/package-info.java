/** Checks of everything that a load needs. */
@NullMarked
package io.fieldhouse.cli.doctor;

import org.jspecify.annotations.NullMarked;
