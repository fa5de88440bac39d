/** What is wrong with the data: issues and quarantined records. */
@NullMarked
package io.fieldhouse.cli.quality;

import org.jspecify.annotations.NullMarked;
