@NullMarked
package io.fieldhouse.cli.demo;

import org.jspecify.annotations.NullMarked;
