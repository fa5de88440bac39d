@NullMarked
package io.fieldhouse.tracktik.entities;

import org.jspecify.annotations.NullMarked;
