package io.fieldhouse.servicetitan.sandbox;

/** The enquiries that came over the web: in a round, those of its first four deals. */
final class Bookings {
    static final int IN_ROUND = 4;

    private Bookings() {}

    /** The booking that a visit comes from, or {@link Ticks#NONE}. */
    static long ofJob(Job job) {
        long place = job.index % SandboxData.JOBS;
        return place < IN_ROUND ? Entity.BOOKINGS.id(job.index / SandboxData.JOBS * IN_ROUND + place) : Ticks.NONE;
    }

    /** The index of the deal of a booking. */
    static long deal(long booking) {
        return booking / IN_ROUND * SandboxData.DEALS + booking % IN_ROUND;
    }
}
