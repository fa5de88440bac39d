@NullMarked
package io.fieldhouse.servicetitan;

import org.jspecify.annotations.NullMarked;
