package io.fieldhouse.cli;

import io.fieldhouse.warehouse.WarehouseException;

/** Exit statuses, by the numbers of sysexits.h. */
final class ExitCode {
    static final int OK = 0;
    static final int USAGE = 64;
    static final int DATA = 65;
    static final int UNAVAILABLE = 69;
    static final int DEFECT = 70;
    static final int NO_PERMISSION = 77;
    static final int CONFIGURATION = 78;

    private ExitCode() {}

    static int of(WarehouseException.Kind kind) {
        return switch (kind) {
            case UNREACHABLE, FAILED -> UNAVAILABLE;
            case REFUSED, MISSING_PRIVILEGE -> NO_PERMISSION;
            case NO_DATABASE, UNSUPPORTED_SERVER, NOT_MIGRATED, NEWER_THAN_CODE -> CONFIGURATION;
            case NOT_A_WAREHOUSE, CHANGED_MIGRATION, CHANGED_BY_HAND -> DATA;
        };
    }
}
