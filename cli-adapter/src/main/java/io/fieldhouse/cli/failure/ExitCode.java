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

    /** What a shell gives to whoever was stopped by Ctrl-C. */
    public static final int INTERRUPTED = 130;

    /** What a shell gives to whoever wrote to somebody who had gone. */
    public static final int READER_GONE = 141;

    /** What each of them means to whoever runs a command. */
    public static final SortedMap<Integer, String> MEANINGS =
            Collections.unmodifiableSortedMap(new TreeMap<>(Map.ofEntries(
                    Map.entry(OK, "Done."),
                    Map.entry(USAGE, "What was typed is not understood, or nobody can mean it."),
                    Map.entry(
                            DATA, "What was read or found is not as it has to be: an answer, a record, the warehouse."),
                    Map.entry(NO_INPUT, "A file that was named is not there, or cannot be read."),
                    Map.entry(UNAVAILABLE, "The database cannot be reached, or did not start."),
                    Map.entry(DEFECT, "A defect of fieldhouse: please report it."),
                    Map.entry(CANNOT_CREATE, "A file or a folder cannot be written."),
                    Map.entry(CANNOT_WRITE, "Writing failed: most often the disk is full."),
                    Map.entry(TRY_AGAIN, "Something failed that may work later: run the same command again."),
                    Map.entry(NO_PERMISSION, "A login is refused, or lacks a right."),
                    Map.entry(CONFIGURATION, "Something is not configured as it has to be, or not migrated."),
                    Map.entry(INTERRUPTED, "Stopped on request: the same command goes on from there."),
                    Map.entry(READER_GONE, "Whoever read what was written had gone, as head does."))));

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
