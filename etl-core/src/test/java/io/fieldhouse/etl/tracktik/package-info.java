@NullMarked
package io.fieldhouse.etl.tracktik;

import org.jspecify.annotations.NullMarked;
