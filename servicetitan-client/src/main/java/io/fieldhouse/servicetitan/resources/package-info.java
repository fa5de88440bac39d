/** Any list, feed or item of ServiceTitan's, for those that have no type of their own here. */
@NullMarked
package io.fieldhouse.servicetitan.resources;

import org.jspecify.annotations.NullMarked;
