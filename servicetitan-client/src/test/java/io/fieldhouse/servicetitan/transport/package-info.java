@NullMarked
package io.fieldhouse.servicetitan.transport;

import org.jspecify.annotations.NullMarked;
