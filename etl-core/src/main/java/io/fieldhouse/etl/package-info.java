/** The words that every part of a load shares. */
@NullMarked
package io.fieldhouse.etl;

import org.jspecify.annotations.NullMarked;
