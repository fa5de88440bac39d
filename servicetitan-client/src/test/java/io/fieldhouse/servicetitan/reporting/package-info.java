@NullMarked
package io.fieldhouse.servicetitan.reporting;

import org.jspecify.annotations.NullMarked;
