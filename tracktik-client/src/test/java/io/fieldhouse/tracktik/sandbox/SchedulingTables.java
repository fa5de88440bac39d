package io.fieldhouse.tracktik.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Positions, shifts, and what was clocked and reported. */
final class SchedulingTables {
    private static final long DAY = 86_400;

    private final World world;

    SchedulingTables(World world) {
        this.world = world;
    }

    List<Table<?>> all() {
        return List.of(positions(), shifts(), workSessions(), geoLocations(), breakSessions(), shiftLogs(), reports());
    }

    private Table<Position> positions() {
        return new Table<Position>("positions", world.positions(), index -> world.position((int) index))
                .idsFrom(Position.FIRST_ID)
                .activeWhen(Position::active)
                .regionBy(Position::region)
                .text("name", Position::name)
                .text("description", position -> "")
                .text("customId", position -> position.index % 4 == 1 ? "" : "P-" + position.index)
                .text("status", position -> position.active() ? "ACTIVE" : "INACTIVE")
                .relation("account", "accounts", Position::account)
                .relation("contract", "contracts", Position::contract)
                .flag("nonBillable", position -> !position.billable())
                .text("shiftMemo", position -> "")
                .date("beginDate", position -> Since.BEGINNING.localDate())
                .date(
                        "endDate",
                        position -> position.active() ? null : world.data().lastDay())
                .empty("breakRule", "taxClass", "payCodeOverride", "taxLocation")
                .relation("payCodeLabel", "payroll-codes", Position::payCode)
                .number("id", Position::id)
                .onDemand()
                .text("isTeamLeader", position -> position.index % 6 == 0 ? "1" : "")
                .object("payrollSetting", SchedulingTables::payrollSetting)
                .empty("billingSetting")
                .time("createdOn", Field.Type.TIMESTAMP, position -> Since.BEGINNING)
                .time("updatedOn", Field.Type.TIMESTAMP, position -> Since.BEGINNING);
    }

    private static Json payrollSetting(Position position) {
        return out -> {
            out.beginObject();
            out.name("payPositionRate").value(true);
            out.name("positionHourlyRate").value(Values.hundredths(position.payRate()));
            out.name("payCode").value(position.payCode());
            out.name("payBreaks").value("NONE");
            out.name("id").value(position.id());
            out.endObject();
        };
    }

