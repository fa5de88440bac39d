/**
 * A ServiceTitan of one's own for tests, benchmarks and demonstrations: it answers over HTTP as the vendor does, quirks
 * included, with invented data of any size. Start with
 * {@link io.fieldhouse.servicetitan.sandbox.ServiceTitanSandbox}.
 */
@NullMarked
package io.fieldhouse.servicetitan.sandbox;

import org.jspecify.annotations.NullMarked;
