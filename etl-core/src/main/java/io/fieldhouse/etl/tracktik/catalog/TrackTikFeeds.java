package io.fieldhouse.etl.tracktik.catalog;

import static io.fieldhouse.etl.feed.FeedColumn.column;
import static io.fieldhouse.etl.feed.FeedColumn.untracked;
import static io.fieldhouse.warehouse.jooq.staging.Tables.TRACKTIK_BILLABLE_ITEMS;
import static io.fieldhouse.warehouse.jooq.staging.Tables.TRACKTIK_BILLING_CODES;
import static io.fieldhouse.warehouse.jooq.staging.Tables.TRACKTIK_BREAK_SESSIONS;
import static io.fieldhouse.warehouse.jooq.staging.Tables.TRACKTIK_CLIENTS;
import static io.fieldhouse.warehouse.jooq.staging.Tables.TRACKTIK_EMPLOYEES;
import static io.fieldhouse.warehouse.jooq.staging.Tables.TRACKTIK_PAY_CODES;
import static io.fieldhouse.warehouse.jooq.staging.Tables.TRACKTIK_POSITIONS;
import static io.fieldhouse.warehouse.jooq.staging.Tables.TRACKTIK_REGIONS;
import static io.fieldhouse.warehouse.jooq.staging.Tables.TRACKTIK_SHIFTS;
import static io.fieldhouse.warehouse.jooq.staging.Tables.TRACKTIK_SHIFT_SUMMARIES;
import static io.fieldhouse.warehouse.jooq.staging.Tables.TRACKTIK_WORK_SESSIONS;

import io.fieldhouse.etl.feed.Feed;
import io.fieldhouse.etl.feed.FeedColumn;
import io.fieldhouse.tracktik.api.Ref;
import io.fieldhouse.tracktik.billing.BillItem;
import io.fieldhouse.tracktik.billing.BillableItem;
import io.fieldhouse.tracktik.entities.Account;
import io.fieldhouse.tracktik.entities.Address;
import io.fieldhouse.tracktik.entities.Client;
import io.fieldhouse.tracktik.entities.Employee;
import io.fieldhouse.tracktik.entities.Position;
import io.fieldhouse.tracktik.entities.Region;
import io.fieldhouse.tracktik.entities.WorkSession;
import io.fieldhouse.tracktik.payroll.PayrollCode;
import io.fieldhouse.tracktik.scheduling.BreakSession;
import io.fieldhouse.tracktik.scheduling.Shift;
import io.fieldhouse.tracktik.scheduling.ShiftSummary;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is read from TrackTik, and which column each value lands in: the one place that knows TrackTik's words. */
public final class TrackTikFeeds {
    private static final String TRACKTIK = "tracktik";
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    public static final Feed<Region> REGIONS = new Feed<>(
            "regions",
            TRACKTIK,
            TRACKTIK_REGIONS,
            Region::id,
            List.of(
                    column(TRACKTIK_REGIONS.REGION_ID, Region::id),
                    column(TRACKTIK_REGIONS.CUSTOM_ID, text(Region::customId)),
                    column(TRACKTIK_REGIONS.NAME, text(Region::name)),
                    column(TRACKTIK_REGIONS.COMPANY, text(Region::company)),
                    column(TRACKTIK_REGIONS.STATUS, text(Region::status)),
                    column(TRACKTIK_REGIONS.PARENT_REGION_ID, id(Region::parentRegion)),
                    column(TRACKTIK_REGIONS.TIME_ZONE, zone(Region::timeZone)),
                    untracked(TRACKTIK_REGIONS.SOURCE_MODIFIED_AT, moment(Region::updatedOn))));