    private Table<Shift> shifts() {
        return new Table<Shift>("shifts", world.shifts(), this::existing)
                .idsFrom(Shift.FIRST_ID)
                .perShift(1)
                .holes(world.change().happened())
                .chronological("startDateTime", 0)
                .chronological("startsOn", 0)
                .chronological("startTimestamp", 0)
                .chronological("endDateTime", DAY)
                .chronological("endsOn", DAY)
                .chronological("endTimestamp", DAY)
                .activeWhen(shift -> !shift.cancelled())
                .regionBy(Shift::region)
                .requiring("customId", "startDateTime", "startsOn", "startTimestamp", "endDateTime", "endsOn")
                .requiring("endTimestamp", "employee", "publishedBy", "vendor", "modifiedOn", "lastModified", "id")
                .requiringScope("CURRENTLY_LATE", "CAN_CLOCK_IN", "IS_WORKABLE", "MY_AVAILABLE_SHIFT_BOARD")
                .requiringScope("ON_SHIFT_BOARD", "NEW", "UPDATED", "NOT_VIEWED", "HAS_INCOMPLETE_BREAKS")
                .requiringScope("IS_LONE_WORKER", "IS_CURRENT", "WAS_MISSED", "WAS_LATE", "ENDED_EARLY")
                .requiringScope("IN_THE_FUTURE")
                .scope("IS_CURRENT", shift -> shift.outcome() == Outcome.UNDER_WAY)
                .scope("WAS_MISSED", shift -> shift.outcome() == Outcome.MISSED)
                .scope("WAS_LATE", shift -> shift.outcome() == Outcome.LATE)
                .scope("ENDED_EARLY", shift -> shift.outcome() == Outcome.LEFT_EARLY)
                .scope("IN_THE_FUTURE", shift -> shift.outcome() == Outcome.PLANNED)
                .scope("VACANT", Shift::vacant)
                .scope("NOT_VACANT", shift -> !shift.vacant())
                .scope("PUBLISHED", shift -> true)
                .scope("NOT_PUBLISHED", shift -> false)
                .scope("NEEDS_APPROVAL", shift -> shift.outcome().paid() && !shift.approved())
                .scope("HAS_HOLIDAY", shift -> shift.money().holiday() > 0)
                .scope("HAS_OVERTIME", shift -> shift.money().overtime() > 0)
                .listInCollections("workSessions")
                .text("status", shift -> shift.cancelled() ? "CANCELLED" : "ACTIVE")
                .flag("billable", shift -> shift.position.billable())
                .flag("payable", shift -> true)
                .flag("paidTimeOff", shift -> shift.outcome() == Outcome.TIME_OFF)
                .flag("vacant", Shift::vacant)
                .flag("onShiftBoard", shift -> false)
                .text("timeZone", shift -> shift.site().region().zone())
                .time("startDateTime", Field.Type.LOCAL_TIME, Shift::start)
                .time("endDateTime", Field.Type.LOCAL_TIME, Shift::end)
                .number("breakInMinutes", Shift::breakMinutes)
                .flag("published", shift -> true)
                .relation("employee", "employees", Shift::employee)
                .reference("vendor", shift -> null)
                .relation("position", "positions", shift -> shift.position.id())
                .relation("summary", "shift-summaries", Shift::id)
                .flag("notified", shift -> false)
                .flag("acknowledged", shift -> false)
                .flag("viewed", shift -> false)
                .flag("locked", Shift::approved)
                .number("plannedPayableHours", shift -> Values.hours(shift.plannedQuarters()))
                .text("attendanceStatus", shift -> shift.outcome().attendance())
                .empty("payCodeLabel", "breakRuleComplianceLog")
                .number("id", Shift::id)
                .onDemand()
                .text("customId", shift -> "S-" + shift.id())
                .time("startsOn", Field.Type.TIMESTAMP, Shift::start)
                .time("endsOn", Field.Type.TIMESTAMP, Shift::end)
                .time("startTimestamp", Field.Type.TIMESTAMP, Shift::start)
                .time("endTimestamp", Field.Type.TIMESTAMP, Shift::end)
                .time("modifiedOn", Field.Type.TIMESTAMP, Shift::modifiedOn)
                .time("lastModified", Field.Type.TIMESTAMP, Shift::modifiedOn)
                .number("plannedDurationHours", shift -> Values.hoursOfMinutes(shift.minutes()))
                .number("clockedHours", SchedulingTables::clockedHours)
                .number("approvedHours", SchedulingTables::approvedHours)
                .number("billableHours", shift -> {
                    Money money = shift.money();
                    return Values.hours(money.billed(money.quarters()));
                })
                .number("payableHours", shift -> Values.hours(shift.money().quarters()))
                .text("payRateLevel", shift -> "POSITION_RATE")
                .number("payRate", shift -> Values.hundredths(shift.money().payRate()))
                .number("billRate", shift -> Values.hundredths(shift.money().billRate()))
                .number("overtimeHours", shift -> Values.hours(shift.money().overtime()))
                .number("holidayHours", shift -> Values.hours(shift.money().holiday()))
                .number("paidAmount", shift -> Values.hundredths(shift.money().payTotal()))
                .number("billedAmount", shift -> Values.hundredths(shift.money().billTotal()))
                .text("effectivePayCodeLabel", shift -> shift.money().overtime() > 0 ? "OT" : "REG")
                .text("uri", shift -> "/rest/v1/shifts/" + shift.id())
                .text("resourceType", shift -> "shifts")
                .reference("createdBy", shift -> Employee.FIRST_ID + world.guards())
                .reference("updatedBy", shift -> Employee.FIRST_ID + world.guards())
                .reference("publishedBy", shift -> Employee.FIRST_ID + world.guards())
                .time("createdOn", Field.Type.TIMESTAMP, Shift::createdOn)
                .time("updatedOn", Field.Type.TIMESTAMP, Shift::modifiedOn)
                .list("workSessions", "work-sessions", SchedulingTables::sessions)
                .extension("breakCompliance", ShiftExtensions::breakCompliance)
                .extension("clockInRestrictions", shift -> ShiftExtensions::clockInRestrictions)
                .extension("clockOutRestrictions", shift -> ShiftExtensions::clockOutRestrictions);
    }

    private @Nullable Shift existing(long index) {
        Shift shift = world.shift(index);
        return shift.exists() ? shift : null;
    }

    private static @Nullable Number clockedHours(Shift shift) {
        Integer minutes = WorkSession.clockedMinutes(shift);
        return minutes == null ? null : Values.hoursOfMinutes(minutes);
    }

    private static @Nullable Number approvedHours(Shift shift) {
        return shift.approved() ? Values.hours(shift.money().quarters()) : null;
    }

    private static List<Long> sessions(Shift shift) {
        List<Long> ids = new ArrayList<>(WorkSession.PER_SHIFT);
        for (int number = 0; number < WorkSession.PER_SHIFT; number++) {
            WorkSession session = WorkSession.of(shift, number);
            if (session != null) {
                ids.add(session.id());
            }
        }
        return ids;
    }

