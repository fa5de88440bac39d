package io.fieldhouse.servicetitan.sandbox;

import static java.util.Map.entry;

import io.fieldhouse.servicetitan.sandbox.Documented.Field;
import io.fieldhouse.servicetitan.sandbox.Table.Hiding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/**
 * Lists and feeds of a few rows each, made from the names and types of their fields. References to jobs, customers and the
 * like name existing rows; all other values are invented.
 */
final class PlainTables {
    private static final int ROWS = 7;
    private static final int INACTIVE = 3;
    /** The number of rows that every referenced table has at least. */
    private static final int REFERENCED = 3;
    /** Decimals that the vendor sends as text. */
    private static final Pattern AMOUNT =
            Pattern.compile("quantity|cost|amount|\\w+Amount|total|\\w+Total", Pattern.CASE_INSENSITIVE);

    private static final Map<String, Entity> REFERENCES = Map.ofEntries(
            entry("jobId", Entity.JOBS),
            entry("appointmentId", Entity.APPOINTMENTS),
            entry("jobTypeId", Entity.JOB_TYPES),
            entry("technicianId", Entity.TECHNICIANS),
            entry("technicianIds", Entity.TECHNICIANS),
            entry("employeeId", Entity.EMPLOYEES),
            entry("createdById", Entity.EMPLOYEES),
            entry("businessUnitId", Entity.BUSINESS_UNITS),
            entry("customerId", Entity.CUSTOMERS),
            entry("locationId", Entity.LOCATIONS),
            entry("campaignId", Entity.CAMPAIGNS),
            entry("vendorId", Entity.VENDORS),
            entry("warehouseId", Entity.WAREHOUSES),
            entry("creditMemoId", Entity.CREDIT_MEMOS),
            entry("reasonId", Entity.JOB_CANCEL_REASONS),
            entry("timesheetCodeId", Entity.TIMESHEET_CODES),
            entry("activityTypeId", Entity.ACTIVITY_TYPES),
            entry("categoryId", Entity.ACTIVITY_CATEGORIES),
            entry("membershipId", Entity.MEMBERSHIPS),
            entry("membershipTypeId", Entity.MEMBERSHIP_TYPES),
            entry("statusId", Entity.PROJECT_STATUSES),
            entry("recurringServiceTypeId", Entity.RECURRING_SERVICE_TYPES));

    private final Documented documented = new Documented();

    List<Table<?>> all() {
        return List.of(
                plain(Entity.AP_BILLS, "accounting.ApBill"),
                plain(Entity.AP_CREDITS, "accounting.ApCredit"),
                plain(Entity.AP_PAYMENTS, "accounting.ApPayment"),
                plain(Entity.BANK_DEPOSITS, "accounting.BankDeposit"),
                plain(Entity.CREDIT_MEMOS, "accounting.CreditMemo"),
                plain(Entity.CREDIT_MEMO_ITEMS, "accounting.CreditMemoItem"),
                plain(Entity.GL_ACCOUNTS, "accounting.GlAccount"),
                plain(Entity.GL_ACCOUNT_TYPES, "accounting.GlAccountType"),
                plain(Entity.INVENTORY_BILLS, "accounting.InventoryBill").feed(),
                plain(Entity.JOURNAL_ENTRIES, "accounting.JournalEntry"),
                plain(Entity.PAYMENT_TERMS, "accounting.PaymentTerm"),
                plain(Entity.TAX_ZONES, "accounting.TaxZone"),
                plain(Entity.CONTACTS, "crm.Contact"),
                plain(Entity.CUSTOMER_CONTACTS, "crm.CustomerContact").feed(),
                plain(Entity.LOCATION_CONTACTS, "crm.LocationContact").feed(),
                plain(Entity.NON_JOB_APPOINTMENTS, "dispatch.NonJobAppointment"),
                plain(Entity.TECHNICIAN_SHIFTS, "dispatch.TechnicianShift"),
                plain(Entity.TEAMS, "dispatch.Team"),
                plain(Entity.ZONES, "dispatch.Zone"),
                plain(Entity.ADJUSTMENTS, "inventory.Adjustment").feed(),
                plain(Entity.RECEIPTS, "inventory.Receipt"),
                plain(Entity.TRANSFERS, "inventory.Transfer").feed(),
                plain(Entity.TRUCKS, "inventory.Truck"),
                plain(Entity.VENDORS, "inventory.Vendor"),
                plain(Entity.WAREHOUSES, "inventory.Warehouse"),
                plain(Entity.JOB_CANCEL_REASONS, "jpm.JobCancelReason"),
                plain(Entity.JOB_HOLD_REASONS, "jpm.JobHoldReason"),
                plain(Entity.JOB_CANCELED_LOGS, "jpm.JobCanceledLog").feed().feedOnly(),
                plain(Entity.JOB_HISTORIES, "jpm.JobHistory").feed().feedOnly(),
                plain(Entity.PROJECT_STATUSES, "jpm.ProjectStatus"),
                plain(Entity.PROJECT_SUBSTATUSES, "jpm.ProjectSubstatus"),
                plain(Entity.PROJECT_TYPES, "jpm.ProjectType"),
                plain(Entity.CAMPAIGN_CATEGORIES, "marketing.CampaignCategory"),
                plain(Entity.MEMBERSHIPS, "memberships.Membership").feed(),
                plain(Entity.MEMBERSHIP_TYPES, "memberships.MembershipType").feed(),
                plain(Entity.MEMBERSHIP_STATUS_CHANGES, "memberships.MembershipStatusChange")
                        .feed()
                        .feedOnly(),
                plain(Entity.RECURRING_SERVICES, "memberships.RecurringService").feed(),
                plain(Entity.RECURRING_SERVICE_TYPES, "memberships.RecurringServiceType")
                        .feed(),
                plain(Entity.RECURRING_SERVICE_EVENTS, "memberships.RecurringServiceEvent")
                        .feed(),
                plain(Entity.INVOICE_TEMPLATES, "memberships.InvoiceTemplate").feed(),
                plain(Entity.JOB_TIMESHEETS, "payroll.JobTimesheet").feed(),
                plain(Entity.NON_JOB_TIMESHEETS, "payroll.NonJobTimesheet"),
                plain(Entity.ACTIVITY_CODES, "payroll.ActivityCode").feed(),
                plain(Entity.TIMESHEET_CODES, "payroll.TimesheetCode").feed(),
                plain(Entity.PAYROLLS, "payroll.Payroll"),
                plain(Entity.PAYROLL_SETTINGS, "payroll.PayrollSetting").feed(),
                plain(Entity.LOCATION_RATES, "payroll.LocationRate"),
                plain(Entity.CALLS, "telecom.Call"),
                plain(Entity.EXPORTED_CALLS, "telecom.ExportedCall").feed().feedOnly(),
                plain(Entity.ACTIVITIES, "timesheets.Activity").feed(),
                plain(Entity.ACTIVITY_CATEGORIES, "timesheets.ActivityCategory").feed(),
                plain(Entity.ACTIVITY_TYPES, "timesheets.ActivityType").feed());
    }

