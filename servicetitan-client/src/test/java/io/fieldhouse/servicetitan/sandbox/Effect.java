package io.fieldhouse.servicetitan.sandbox;

/** What a change does to a row. */
enum Effect {
    JOB_DELETED(Entity.JOBS),
    JOB_RESCHEDULED(Entity.JOBS),
    ESTIMATE_SOLD(Entity.ESTIMATES),
    ESTIMATE_DELETED(Entity.ESTIMATES),
    INVOICE_REPRICED(Entity.INVOICES),
    PAYMENT_DELETED(Entity.PAYMENTS),
    CUSTOMER_RENAMED(Entity.CUSTOMERS),
    BUSINESS_UNIT_RENAMED(Entity.BUSINESS_UNITS),
    TECHNICIAN_DEACTIVATED(Entity.TECHNICIANS),
    CAMPAIGN_DEACTIVATED(Entity.CAMPAIGNS),
    /** Nothing tells of it: it is not there any more. */
    LEAD_VANISHED(Entity.LEADS);

    private final Entity entity;

    Effect(Entity entity) {
        this.entity = entity;
    }

    Entity entity() {
        return entity;
    }
}
