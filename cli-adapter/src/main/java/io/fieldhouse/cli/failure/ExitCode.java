package io.fieldhouse.cli.failure;

import io.fieldhouse.etl.LoadException;
import io.fieldhouse.tracktik.api.TrackTikException;
import io.fieldhouse.warehouse.WarehouseException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Exit statuses, by the numbers of sysexits.h. */
public final class ExitCode {
    public static final int OK = 0;
    public static final int USAGE = 64;
    public static final int DATA = 65;
    public static final int NO_INPUT = 66;
    public static final int UNAVAILABLE = 69;
    public static final int DEFECT = 70;
    public static final int CANNOT_CREATE = 73;
    public static final int CANNOT_WRITE = 74;
    public static final int TRY_AGAIN = 75;
    public static final int NO_PERMISSION = 77;
    public static final int CONFIGURATION = 78;

    /** The status that a shell gives to a command stopped by Ctrl-C. */
    public static final int INTERRUPTED = 130;

    /** The status that a shell gives to a command whose reader closed the pipe. */
    public static final int READER_GONE = 141;

    /** What each status means. */
    public static final SortedMap<Integer, String> MEANINGS =
            Collections.unmodifiableSortedMap(new TreeMap<>(Map.ofEntries(
                    Map.entry(OK, "Success."),
                    Map.entry(USAGE, "Invalid command line."),
                    Map.entry(DATA, "Invalid data: an API response, a record, or the warehouse."),
                    Map.entry(NO_INPUT, "An input file is missing or cannot be read."),
                    Map.entry(UNAVAILABLE, "The database is unreachable, or did not start."),
                    Map.entry(DEFECT, "Unexpected error: a defect of Fieldhouse. The message names the log file."),
                    Map.entry(CANNOT_CREATE, "A file or folder cannot be created."),
                    Map.entry(CANNOT_WRITE, "Writing failed. Most often, the disk is full."),
                    Map.entry(TRY_AGAIN, "Temporary failure. Run the same command again."),
                    Map.entry(NO_PERMISSION, "A login is rejected or lacks a permission."),
                    Map.entry(
                            CONFIGURATION,
                            "The configuration is invalid or incomplete, or the warehouse is not migrated."),
                    Map.entry(INTERRUPTED, "Stopped on request. The same command resumes."),
                    Map.entry(READER_GONE, "The reader closed the pipe."))));

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
