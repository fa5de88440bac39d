package io.fieldhouse.servicetitan.telecom;

import io.fieldhouse.servicetitan.values.Named;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The phone call itself. {@code duration} is text, such as {@code 00:03:25}. */
public record LeadCall(
        @Nullable Long id,
        @Nullable Instant receivedOn,
        @Nullable String duration,
        @Nullable String from,
        @Nullable String to,
        @Nullable String direction,
        @Nullable String callType,
        @Nullable Reason reason,
        @Nullable String recordingUrl,
        @Nullable String voiceMailUrl,
        @Nullable Named customer,
        @Nullable Named campaign,
        @Nullable Agent agent,
        @Nullable String sid,
        @Nullable List<Tag> tags,
        @Nullable Instant createdOn,
        @Nullable Named createdBy,
        @Nullable Instant modifiedOn,
        @Nullable Boolean active) {
    /** Its kind and id, without personal data. */
    @Override
    public String toString() {
        return "LeadCall[" + id + "]";
    }

    /** The reason that the agent chose. */
    public record Reason(
            @Nullable Long id,
            @Nullable String name,
            @Nullable Boolean lead,
            @Nullable Boolean active) {
        /** Its kind and id, without personal data. */
        @Override
        public String toString() {
            return "Reason[" + id + "]";
        }
    }

    /** The employee who took the call. */
    public record Agent(
            @Nullable Long id,
            @Nullable String name,
            @Nullable Long externalId) {
        /** Its kind and id, without personal data. */
        @Override
        public String toString() {
            return "Agent[" + id + "]";
        }
    }

    /** A tag of a call. */
    public record Tag(@Nullable Long id, @Nullable String typeName) {
        /** Its kind and id, without personal data. */
        @Override
        public String toString() {
            return "Tag[" + id + "]";
        }
    }
}
