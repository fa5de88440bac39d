package io.fieldhouse.etl.quality;

import java.util.List;

/**
 * Something that offends a rule.
 *
 * @param entityKey the vendor's id of it
 * @param message what is wrong, in a sentence, without personal data
 * @param details the figures behind the message, as a JSON object
 */
public record Finding(String entityKey, String message, String details) {
    /** What {@link QualityRule#countDiffers} has to say of a feed's records: nothing where the counts are the same. */
    public static List<Finding> countDiffers(String feed, String key, long counted, long read) {
        return counted == read
                ? List.of()
                : List.of(new Finding(
                        key,
                        "The vendor counts " + counted + " " + feed + ", and " + read + " were read.",
                        "{\"counted\": " + counted + ", \"read\": " + read + "}"));
    }
}
