@NullMarked
package io.fieldhouse.tracktik.api;

import org.jspecify.annotations.NullMarked;
