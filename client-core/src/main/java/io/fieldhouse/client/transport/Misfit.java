package io.fieldhouse.client.transport;

import io.fieldhouse.client.Unreadable;

/**
 * An item that cannot be read.
 *
 * @param place how many items come before it in its page
 * @param id what it is told by
 */
public record Misfit(int place, Object id, Unreadable item) {}
