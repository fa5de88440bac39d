@NullMarked
package io.fieldhouse.etl.tracktik.rules;

import org.jspecify.annotations.NullMarked;
