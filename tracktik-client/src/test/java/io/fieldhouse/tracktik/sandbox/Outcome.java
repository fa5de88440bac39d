package io.fieldhouse.tracktik.sandbox;

/** How a shift went. */
enum Outcome {
    CANCELLED("SCHEDULED"),
    VACANT("SCHEDULED"),
    PLANNED("SCHEDULED"),
    UNDER_WAY("IN_PROGRESS"),
    ON_TIME("COMPLETED"),
    LATE("COMPLETED"),
    LEFT_EARLY("EARLY_CLOCK_OUT"),
    STAYED_LONG("OVER_CLOCK"),
    /** Never clocked out: the session is still open, and nothing is paid until somebody closes it. */
    FORGOT("IN_PROGRESS"),
    TWO_SESSIONS("COMPLETED"),
    MISSED("MISSED"),
    TIME_OFF("PTO");

    private final String attendance;

    Outcome(String attendance) {
        this.attendance = attendance;
    }

    /** What the vendor calls the attendance status. */
    String attendance() {
        return attendance;
    }

    boolean clocked() {
        return switch (this) {
            case UNDER_WAY, ON_TIME, LATE, LEFT_EARLY, STAYED_LONG, FORGOT, TWO_SESSIONS -> true;
            default -> false;
        };
    }

    boolean open() {
        return this == UNDER_WAY || this == FORGOT;
    }

    boolean paid() {
        return this == TIME_OFF || (clocked() && !open());
    }
}