    /** @param name the record of its rows */
    private Table<Integer> plain(Entity entity, String name) {
        Set<String> parameters = documented.parameters(entity.path());
        Table<Integer> table = new Table<Integer>(entity, ROWS, index -> (int) index)
                .modifiedBy(row -> time("modifiedOn", row))
                .hiding(
                        parameters.contains("active") ? Hiding.ACTIVE : Hiding.NEVER,
                        row -> row != INACTIVE || !parameters.contains("active"));
        for (Field field : documented.fields(name)) {
            if (field.name().equals("id") && field.type().equals("integer")) {
                table.ids(entity::id);
            } else if (field.name().equals("active")) {
                table.sendingActive();
            } else {
                table.cell(field.name(), (out, row) -> write(out, field, row));
            }
            if (parameters.contains(field.name()) && field.type().equals("integer")) {
                table.filter(field.name(), Filter.number(number(field.name())));
            }
            if (parameters.contains(field.name() + "s") && field.type().equals("integer")) {
                table.filter(field.name() + "s", Filter.numbers(number(field.name())));
            }
        }
        for (String begin : List.of("created", "modified")) {
            ToLongFunction<Integer> time = row -> time(begin + "On", row);
            if (parameters.contains(begin + "OnOrAfter")) {
                table.filter(begin + "OnOrAfter", Filter.since(time)).filter(begin + "Before", Filter.before(time));
            }
        }
        return parameters.contains("sort") ? table.sortedById() : table;
    }

    private static void write(JsonBytes out, Field field, int row) {
        if (field.isList()) {
            out.beginArray();
        }
        switch (field.type()) {
            case "integer" -> out.value(number(field.name()).applyAsLong(row));
            case "number" -> out.mixedMoney(cents(row));
            case "boolean" -> out.value(row % 2 == 0);
            case "moment" -> out.instant(time(field.name(), row));
            case "day" -> out.instant(Ticks.day(time(field.name(), row)) * Ticks.DAY);
            case "text" -> text(out, field.name(), row);
            case "object" -> object(out, field, row);
            default -> out.nullValue();
        }
        if (field.isList()) {
            out.endArray();
        }
    }

    private static void object(JsonBytes out, Field field, int row) {
        out.begin();
        for (Field inner : field.fields()) {
            out.name(inner.name());
            if (inner.name().equals("id") && inner.type().equals("integer")) {
                out.value(number(field.name() + "Id").applyAsLong(row));
            } else {
                write(out, inner, row);
            }
        }
        out.end();
    }

    private static ToLongFunction<Integer> number(String field) {
        Entity referenced = REFERENCES.get(field);
        return referenced == null ? row -> 1_000 + row : row -> referenced.id(row % REFERENCED);
    }

    private static long cents(int row) {
        return 12_50 + row * 75L;
    }

    private static void text(JsonBytes out, String field, int row) {
        if (AMOUNT.matcher(field).matches()) {
            out.quotedMoney(cents(row));
        } else {
            out.value("Invented " + field + " " + (row + 1));
        }
    }

    /** One day later for each row; rows are modified one hour after their creation. */
    private static long time(String field, int row) {
        return World.BEGINNING + row * Ticks.DAY + (field.equals("modifiedOn") ? Ticks.HOUR : 0);
    }
}
