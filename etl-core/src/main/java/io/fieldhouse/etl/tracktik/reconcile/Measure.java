package io.fieldhouse.etl.tracktik.reconcile;

import static io.fieldhouse.warehouse.jooq.tracktik.Tables.FACT_BILLING;

import java.math.BigDecimal;
import org.jooq.Field;

/** A figure that is compared: a sum of {@code tracktik.fact_billing}. */
public enum Measure {
    SCHEDULED_HOURS(FACT_BILLING.SCHEDULED_HOURS),
    WORKED_HOURS(FACT_BILLING.WORKED_HOURS),
    APPROVED_HOURS(FACT_BILLING.APPROVED_HOURS),
    PAYABLE_HOURS(FACT_BILLING.PAYABLE_HOURS),
    BILLABLE_HOURS(FACT_BILLING.BILLABLE_HOURS),
    REGULAR_HOURS(FACT_BILLING.REGULAR_HOURS),
    OVERTIME_HOURS(FACT_BILLING.OVERTIME_HOURS),
    HOLIDAY_HOURS(FACT_BILLING.HOLIDAY_HOURS),
    PAY_AMOUNT(FACT_BILLING.PAY_AMOUNT),
    BILL_AMOUNT(FACT_BILLING.BILL_AMOUNT);

    private final String column;
    private final String key;

    Measure(Field<BigDecimal> column) {
        this.column = column.getName();
        this.key = this.column.replace('_', '-');
    }

    /** Its column, such as {@code worked_hours}. */
    public String column() {
        return column;
    }

    /** How a configuration calls it, such as {@code worked-hours}. */
    public String key() {
        return key;
    }

    /** Whether it is money, not hours. */
    public boolean isAmount() {
        return this == PAY_AMOUNT || this == BILL_AMOUNT;
    }

    static Measure in(String column) {
        for (Measure measure : values()) {
            if (measure.column.equals(column)) {
                return measure;
            }
        }
        throw new IllegalArgumentException("No measure is in a column " + column + ".");
    }

    @Override
    public String toString() {
        return column.replace('_', ' ');
    }
}
