/**
 * A TrackTik of one's own for tests, benchmarks and demonstrations: it answers over HTTP as the vendor does, quirks
 * included, with invented data of any size. Start with {@link io.fieldhouse.tracktik.sandbox.TrackTikSandbox}.
 */
@NullMarked
package io.fieldhouse.tracktik.sandbox;

import org.jspecify.annotations.NullMarked;
