/** What can be configured, and where each value came from: a file, the environment, what was typed, or the default. */
@NullMarked
package io.fieldhouse.cli.config;

import org.jspecify.annotations.NullMarked;
