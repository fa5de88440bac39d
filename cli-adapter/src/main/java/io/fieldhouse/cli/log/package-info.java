/** The log: a file of the data folder that holds neither secrets nor personal data. */
@NullMarked
package io.fieldhouse.cli.log;

import org.jspecify.annotations.NullMarked;
