/** What is paid to employees (ServiceTitan's payroll module). */
@NullMarked
package io.fieldhouse.servicetitan.payroll;

import org.jspecify.annotations.NullMarked;
