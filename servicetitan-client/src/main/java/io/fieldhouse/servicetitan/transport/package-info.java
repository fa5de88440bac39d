/** How a question becomes an answer: HTTP, tokens, retries, pages and JSON. Nothing here is for callers. */
@NullMarked
package io.fieldhouse.servicetitan.transport;

import org.jspecify.annotations.NullMarked;
