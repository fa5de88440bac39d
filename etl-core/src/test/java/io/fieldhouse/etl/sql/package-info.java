@NullMarked
package io.fieldhouse.etl.sql;

import org.jspecify.annotations.NullMarked;