    private Table<WorkSession> workSessions() {
        return new Table<WorkSession>(
                        "work-sessions",
                        world.shifts() * WorkSession.PER_SHIFT,
                        index -> WorkSession.of(
                                world.shift(index / WorkSession.PER_SHIFT), (int) (index % WorkSession.PER_SHIFT)))
                .idsFrom(WorkSession.FIRST_ID)
                .perShift(WorkSession.PER_SHIFT)
                .chronological("startedOn", DAY)
                .chronological("endedOn", DAY + DAY / 2)
                .regionBy(session -> session.shift.region())
                .number("id", WorkSession::id)
                .time("startedOn", Field.Type.UTC_TIME, session -> session.started)
                .time("endedOn", Field.Type.UTC_TIME, session -> session.ended)
                .text("status", session -> session.open() ? "OPEN" : "CLOSED")
                .relation("employee", "employees", session -> session.shift.employee())
                .relation("shift", "shifts", session -> session.shift.id())
                .relation("position", "positions", session -> session.shift.position.id())
                .relation("account", "accounts", session -> session.shift.position.account())
                .text("clockInMethod", session -> session.shift.index % 9 == 0 ? "KIOSK" : "GUARD_APP")
                .text("clockOutMethod", session -> session.open() ? null : "GUARD_APP")
                .relation("geoLocation", "geo-locations", WorkSession::geoLocation)
                .onDemand()
                .number("durationHours", session -> session.open() ? null : Values.hoursOfMinutes(session.minutes()))
                .time("createdOn", Field.Type.TIMESTAMP, session -> session.started)
                .time(
                        "updatedOn",
                        Field.Type.TIMESTAMP,
                        session -> session.ended == null ? session.started : session.ended)
                .list(
                        "breaks",
                        "break-sessions",
                        session -> session.hasBreak() ? List.of(breakId(session)) : List.of());
    }

    /** Where a person clocked in; sent without its id. */
    private Table<WorkSession> geoLocations() {
        return new Table<WorkSession>(
                        "geo-locations",
                        world.shifts() * WorkSession.PER_SHIFT,
                        index -> WorkSession.of(
                                world.shift(index / WorkSession.PER_SHIFT), (int) (index % WorkSession.PER_SHIFT)))
                .withoutPath()
                .idsFrom(WorkSession.FIRST_GEO_LOCATION)
                .number("latitude", session -> session.shift.site().latitude())
                .number("longitude", session -> session.shift.site().longitude())
                .number("accuracy", session -> 10)
                .time("time", Field.Type.UTC_TIME, session -> session.started);
    }

    private static long breakId(WorkSession session) {
        return 7_000_000 + session.shift.index;
    }

    private Table<WorkSession> breakSessions() {
        return new Table<WorkSession>("break-sessions", world.shifts(), index -> {
                    WorkSession session = WorkSession.of(world.shift(index), 0);
                    return session != null && session.hasBreak() ? session : null;
                })
                .idsFrom(7_000_000)
                .perShift(1)
                .holes(true)
                .chronological("startDateTime", DAY)
                .chronological("startedOn", DAY)
                .regionBy(session -> session.shift.region())
                .number("id", SchedulingTables::breakId)
                .relation("workSession", "work-sessions", WorkSession::id)
                .relation("employee", "employees", session -> session.shift.employee())
                .relation("account", "accounts", session -> session.shift.position.account())
                .text("type", session -> "MEAL")
                .text("status", session -> "CLOSED")
                .time("startDateTime", Field.Type.CLOCK_TIME, WorkSession::breakStart)
                .time("endDateTime", Field.Type.CLOCK_TIME, WorkSession::breakEnd)
                .text("initiationMethod", session -> "BREAK")
                .text("terminationMethod", session -> "BREAK")
                .onDemand()
                .time("startedOn", Field.Type.UTC_TIME, WorkSession::breakStart)
                .time("endedOn", Field.Type.UTC_TIME, WorkSession::breakEnd)
                .time("createdOn", Field.Type.TIMESTAMP, WorkSession::breakStart)
                .time("updatedOn", Field.Type.TIMESTAMP, WorkSession::breakEnd);
    }

    private Table<Shift> shiftLogs() {
        return new Table<Shift>("shift-logs", world.shifts(), index -> {
                    Shift shift = world.shift(index);
                    return changeType(shift) == null ? null : shift;
                })
                .idsFrom(9_000_000)
                .perShift(1)
                .holes(true)
                .regionBy(Shift::region)
                .number("id", shift -> 9_000_000 + shift.index)
                .text("changeType", SchedulingTables::changeType)
                .relation("shift", "shifts", Shift::id)
                .relation("employee", "employees", Shift::employee)
                .time("createdOn", Field.Type.UTC_TIME, Shift::modifiedOn)
                .text("note", shift -> "")
                .flag("isValid", shift -> true);
    }

    private Table<GuardReport> reports() {
        return new Table<GuardReport>("reports", world.shifts(), index -> GuardReport.of(world.shift(index)))
                .idsFrom(GuardReport.FIRST_ID)
                .perShift(1)
                .holes(true)
                .chronological("reportDateTime", DAY)
                .regionBy(report -> report.shift().region())
                .requiring("reportDateTime", "position")
                .number("id", GuardReport::id)
                .time("reportDateTime", Field.Type.LOCAL_TIME, GuardReport::reportedOn)
                .relation(
                        "account", "accounts", report -> report.shift().position.account())
                .relation(
                        "position",
                        "positions",
                        report -> report.shift().position.id())
                .text("status", GuardReport::status);
    }

    private static @Nullable String changeType(Shift shift) {
        if (!shift.exists()) {
            return "REMOVED";
        }
        if (shift.cancelled()) {
            return "CANCELLED";
        }
        boolean moved = shift.id() == shift.world.change().shiftMoved();
        return moved || Chance.upTo(20, shift.drawn, 8) == 0 ? "TIME" : null;
    }
}