    public static final Feed<Client> CLIENTS = new Feed<>(
            "clients",
            TRACKTIK,
            TRACKTIK_CLIENTS,
            Client::id,
            List.of(
                    column(TRACKTIK_CLIENTS.CLIENT_ID, Client::id),
                    column(TRACKTIK_CLIENTS.CUSTOM_ID, text(Client::customId)),
                    column(TRACKTIK_CLIENTS.NAME, either(text(Client::name), text(Client::company))),
                    column(TRACKTIK_CLIENTS.TYPE, text(Client::type)),
                    column(TRACKTIK_CLIENTS.STATUS, text(Client::status)),
                    column(TRACKTIK_CLIENTS.REGION_ID, id(Client::region)),
                    column(TRACKTIK_CLIENTS.PARENT_CLIENT_ID, id(Client::parentClient)),
                    column(TRACKTIK_CLIENTS.TIME_ZONE, zone(Client::timeZone)),
                    column(TRACKTIK_CLIENTS.CLOSED_ON, Client::closedDate),
                    column(TRACKTIK_CLIENTS.ADDRESS_LINE_1, address(text(Address::addressLine1))),
                    column(TRACKTIK_CLIENTS.ADDRESS_LINE_2, address(text(Address::addressLine2))),
                    column(TRACKTIK_CLIENTS.CITY, address(text(Address::city))),
                    column(TRACKTIK_CLIENTS.STATE, address(text(Address::state))),
                    column(TRACKTIK_CLIENTS.POSTAL_CODE, address(text(Address::postalCode))),
                    column(TRACKTIK_CLIENTS.COUNTRY, address(text(Address::country))),
                    column(TRACKTIK_CLIENTS.LATITUDE, address(Address::latitude)),
                    column(TRACKTIK_CLIENTS.LONGITUDE, address(Address::longitude)),
                    untracked(TRACKTIK_CLIENTS.SOURCE_MODIFIED_AT, moment(Client::updatedOn))));

    /** Positions may belong to an account that is no client, such as a zone; it is a place of work all the same. */
    public static final Feed<Account> ACCOUNTS = new Feed<>(
            "accounts",
            TRACKTIK,
            TRACKTIK_CLIENTS,
            Account::id,
            List.of(
                    column(TRACKTIK_CLIENTS.CLIENT_ID, Account::id),
                    column(TRACKTIK_CLIENTS.CUSTOM_ID, text(Account::customId)),
                    column(TRACKTIK_CLIENTS.NAME, text(Account::name)),
                    column(TRACKTIK_CLIENTS.TYPE, text(Account::type)),
                    column(TRACKTIK_CLIENTS.STATUS, text(Account::status)),
                    column(TRACKTIK_CLIENTS.REGION_ID, id(Account::region)),
                    column(TRACKTIK_CLIENTS.PARENT_CLIENT_ID, id(Account::parentAccount)),
                    column(TRACKTIK_CLIENTS.TIME_ZONE, zone(Account::timeZone)),
                    column(TRACKTIK_CLIENTS.CLOSED_ON, Account::closedDate),
                    untracked(TRACKTIK_CLIENTS.SOURCE_MODIFIED_AT, moment(Account::updatedOn))));

    public static final Feed<Position> POSITIONS = new Feed<>(
            "positions",
            TRACKTIK,
            TRACKTIK_POSITIONS,
            Position::id,
            List.of(
                    column(TRACKTIK_POSITIONS.POSITION_ID, Position::id),
                    column(TRACKTIK_POSITIONS.CUSTOM_ID, text(Position::customId)),
                    column(TRACKTIK_POSITIONS.NAME, text(Position::name)),
                    column(TRACKTIK_POSITIONS.STATUS, text(Position::status)),
                    column(TRACKTIK_POSITIONS.CLIENT_ID, id(Position::account)),
                    column(TRACKTIK_POSITIONS.CONTRACT_ID, id(Position::contract)),
                    column(TRACKTIK_POSITIONS.NON_BILLABLE, Position::nonBillable),
                    column(TRACKTIK_POSITIONS.BEGINS_ON, Position::beginDate),
                    column(TRACKTIK_POSITIONS.ENDS_ON, Position::endDate),
                    column(TRACKTIK_POSITIONS.PAY_CODE_ID, id(Position::payCodeLabel)),
                    column(TRACKTIK_POSITIONS.PAY_CODE_OVERRIDE, text(Position::payCodeOverride)),
                    untracked(TRACKTIK_POSITIONS.SOURCE_MODIFIED_AT, moment(Position::updatedOn))));

    public static final Feed<PayrollCode> PAY_CODES = new Feed<>(
            "pay codes",
            TRACKTIK,
            TRACKTIK_PAY_CODES,
            PayrollCode::id,
            List.of(
                    column(TRACKTIK_PAY_CODES.PAY_CODE_ID, PayrollCode::id),
                    column(TRACKTIK_PAY_CODES.CODE, text(PayrollCode::code)),
                    column(TRACKTIK_PAY_CODES.NAME, text(PayrollCode::name)),
                    column(TRACKTIK_PAY_CODES.STATUS, text(PayrollCode::status)),
                    column(TRACKTIK_PAY_CODES.TYPE, text(PayrollCode::type)),
                    column(TRACKTIK_PAY_CODES.MULTIPLIER, PayrollCode::multiplier),
                    column(TRACKTIK_PAY_CODES.EXTRA_CHARGE, PayrollCode::extraCharge),
                    column(TRACKTIK_PAY_CODES.PAYABLE, PayrollCode::payable),
                    column(TRACKTIK_PAY_CODES.BILLABLE, PayrollCode::billable),
                    column(TRACKTIK_PAY_CODES.IMPACTS_OVERTIME, PayrollCode::impactsOvertime),
                    column(TRACKTIK_PAY_CODES.IS_GLOBAL, PayrollCode::isGlobal),
                    column(TRACKTIK_PAY_CODES.AVAILABLE_IN_SUB_REGIONS, PayrollCode::availableInSubRegions),
                    column(TRACKTIK_PAY_CODES.REGION_ID, id(PayrollCode::region))));

