/** How the vendors' APIs are reached: directly, or through a proxy. */
@NullMarked
package io.fieldhouse.cli.network;

import org.jspecify.annotations.NullMarked;
