@NullMarked
package io.fieldhouse.cli.doctor;

import org.jspecify.annotations.NullMarked;
