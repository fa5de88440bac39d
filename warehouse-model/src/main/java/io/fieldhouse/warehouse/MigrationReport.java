package io.fieldhouse.warehouse;

import java.time.Duration;
import java.util.List;

/**
 * What a migration did.
 *
 * @param fromVersion the version before, 0 for an empty database
 * @param toVersion the version after
 * @param applied the migrations that ran, in their order; empty if there was nothing to do
 * @param unexpected objects in the warehouse's schemas that no migration made; they are left alone
 * @param took how long it took
 */
public record MigrationReport(
        int fromVersion, int toVersion, List<String> applied, List<String> unexpected, Duration took) {
    public MigrationReport {
        applied = List.copyOf(applied);
        unexpected = List.copyOf(unexpected);
    }

    /** One line for people. */
    @Override
    public String toString() {
        String done = applied.isEmpty()
                ? "The warehouse is at version " + toVersion + " already"
                : "The warehouse went from version " + fromVersion + " to " + toVersion + " in " + took.toMillis()
                        + " ms";
        return unexpected.isEmpty()
                ? done + "."
                : done + "; left alone, because no migration made it: " + String.join(", ", unexpected) + ".";
    }
}
