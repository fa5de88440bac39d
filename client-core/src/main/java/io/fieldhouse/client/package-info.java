/** What both clients show: pages, and how hard a client presses. */
@NullMarked
package io.fieldhouse.client;

import org.jspecify.annotations.NullMarked;
