@NullMarked
package io.fieldhouse.cli.network;

import org.jspecify.annotations.NullMarked;
