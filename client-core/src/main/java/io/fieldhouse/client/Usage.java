package io.fieldhouse.client;

/**
 * The requests that a client has sent so far, token requests included.
 *
 * @param requests the number of requests, every try counted
 * @param bytes the number of bytes in response bodies, decompressed
 */
public record Usage(long requests, long bytes) {}
