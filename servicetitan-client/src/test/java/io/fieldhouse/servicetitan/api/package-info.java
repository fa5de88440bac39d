@NullMarked
package io.fieldhouse.servicetitan.api;

import org.jspecify.annotations.NullMarked;
