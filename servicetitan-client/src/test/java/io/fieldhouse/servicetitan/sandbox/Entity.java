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
    ASSIGNMENTS("dispatch/v2/appointment-assignments", 99_000_000);

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
