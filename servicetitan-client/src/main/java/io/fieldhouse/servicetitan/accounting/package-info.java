/** Invoices, payments and payment types (ServiceTitan's accounting module). */
@NullMarked
package io.fieldhouse.servicetitan.accounting;

import org.jspecify.annotations.NullMarked;
