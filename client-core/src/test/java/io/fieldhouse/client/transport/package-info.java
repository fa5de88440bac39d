@NullMarked
package io.fieldhouse.client.transport;

import org.jspecify.annotations.NullMarked;
