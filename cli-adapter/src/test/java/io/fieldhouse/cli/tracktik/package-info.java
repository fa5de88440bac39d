@NullMarked
package io.fieldhouse.cli.tracktik;

import org.jspecify.annotations.NullMarked;
