package io.fieldhouse.tracktik.sandbox;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became different about one billing period, all of it in N California.
 *
 * @param period the period's first day, or null where nothing has changed
 * @param siteRenamed a client's id
 * @param employeeRetired an employee's id
 * @param shiftVanished the id of a shift that is no longer there
 * @param shiftCancelled the id of a shift that was cancelled
 * @param shiftRerated the id of a shift that is paid 0.80 an hour more, and billed 1.20 more
 * @param shiftMoved the id of a shift that moved from the period's last day to the day after
 */
public record SandboxChange(
        @Nullable LocalDate period,
        long siteRenamed,
        long employeeRetired,
        long shiftVanished,
        long shiftCancelled,
        long shiftRerated,
        long shiftMoved) {

    static final SandboxChange NONE = new SandboxChange(null, -1, -1, -1, -1, -1, -1);

    boolean happened() {
        return period != null;
    }

    boolean renames(Site site) {
        return site.id() == siteRenamed;
    }

    boolean retires(Employee employee) {
        return employee.id() == employeeRetired;
    }
}
