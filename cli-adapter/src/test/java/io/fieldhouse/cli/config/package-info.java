@NullMarked
package io.fieldhouse.cli.config;

import org.jspecify.annotations.NullMarked;