    public static final Feed<BillItem> BILLING_CODES = new Feed<>(
            "billing codes",
            TRACKTIK,
            TRACKTIK_BILLING_CODES,
            BillItem::id,
            List.of(
                    column(TRACKTIK_BILLING_CODES.BILLING_CODE_ID, BillItem::id),
                    column(TRACKTIK_BILLING_CODES.CUSTOM_ID, text(BillItem::customId)),
                    column(TRACKTIK_BILLING_CODES.NAME, text(BillItem::name)),
                    column(TRACKTIK_BILLING_CODES.STATUS, text(BillItem::status)),
                    column(TRACKTIK_BILLING_CODES.IS_GLOBAL, BillItem::isGlobal),
                    column(TRACKTIK_BILLING_CODES.REGION_ID, id(BillItem::region))));

    public static final Feed<Shift> SHIFTS = new Feed<>(
            "shifts",
            TRACKTIK,
            TRACKTIK_SHIFTS,
            Shift::id,
            List.of(
                    column(TRACKTIK_SHIFTS.SHIFT_ID, Shift::id),
                    column(TRACKTIK_SHIFTS.CUSTOM_ID, text(Shift::customId)),
                    column(TRACKTIK_SHIFTS.STARTS_AT, Shift::startDateTime),
                    column(TRACKTIK_SHIFTS.ENDS_AT, Shift::endDateTime),
                    column(TRACKTIK_SHIFTS.TIME_ZONE, zone(Shift::timeZone)),
                    column(TRACKTIK_SHIFTS.POSITION_ID, id(Shift::position)),
                    column(TRACKTIK_SHIFTS.EMPLOYEE_ID, id(Shift::employee)),
                    column(TRACKTIK_SHIFTS.PAY_CODE_ID, id(Shift::payCodeLabel)),
                    column(TRACKTIK_SHIFTS.STATUS, text(Shift::status)),
                    column(TRACKTIK_SHIFTS.ATTENDANCE_STATUS, text(Shift::attendanceStatus)),
                    column(TRACKTIK_SHIFTS.VACANT, Shift::vacant),
                    column(TRACKTIK_SHIFTS.PUBLISHED, Shift::published),
                    column(TRACKTIK_SHIFTS.ACKNOWLEDGED, Shift::acknowledged),
                    column(TRACKTIK_SHIFTS.LOCKED, Shift::locked),
                    column(TRACKTIK_SHIFTS.PAYABLE, Shift::payable),
                    column(TRACKTIK_SHIFTS.BILLABLE, Shift::billable),
                    column(TRACKTIK_SHIFTS.PAID_TIME_OFF, Shift::paidTimeOff),
                    column(TRACKTIK_SHIFTS.BREAK_MINUTES, Shift::breakInMinutes),
                    column(TRACKTIK_SHIFTS.SCHEDULED_HOURS, Shift::plannedDurationHours),
                    column(TRACKTIK_SHIFTS.CLOCKED_HOURS, Shift::clockedHours),
                    column(TRACKTIK_SHIFTS.APPROVED_HOURS, Shift::approvedHours),
                    column(TRACKTIK_SHIFTS.PAYABLE_HOURS, Shift::payableHours),
                    column(TRACKTIK_SHIFTS.BILLABLE_HOURS, Shift::billableHours),
                    column(TRACKTIK_SHIFTS.OVERTIME_HOURS, Shift::overtimeHours),
                    column(TRACKTIK_SHIFTS.HOLIDAY_HOURS, Shift::holidayHours),
                    column(TRACKTIK_SHIFTS.PAY_RATE, Shift::payRate),
                    column(TRACKTIK_SHIFTS.PAY_RATE_LEVEL, text(Shift::payRateLevel)),
                    column(TRACKTIK_SHIFTS.BILL_RATE, Shift::billRate),
                    column(TRACKTIK_SHIFTS.PAY_AMOUNT, Shift::paidAmount),
                    column(TRACKTIK_SHIFTS.BILL_AMOUNT, Shift::billedAmount),
                    untracked(TRACKTIK_SHIFTS.SOURCE_MODIFIED_AT, moment(Shift::modifiedOn))));

