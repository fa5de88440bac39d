package io.fieldhouse.servicetitan.telecom;

import io.fieldhouse.servicetitan.values.Named;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A phone call as the export feed has it. {@code duration} is text, such as {@code 00:03:25}; {@code lead} has no
 * documented shape and is read as is.
 */
public record ExportedCall(
        long id,
        @Nullable String duration,
        @Nullable String from,
        @Nullable String to,
        @Nullable String direction,
        @Nullable String status,
        @Nullable String type,
        @Nullable String recordingUrl,
        @Nullable String voiceMailPath,
        @Nullable Named reason,
        @Nullable Named customer,
        @Nullable Named location,
        @Nullable Named campaign,
        @Nullable BookedJob job,
        @Nullable Named agent,
        @Nullable String excuseMemo,
        @Nullable String tag,
        @Nullable Object lead,
        @Nullable Instant createdOn,
        @Nullable Named createdBy,
        @Nullable Instant modifiedOn,
        @Nullable Boolean active) {
    /** Its kind and id, without personal data. */
    @Override
    public String toString() {
        return "ExportedCall[" + id + "]";
    }

    /** The job that was booked in the call. */
    public record BookedJob(@Nullable Long id, @Nullable String number) {
        /** Its kind and id, without personal data. */
        @Override
        public String toString() {
            return "BookedJob[" + id + "]";
        }
    }
}
