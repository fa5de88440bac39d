package io.fieldhouse.etl.reconcile;

/** What stands before the decimals of a number; the other one may then stand between thousands. */
public enum DecimalSign {
    /** As in 1,234.50. */
    POINT,
    /** As in 1.234,50. */
    COMMA
}