    public static final Feed<WorkSession> WORK_SESSIONS = new Feed<>(
            "work sessions",
            TRACKTIK,
            TRACKTIK_WORK_SESSIONS,
            WorkSession::id,
            List.of(
                    column(TRACKTIK_WORK_SESSIONS.WORK_SESSION_ID, WorkSession::id),
                    column(TRACKTIK_WORK_SESSIONS.SHIFT_ID, id(WorkSession::shift)),
                    column(TRACKTIK_WORK_SESSIONS.EMPLOYEE_ID, id(WorkSession::employee)),
                    column(TRACKTIK_WORK_SESSIONS.POSITION_ID, id(WorkSession::position)),
                    column(TRACKTIK_WORK_SESSIONS.CLIENT_ID, id(WorkSession::account)),
                    column(TRACKTIK_WORK_SESSIONS.STATUS, text(WorkSession::status)),
                    column(TRACKTIK_WORK_SESSIONS.STARTED_AT, moment(WorkSession::startedOn)),
                    column(TRACKTIK_WORK_SESSIONS.ENDED_AT, moment(WorkSession::endedOn)),
                    column(TRACKTIK_WORK_SESSIONS.CLOCK_IN_METHOD, text(WorkSession::clockInMethod)),
                    column(TRACKTIK_WORK_SESSIONS.CLOCK_OUT_METHOD, text(WorkSession::clockOutMethod))));

    public static final Feed<BreakSession> BREAK_SESSIONS = new Feed<>(
            "break sessions",
            TRACKTIK,
            TRACKTIK_BREAK_SESSIONS,
            BreakSession::id,
            List.of(
                    column(TRACKTIK_BREAK_SESSIONS.BREAK_SESSION_ID, BreakSession::id),
                    column(TRACKTIK_BREAK_SESSIONS.WORK_SESSION_ID, id(BreakSession::workSession)),
                    column(TRACKTIK_BREAK_SESSIONS.TYPE, text(BreakSession::type)),
                    column(TRACKTIK_BREAK_SESSIONS.STARTED_AT, moment(BreakSession::startedOn)),
                    column(TRACKTIK_BREAK_SESSIONS.ENDED_AT, moment(BreakSession::endedOn))));

    public static final Feed<ShiftSummary> SHIFT_SUMMARIES = new Feed<>(
            "shift summaries",
            TRACKTIK,
            TRACKTIK_SHIFT_SUMMARIES,
            ShiftSummary::id,
            List.of(
                    column(TRACKTIK_SHIFT_SUMMARIES.SHIFT_ID, TrackTikFeeds::shiftOf),
                    column(TRACKTIK_SHIFT_SUMMARIES.POSITION_ID, id(ShiftSummary::position)),
                    column(TRACKTIK_SHIFT_SUMMARIES.PAY_HOURS, ShiftSummary::payHoursActual),
                    column(TRACKTIK_SHIFT_SUMMARIES.REGULAR_HOURS, ShiftSummary::payRegularHoursActual),
                    column(TRACKTIK_SHIFT_SUMMARIES.OVERTIME_HOURS, ShiftSummary::payOvertimeHoursActual),
                    column(TRACKTIK_SHIFT_SUMMARIES.HOLIDAY_HOURS, ShiftSummary::payHolidayHoursActual),
                    column(TRACKTIK_SHIFT_SUMMARIES.PAY_RATE, ShiftSummary::payBaseRateActual),
                    column(TRACKTIK_SHIFT_SUMMARIES.PAY_AMOUNT, ShiftSummary::payTotalActual),
                    column(TRACKTIK_SHIFT_SUMMARIES.BILL_HOURS, ShiftSummary::billHoursActual),
                    column(TRACKTIK_SHIFT_SUMMARIES.BILL_RATE, ShiftSummary::billBaseRateActual),
                    column(TRACKTIK_SHIFT_SUMMARIES.BILL_AMOUNT, ShiftSummary::billTotalActual),
                    column(TRACKTIK_SHIFT_SUMMARIES.VENDOR_MARGIN, ShiftSummary::marginTotalActual)));

