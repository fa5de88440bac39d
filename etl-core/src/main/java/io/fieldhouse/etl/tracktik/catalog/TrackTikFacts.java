package io.fieldhouse.etl.tracktik.catalog;

import static io.fieldhouse.warehouse.jooq.tracktik.Tables.FACT_ATTENDANCE;
import static io.fieldhouse.warehouse.jooq.tracktik.Tables.FACT_BILLING;
import static io.fieldhouse.warehouse.jooq.tracktik.Tables.FACT_SHIFTS;

import io.fieldhouse.etl.fact.Fact;
import java.util.List;

/** The facts that are made of TrackTik's shifts, which are loaded by period and sub-region. */
public final class TrackTikFacts {
    public static final Fact SHIFTS = Fact.hashed(
            FACT_SHIFTS,
            List.of(FACT_SHIFTS.PERIOD_ID, FACT_SHIFTS.REGION_ID),
            List.of(FACT_SHIFTS.SHIFT_ID),
            List.of(
                    FACT_SHIFTS.SOURCE_MODIFIED_AT,
                    FACT_SHIFTS.BUSINESS_DATE,
                    FACT_SHIFTS.TIME_ZONE,
                    FACT_SHIFTS.REGION_KEY,
                    FACT_SHIFTS.CLIENT_ID,
                    FACT_SHIFTS.CLIENT_KEY,
                    FACT_SHIFTS.POSITION_KEY,
                    FACT_SHIFTS.EMPLOYEE_KEY,
                    FACT_SHIFTS.PAY_CODE_KEY,
                    FACT_SHIFTS.BILLING_CODE_ID,
                    FACT_SHIFTS.BILLING_CODE_KEY));

    public static final Fact ATTENDANCE = Fact.in(
            FACT_ATTENDANCE,
            List.of(FACT_ATTENDANCE.PERIOD_ID, FACT_ATTENDANCE.REGION_ID),
            List.of(FACT_ATTENDANCE.SHIFT_ID));

    public static final Fact BILLING = Fact.in(
            FACT_BILLING,
            List.of(FACT_BILLING.PERIOD_ID, FACT_BILLING.REGION_ID),
            List.of(FACT_BILLING.CLIENT_ID, FACT_BILLING.POSITION_ID, FACT_BILLING.BILLING_CODE_ID));

    private TrackTikFacts() {}
}
