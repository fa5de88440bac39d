/** Memberships and the services that they bring. */
@NullMarked
package io.fieldhouse.servicetitan.memberships;

import org.jspecify.annotations.NullMarked;
