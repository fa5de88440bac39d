package io.fieldhouse.servicetitan.sandbox;

/** An appointment of a job: sixteen first ones in a round, then the second ones of its four production jobs. */
record Appointment(World world, long index, Job job, boolean second) {
    static final int IN_ROUND = SandboxData.JOBS + World.SOLD;

    static Appointment at(World world, long index) {
        long round = index / IN_ROUND;
        int place = (int) (index % IN_ROUND);
        boolean second = place >= SandboxData.JOBS;
        int jobPlace = second ? SandboxData.DEALS + place - SandboxData.JOBS : place;
        return new Appointment(world, index, world.job(round * SandboxData.JOBS + jobPlace), second);
    }

    long id() {
        return Entity.APPOINTMENTS.id(index);
    }

    long start() {
        return second ? job.end() - 4 * Ticks.HOUR : job.start();
    }

    long end() {
        return second || job.appointments() == 1 ? job.end() : job.start() + 8 * Ticks.HOUR;
    }

    /** One in forty second ones was taken back. */
    boolean active() {
        return !(second && Chance.upTo(40, job.drawn(), 9) == 0) && !job.deleted();
    }

    String status() {
        if (job.canceled()) {
            return "Canceled";
        }
        if (end() <= job.deal.now()) {
            return "Done";
        }
        return start() <= job.deal.now() ? "Working" : "Scheduled";
    }

    long created() {
        return job.created() + (second ? 3 : 1) * Ticks.SECOND;
    }

    long modified() {
        return world.modified(Entity.APPOINTMENTS, index, Math.max(created(), job.completedOn()));
    }
}
