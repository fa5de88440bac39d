package io.fieldhouse.etl.reconcile;

/** What stands between the fields of a CSV. */
public enum Delimiter {
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t');

    private final char sign;

    Delimiter(char sign) {
        this.sign = sign;
    }

    char sign() {
        return sign;
    }
}
