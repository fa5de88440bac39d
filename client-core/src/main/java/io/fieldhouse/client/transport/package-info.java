/** What both clients do alike under way: HTTP, tokens, retries, pages and JSON. Nothing here is for callers. */
@NullMarked
package io.fieldhouse.client.transport;

import org.jspecify.annotations.NullMarked;
