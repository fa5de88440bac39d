@NullMarked
package io.fieldhouse.tracktik.transport;

import org.jspecify.annotations.NullMarked;
