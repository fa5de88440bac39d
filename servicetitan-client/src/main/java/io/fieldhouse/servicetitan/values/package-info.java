/** What records of several of ServiceTitan's modules have in common. */
@NullMarked
package io.fieldhouse.servicetitan.values;

import org.jspecify.annotations.NullMarked;
