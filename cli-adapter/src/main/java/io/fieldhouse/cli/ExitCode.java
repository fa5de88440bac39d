package io.fieldhouse.cli;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.tracktik.api.TrackTikException;
import io.fieldhouse.warehouse.WarehouseException;

/** Exit statuses, by the numbers of sysexits.h. */
final class ExitCode {
    static final int OK = 0;
    static final int USAGE = 64;
    static final int DATA = 65;
    static final int NO_INPUT = 66;
    static final int UNAVAILABLE = 69;
    static final int DEFECT = 70;
    static final int CANNOT_CREATE = 73;
    static final int CANNOT_WRITE = 74;
    static final int TRY_AGAIN = 75;
    static final int NO_PERMISSION = 77;
    static final int CONFIGURATION = 78;

    /** What a shell gives to whoever was stopped by Ctrl-C. */
    static final int INTERRUPTED = 130;

    /** What a shell gives to whoever wrote to somebody who had gone. */
    static final int READER_GONE = 141;

    private ExitCode() {}

    static int of(WarehouseException.Kind kind) {
        return switch (kind) {
            case UNREACHABLE, FAILED -> UNAVAILABLE;
            case REFUSED, MISSING_PRIVILEGE -> NO_PERMISSION;
            case NO_DATABASE, UNSUPPORTED_SERVER, NOT_MIGRATED, NEWER_THAN_CODE -> CONFIGURATION;
            case NOT_A_WAREHOUSE, CHANGED_MIGRATION, CHANGED_BY_HAND -> DATA;
        };
    }

    static int of(LoadException.Kind kind) {
        return switch (kind) {
            case TRANSIENT -> TRY_AGAIN;
            case PERMANENT -> DATA;
            case INTERRUPTED -> INTERRUPTED;
        };
    }

    static int of(TrackTikException.Kind kind) {
        return switch (kind) {
            case CREDENTIALS, FORBIDDEN, FIREWALL -> NO_PERMISSION;
            case BAD_REQUEST, NOT_FOUND, BAD_ANSWER -> DATA;
            case RATE_LIMITED, TOO_SLOW, SERVER, NETWORK -> TRY_AGAIN;
            case INTERRUPTED, CLOSED -> INTERRUPTED;
        };
    }
}
