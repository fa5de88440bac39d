package io.fieldhouse.etl.tracktik.shifts;

import io.fieldhouse.client.Paged;
import io.fieldhouse.etl.calendar.Window;
import io.fieldhouse.tracktik.TrackTik;
import io.fieldhouse.tracktik.api.Query;
import io.fieldhouse.tracktik.billing.BillableItem;
import io.fieldhouse.tracktik.entities.WorkSession;
import io.fieldhouse.tracktik.scheduling.BreakSession;
import io.fieldhouse.tracktik.scheduling.Shift;
import io.fieldhouse.tracktik.scheduling.ShiftSummary;
import java.util.List;

/**
 * What TrackTik is asked for the shifts of some sub-regions and days. In which zone it cuts days is not known: each window
 * is asked a day wider at either end, and more where what belongs to a shift may lie outside of it.
 */
final class ShiftQuestions {
    /** A window of two weeks and what it is widened by is one question. */
    private static final int CHUNK = 28;

    private static final int DAYS_OF_A_WEEK = 7;

    private final TrackTik tracktik;
    private final ShiftStrategy strategy;
    private final List<Long> regions;
    private final List<Long> positions;
    private final List<Long> clients;
    private final Window asked;

    /**
     * Takes what is asked about.
     *
     * @param regions where the sites are now
     * @param positions all positions of the regions' sites
     * @param clients these sites
     */
    ShiftQuestions(
            TrackTik tracktik,
            ShiftStrategy strategy,
            List<Long> regions,
            List<Long> positions,
            List<Long> clients,
            Window window) {
        this.tracktik = tracktik;
        this.strategy = strategy;
        this.regions = regions;
        this.positions = positions;
        this.clients = clients;
        this.asked = window.widened(1);
    }

    /** The regions that are asked for, where they are asked for by regions. */
    List<Long> regions() {
        return regions;
    }

    List<Paged<Shift>> shifts() {
        Query query = Query.all()
                .include(
                        "customId",
                        "modifiedOn",
                        "plannedDurationHours",
                        "clockedHours",
                        "approvedHours",
                        "payableHours",
                        "billableHours",
                        "overtimeHours",
                        "holidayHours",
                        "payRate",
                        "payRateLevel",
                        "billRate",
                        "paidAmount",
                        "billedAmount")
                .between("startDateTime", asked.from(), asked.to());
        return isNobody() ? List.of() : List.of(tracktik.scheduling().shifts(of(query, "position", positions)));
    }

    /** A session begins a day after its shift at the latest. */
    List<Paged<WorkSession>> workSessions() {
        Query query = Query.all()
                .activeOnly()
                .between("startedOn", asked.from(), asked.to().plusDays(1));
        return isNobody() ? List.of() : List.of(tracktik.entities().workSessions(of(query, "position", positions)));
    }

    List<Paged<BreakSession>> breakSessions() {
        Query query = withTimes(Query.all().activeOnly())
                .between("startedOn", asked.from(), asked.to().plusDays(2));
        return isNobody() ? List.of() : List.of(tracktik.scheduling().breakSessions(of(query, "account", clients)));
    }

    /** Breaks come with their times only where these are asked for. */
    static Query withTimes(Query breaks) {
        return breaks.include("startedOn", "endedOn");
    }

    /** A summary is filed under the day on which its pay week begins. */
    List<Paged<ShiftSummary>> summaries() {
        Query query = Query.all()
                .activeOnly()
                .fields(
                        "id",
                        "shift",
                        "position",
                        "periodDate",
                        "payHoursActual",
                        "payRegularHoursActual",
                        "payOvertimeHoursActual",
                        "payHolidayHoursActual",
                        "payBaseRateActual",
                        "payTotalActual",
                        "billHoursActual",
                        "billBaseRateActual",
                        "billTotalActual",
                        "marginTotalActual")
                .between("periodDate", asked.from().minusDays(DAYS_OF_A_WEEK - 1), asked.to());
        return isNobody() ? List.of() : List.of(tracktik.scheduling().shiftSummaries(of(query, "position", positions)));
    }

    /** What has been billed, and under which code; provisional until its invoice is made. */
    List<Paged<BillableItem>> billableItems() {
        Query query = Query.all().activeOnly().between("serviceDate", asked.from(), asked.to());
        return isNobody() ? List.of() : List.of(tracktik.billing().billableItems(of(query, "clientAccount", clients)));
    }

    private boolean isNobody() {
        return strategy == ShiftStrategy.BY_POSITIONS && positions.isEmpty();
    }

    private Query of(Query query, String field, List<Long> ids) {
        Query chunked = query.chunk(CHUNK);
        return switch (strategy) {
            case BY_POSITIONS -> chunked.in(field, ids);
            case BY_REGION_HEADER -> chunked.regionHeader(regions);
            case WHOLE_WINDOW -> chunked;
        };
    }
}
