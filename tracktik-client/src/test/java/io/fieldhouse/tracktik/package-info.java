@NullMarked
package io.fieldhouse.tracktik;

import org.jspecify.annotations.NullMarked;