    public static final Feed<BillableItem> BILLABLE_ITEMS = new Feed<>(
            "billable items",
            TRACKTIK,
            TRACKTIK_BILLABLE_ITEMS,
            BillableItem::id,
            List.of(
                    column(TRACKTIK_BILLABLE_ITEMS.BILLABLE_ITEM_ID, BillableItem::id),
                    column(TRACKTIK_BILLABLE_ITEMS.SHIFT_ID, TrackTikFeeds::shiftOf),
                    column(TRACKTIK_BILLABLE_ITEMS.BILLING_CODE_ID, id(BillableItem::billItem)),
                    column(TRACKTIK_BILLABLE_ITEMS.BILL_AMOUNT, BillableItem::price)));

    public static final List<Feed<?>> ALL = List.of(
            REGIONS,
            CLIENTS,
            ACCOUNTS,
            POSITIONS,
            employees(false),
            PAY_CODES,
            BILLING_CODES,
            SHIFTS,
            WORK_SESSIONS,
            BREAK_SESSIONS,
            SHIFT_SUMMARIES,
            BILLABLE_ITEMS);

    private TrackTikFeeds() {}

    /** Employees; their contact details only where asked for. */
    public static Feed<Employee> employees(boolean withContactDetails) {
        List<FeedColumn<Employee>> columns = new ArrayList<>(List.of(
                column(TRACKTIK_EMPLOYEES.EMPLOYEE_ID, Employee::id),
                column(TRACKTIK_EMPLOYEES.CUSTOM_ID, text(Employee::customId)),
                column(TRACKTIK_EMPLOYEES.FIRST_NAME, text(Employee::firstName)),
                column(TRACKTIK_EMPLOYEES.LAST_NAME, text(Employee::lastName)),
                column(TRACKTIK_EMPLOYEES.JOB_TITLE, text(Employee::jobTitle)),
                column(TRACKTIK_EMPLOYEES.STATUS, text(Employee::status)),
                column(TRACKTIK_EMPLOYEES.REGION_ID, id(Employee::region)),
                column(TRACKTIK_EMPLOYEES.EMPLOYMENT_PROFILE_ID, id(Employee::employmentProfile)),
                untracked(TRACKTIK_EMPLOYEES.SOURCE_MODIFIED_AT, moment(Employee::updatedOn))));
        if (withContactDetails) {
            columns.add(untracked(TRACKTIK_EMPLOYEES.EMAIL, text(Employee::email)));
            columns.add(untracked(TRACKTIK_EMPLOYEES.PRIMARY_PHONE, text(Employee::primaryPhone)));
            columns.add(untracked(TRACKTIK_EMPLOYEES.SECONDARY_PHONE, text(Employee::secondaryPhone)));
        }
        return new Feed<>("employees", TRACKTIK, TRACKTIK_EMPLOYEES, Employee::id, columns);
    }

    /** TrackTik sends an empty text where it has none. */
    private static <T> Function<T, @Nullable String> text(Function<T, @Nullable String> field) {
        return item -> {
            String value = field.apply(item);
            return value == null || value.isEmpty() ? null : value;
        };
    }

    /** A zone that nobody knows is none: the next best one is used, and a rule reports the site. */
    private static <T> Function<T, @Nullable String> zone(Function<T, @Nullable String> field) {
        return item -> {
            String value = field.apply(item);
            return value != null && ZONES.contains(value) ? value : null;
        };
    }

    private static <T> Function<T, @Nullable Long> id(Function<T, ? extends @Nullable Ref<?>> field) {
        return item -> Ref.idOf(field.apply(item));
    }

    private static <T> Function<T, @Nullable OffsetDateTime> moment(Function<T, @Nullable Instant> field) {
        return item -> {
            Instant value = field.apply(item);
            return value == null ? null : value.atOffset(ZoneOffset.UTC);
        };
    }

    private static <T> Function<T, @Nullable String> either(
            Function<T, @Nullable String> one, Function<T, @Nullable String> other) {
        return item -> {
            String value = one.apply(item);
            return value == null ? other.apply(item) : value;
        };
    }

    private static <V> Function<Client, @Nullable V> address(Function<Address, @Nullable V> field) {
        return client -> {
            Ref<Address> address = client.address();
            return address == null || address.object() == null ? null : field.apply(address.object());
        };
    }

    /** What is billed for may be a shift, or something else. */
    private static @Nullable Long shiftOf(BillableItem item) {
        BillableItem.ServiceModel billed = item.serviceModel();
        boolean isRevenue = !"EXPENSE".equals(item.type());
        return isRevenue && billed != null && "shifts".equals(billed.type()) ? Ref.idOf(billed.object()) : null;
    }

    /** A summary has its shift's id, should it not name the shift. */
    private static Long shiftOf(ShiftSummary summary) {
        Ref<?> shift = summary.shift();
        return shift == null ? (Long) summary.id() : (Long) shift.id();
    }
}
