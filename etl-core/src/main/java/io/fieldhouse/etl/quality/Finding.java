package io.fieldhouse.etl.quality;

/**
 * Something that offends a rule.
 *
 * @param entityKey the vendor's id of it
 * @param message what is wrong, in a sentence, without personal data
 * @param details the figures behind the message, as a JSON object
 */
public record Finding(String entityKey, String message, String details) {}
