/** The demo: invented data in a warehouse of its own. */
@NullMarked
package io.fieldhouse.cli.demo;

import org.jspecify.annotations.NullMarked;
