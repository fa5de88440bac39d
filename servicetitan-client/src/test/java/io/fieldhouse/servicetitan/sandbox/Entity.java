package io.fieldhouse.servicetitan.sandbox;

/** What has rows that a change can touch: its path, and the id of its first row. */
enum Entity {
    JOBS("jpm/v2/jobs", 30_000_000),
    APPOINTMENTS("jpm/v2/appointments", 40_000_000),
    JOB_TYPES("jpm/v2/job-types", 501),
    PROJECTS("jpm/v2/projects", 45_000_000),
    BUSINESS_UNITS("settings/v2/business-units", 301),
    TECHNICIANS("settings/v2/technicians", 2_001),
    EMPLOYEES("settings/v2/employees", 3_001),
    TAG_TYPES("settings/v2/tag-types", 901),
    CAMPAIGNS("marketing/v2/campaigns", 701),
    CAMPAIGN_COSTS("marketing/v2/costs", 7_001),
    ESTIMATES("sales/v2/estimates", 50_000_000),
    INVOICES("accounting/v2/invoices", 60_000_000),
    INVOICE_ITEMS("accounting/v2/invoice-items", 600_000_000),
    PAYMENTS("accounting/v2/payments", 70_000_000),
    PAYMENT_TYPES("accounting/v2/payment-types", 61),
    CUSTOMERS("crm/v2/customers", 10_000_000),
    LOCATIONS("crm/v2/locations", 20_000_000),
    LEADS("crm/v2/leads", 80_000_000),
    BOOKINGS("crm/v2/bookings", 85_000_000),
    GROSS_PAY_ITEMS("payroll/v2/gross-pay-items", 90_000_000),
    PAYROLL_ADJUSTMENTS("payroll/v2/payroll-adjustments", 95_000_000),
    JOB_SPLITS("payroll/v2/jobs/splits", 96_000_000),
    PURCHASE_ORDERS("inventory/v2/purchase-orders", 97_000_000),
    RETURNS("inventory/v2/returns", 98_000_000),
    ASSIGNMENTS("dispatch/v2/appointment-assignments", 99_000_000),
    AP_BILLS("accounting/v2/ap-bills", 110_000_001),
    AP_CREDITS("accounting/v2/ap-credits", 111_000_001),
    AP_PAYMENTS("accounting/v2/ap-payments", 112_000_001),
    BANK_DEPOSITS("accounting/v2/bank-deposits", 113_000_001),
    CREDIT_MEMOS("accounting/v2/credit-memos", 114_000_001),
    CREDIT_MEMO_ITEMS("accounting/v2/credit-memos/credit-memo-items", 115_000_001),
    GL_ACCOUNTS("accounting/v2/gl-accounts", 116_000_001),
    GL_ACCOUNT_TYPES("accounting/v2/gl-accounts/types", 117_000_001),
    INVENTORY_BILLS("accounting/v2/inventory-bills", 118_000_001),
    JOURNAL_ENTRIES("accounting/v2/journal-entries", 119_000_001),
    PAYMENT_TERMS("accounting/v2/payment-terms", 120_000_001),
    TAX_ZONES("accounting/v2/tax-zones", 121_000_001),
    CONTACTS("crm/v2/contacts", 122_000_001),
    CUSTOMER_CONTACTS("crm/v2/customers/contacts", 123_000_001),
    LOCATION_CONTACTS("crm/v2/locations/contacts", 124_000_001),
    NON_JOB_APPOINTMENTS("dispatch/v2/non-job-appointments", 125_000_001),
    TECHNICIAN_SHIFTS("dispatch/v2/technician-shifts", 126_000_001),
    TEAMS("dispatch/v2/teams", 127_000_001),
    ZONES("dispatch/v2/zones", 128_000_001),
    ADJUSTMENTS("inventory/v2/adjustments", 129_000_001),
    RECEIPTS("inventory/v2/receipts", 130_000_001),
    TRANSFERS("inventory/v2/transfers", 131_000_001),
    TRUCKS("inventory/v2/trucks", 132_000_001),
    VENDORS("inventory/v2/vendors", 133_000_001),
    WAREHOUSES("inventory/v2/warehouses", 134_000_001),
    JOB_CANCEL_REASONS("jpm/v2/job-cancel-reasons", 135_000_001),
    JOB_HOLD_REASONS("jpm/v2/job-hold-reasons", 136_000_001),
    JOB_CANCELED_LOGS("jpm/v2/job-canceled-logs", 137_000_001),
    JOB_HISTORIES("jpm/v2/job-history", 138_000_001),
    PROJECT_STATUSES("jpm/v2/project-statuses", 139_000_001),
    PROJECT_SUBSTATUSES("jpm/v2/project-substatuses", 140_000_001),
    PROJECT_TYPES("jpm/v2/project-types", 141_000_001),
    CAMPAIGN_CATEGORIES("marketing/v2/categories", 142_000_001),
    MEMBERSHIPS("memberships/v2/memberships", 143_000_001),
    MEMBERSHIP_TYPES("memberships/v2/membership-types", 144_000_001),
    MEMBERSHIP_STATUS_CHANGES("memberships/v2/membership-status-changes", 145_000_001),
    RECURRING_SERVICES("memberships/v2/recurring-services", 146_000_001),
    RECURRING_SERVICE_TYPES("memberships/v2/recurring-service-types", 147_000_001),
    RECURRING_SERVICE_EVENTS("memberships/v2/recurring-service-events", 148_000_001),
    INVOICE_TEMPLATES("memberships/v2/invoice-templates", 149_000_001),
    JOB_TIMESHEETS("payroll/v2/jobs/timesheets", 150_000_001),
    NON_JOB_TIMESHEETS("payroll/v2/non-job-timesheets", 151_000_001),
    ACTIVITY_CODES("payroll/v2/activity-codes", 152_000_001),
    TIMESHEET_CODES("payroll/v2/timesheet-codes", 153_000_001),
    PAYROLLS("payroll/v2/payrolls", 154_000_001),
    PAYROLL_SETTINGS("payroll/v2/payroll-settings", 155_000_001),
    LOCATION_RATES("payroll/v2/locations/rates", 156_000_001),
    CALLS("telecom/v3/calls", 157_000_001),
    EXPORTED_CALLS("telecom/v2/calls", 158_000_001),
    ACTIVITIES("timesheets/v2/activities", 159_000_001),
    ACTIVITY_CATEGORIES("timesheets/v2/activity-categories", 160_000_001),
    ACTIVITY_TYPES("timesheets/v2/activity-types", 161_000_001);

    private final String path;
    private final long firstId;

    Entity(String path, long firstId) {
        this.path = path;
        this.firstId = firstId;
    }

    String path() {
        return path;
    }

    long firstId() {
        return firstId;
    }

    long id(long index) {
        return firstId + index;
    }

    long index(long id) {
        return id - firstId;
    }
}
