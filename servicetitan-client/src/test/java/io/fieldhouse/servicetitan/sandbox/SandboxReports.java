package io.fieldhouse.servicetitan.sandbox;

/** Which of a sandbox's reports are which: ids are other ones for each tenant, and names are not unique. */
public final class SandboxReports {
    private static final String OPERATIONS = "operations";
    private static final String MARKETING = "marketing";
    private static final String ACCOUNTING = "accounting";
    private static final String OTHER = "other";

    private final long firstId;

    SandboxReports(long tenant) {
        this.firstId = 28_000_000 + tenant % 97 * 1_000;
    }

    /** What a report is asked for by. */
    public record Ref(String category, long id, String name) {}

    /** The visits to estimate. */
    public Ref leads() {
        return new Ref(MARKETING, firstId + 1, "Leads");
    }

    /** By day, business unit and estimator. */
    public Ref dailyWbr() {
        return new Ref(OPERATIONS, firstId + 2, "Daily WBR C/R");
    }

    /** What was produced, and what it cost. */
    public Ref foreman() {
        return new Ref(OPERATIONS, firstId + 3, "FOREMAN Job Cost");
    }

    /** What was paid, split by split. */
    public Ref collections() {
        return new Ref(ACCOUNTING, firstId + 4, "Collections");
    }

    /** What is owed. */
    public Ref receivables() {
        return new Ref(ACCOUNTING, firstId + 5, "AR");
    }

    /** As {@link #collections}, with two columns called Amount. */
    public Ref duplicateColumns() {
        return new Ref(OTHER, firstId + 6, "Collections by Payer");
    }

    /** As {@link #receivables}, with a last row that sums up the others. */
    public Ref grandTotal() {
        return new Ref(OTHER, firstId + 7, "AR with Total");
    }

    /** Never any rows. */
    public Ref empty() {
        return new Ref(OTHER, firstId + 8, "Empty");
    }

    /** As {@link #foreman}, but the second row has a text for its subtotal, and no date for its day. */
    public Ref wrongCells() {
        return new Ref(OTHER, firstId + 9, "FOREMAN with Errors");
    }

    /** Called as {@link #leads} is, and of nobody's interest. */
    public Ref namesake() {
        return new Ref(MARKETING, firstId + 10, "Leads");
    }

    /** The first of those that fill the category of operations, sixty of them, two with one name. */
    long filler() {
        return firstId + 100;
    }
}
