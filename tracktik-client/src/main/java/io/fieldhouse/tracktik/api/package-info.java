/** The words that every section of the API uses: queries, pages, references, and the one exception. */
@NullMarked
package io.fieldhouse.tracktik.api;

import org.jspecify.annotations.NullMarked;
