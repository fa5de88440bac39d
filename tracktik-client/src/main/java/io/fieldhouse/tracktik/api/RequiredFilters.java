package io.fieldhouse.tracktik.api;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which collections TrackTik answers only when one of certain fields is asked about. */
public final class RequiredFilters {
    private static final Map<String, Set<String>> FIELDS = Map.of(
            "shifts",
            Set.of(
                    "customId",
                    "startDateTime",
                    "startsOn",
                    "startTimestamp",
                    "endDateTime",
                    "endsOn",
                    "endTimestamp",
                    "employee",
                    "publishedBy",
                    "vendor",
                    "modifiedOn",
                    "lastModified",
                    "id"),
            "pay-and-bill-transactions",
            Set.of("id", "serviceDate"),
            "payroll-schedule-occurrences",
            Set.of("id", "occurrenceDate", "region", "subRegionId"),
            "event-activities",
            Set.of("user", "createdOn", "timeStamp", "id"),
            "mobile-device-geo-locations",
            Set.of("createdOn", "id"),
            "reports",
            Set.of("reportDateTime", "createdOn", "position", "id"));

    private static final Map<String, Set<String>> SCOPES = Map.of(
            "shifts",
            Set.of(
                    "CURRENTLY_LATE",
                    "IS_CURRENT",
                    "WAS_MISSED",
                    "WAS_LATE",
                    "ENDED_EARLY",
                    "CAN_CLOCK_IN",
                    "IS_WORKABLE",
                    "MY_AVAILABLE_SHIFT_BOARD",
                    "ON_SHIFT_BOARD",
                    "IN_THE_FUTURE",
                    "NEW",
                    "UPDATED",
                    "NOT_VIEWED",
                    "HAS_INCOMPLETE_BREAKS",
                    "IS_LONE_WORKER"));

    private RequiredFilters() {}

    /**
     * Refuses a question that TrackTik would refuse.
     *
     * @throws IllegalArgumentException if the resource needs a filter that the query does not have
     */
    public static void check(String resource, Query query) {
        Set<String> fields = FIELDS.get(resource);
        if (fields == null
                || query.filters().stream().anyMatch(filter -> fields.contains(filter.field()))
                || query.scopes().stream().anyMatch(SCOPES.getOrDefault(resource, Set.of())::contains)) {
            return;
        }
        throw new IllegalArgumentException("TrackTik answers " + resource + " only when one of these is asked about: "
                + fields.stream().sorted().collect(Collectors.joining(", ")) + ".");
    }
}
