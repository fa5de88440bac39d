/** The rules of docs/architecture.md, as tests over every module. */
@NullMarked
package io.fieldhouse.architecture;

import org.jspecify.annotations.NullMarked;
