/** The words that every section of the API uses: queries, pages, export feeds, and the one exception. */
@NullMarked
package io.fieldhouse.servicetitan.api;

import org.jspecify.annotations.NullMarked;
