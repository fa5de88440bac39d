package io.fieldhouse.servicetitan.sandbox;

import org.jspecify.annotations.Nullable;

/** A job: of a round's sixteen, ten are visits to estimate, four produce what was sold, one is warranty, one another service. */
final class Job {
    enum Kind {
        VISIT,
        PRODUCTION,
        WARRANTY,
        SERVICE
    }

    private static final int WARRANTY_RANK = 4;
    private static final long RESCHEDULED_BY = 7 * Ticks.DAY;

    final World world;
    final long index;
    final Kind kind;
    final Deal deal;
    private final long drawn;

    Job(World world, long index) {
        this.world = world;
        this.index = index;
        this.drawn = world.draw(3, index);
        long round = index / SandboxData.JOBS;
        int place = (int) (index % SandboxData.JOBS);
        if (place < SandboxData.DEALS) {
            kind = Kind.VISIT;
            deal = world.deal(round * SandboxData.DEALS + place);
        } else {
            int rank = place - SandboxData.DEALS;
            kind = rank < World.SOLD ? Kind.PRODUCTION : rank == WARRANTY_RANK ? Kind.WARRANTY : Kind.SERVICE;
            deal = world.dealOf(round, rank);
        }
    }

    long id() {
        return Entity.JOBS.id(index);
    }

    String number() {
        return String.valueOf(id());
    }

    boolean deleted() {
        return world.changes().has(Effect.JOB_DELETED, index);
    }

    /** By index. Who sells takes on every third of the other services, so that not all they do are visits. */
    int businessUnit() {
        boolean ofSales = kind == Kind.VISIT || (kind == Kind.SERVICE && index / SandboxData.JOBS % 3 == 0);
        return ofSales ? Reference.salesUnit(deal.region) : Reference.productionUnit(deal.region);
    }

    /** By index. */
    int type() {
        return switch (kind) {
            case VISIT -> deal.estimateType();
            case PRODUCTION -> Reference.productionType(deal.region, drawn);
            case WARRANTY -> Reference.warrantyType(drawn);
            case SERVICE -> Reference.serviceType(drawn);
        };
    }

    String typeName() {
        return Reference.JOB_TYPES.get(type());
    }

    long created() {
        return switch (kind) {
            case VISIT -> deal.created();
            case PRODUCTION -> deal.soldOn() + 10 * Ticks.MINUTE;
            case WARRANTY, SERVICE -> deal.created() + 2 * Ticks.HOUR;
        };
    }

    /** When the first appointment starts: the job has no start of its own. */
    long start() {
        long planned = plannedStart();
        return world.changes().has(Effect.JOB_RESCHEDULED, index) ? planned + RESCHEDULED_BY : planned;
    }

    private long plannedStart() {
        long quarter = 7 * Ticks.HOUR + 15L * Chance.upTo(8, drawn, 1) * Ticks.MINUTE;
        return switch (kind) {
            case VISIT -> deal.visitStart();
            case PRODUCTION ->
                parked()
                        ? Ticks.local(World.PARKED, 8 * Ticks.HOUR)
                        : Ticks.local(Ticks.day(deal.soldOn()) + 3 + Chance.upTo(28, drawn, 2), quarter);
            case WARRANTY -> Ticks.local(deal.day + 1 + Chance.upTo(10, drawn, 2), quarter);
            case SERVICE -> Ticks.local(deal.day + 1 + Chance.upTo(14, drawn, 2), quarter);
        };
    }

    private boolean parked() {
        return Chance.upTo(60, drawn, 3) == 0;
    }

    /** When work ends, or will; production takes up to three days. */
    long end() {
        return switch (kind) {
            case VISIT -> deal.visitEnd();
            case PRODUCTION ->
                start()
                        + Chance.upTo(3, drawn, 4) * Ticks.DAY
                        + 8 * Ticks.HOUR
                        + Chance.upTo(60, drawn, 5) * Ticks.MINUTE;
            case WARRANTY, SERVICE -> start() + 90 * Ticks.MINUTE;
        };
    }

    boolean canceled() {
        return kind == Kind.VISIT ? deal.canceled() : kind == Kind.SERVICE && Chance.upTo(20, drawn, 6) == 0;
    }

    boolean started() {
        return !canceled() && start() <= deal.now();
    }

    boolean completed() {
        return !canceled() && end() <= deal.now();
    }

    long completedOn() {
        return completed() ? end() + deal.fraction(3) : Ticks.NONE;
    }

    String status() {
        if (canceled()) {
            return "Canceled";
        }
        if (completed()) {
            return "Completed";
        }
        if (started()) {
            return "InProgress";
        }
        return Chance.upTo(25, drawn, 7) == 0 ? "Hold" : "Scheduled";
    }

    /** Of every twelve visits one is not charged, whatever would come of it. */
    boolean noCharge() {
        return kind == Kind.WARRANTY || (kind == Kind.VISIT && Chance.upTo(12, drawn, 8) == 0);
    }

    long modified() {
        return world.modified(Entity.JOBS, index, Math.max(created() + 90 * Ticks.SECOND, completedOn()));
    }

    /** The technician who leads it, by index. */
    int lead() {
        return kind == Kind.VISIT ? deal.estimator() : deal.painter(0);
    }

    /** Whose sale it comes from: a technician, by index; null for what was not sold. */
    @Nullable Integer soldBy() {
        return kind == Kind.PRODUCTION || (kind == Kind.VISIT && deal.sold()) ? (Integer) deal.estimator() : null;
    }

    /** By index. */
    long invoice() {
        return index / SandboxData.JOBS * SandboxData.INVOICES + index % SandboxData.JOBS;
    }

    long firstAppointment() {
        return index / SandboxData.JOBS * Appointment.IN_ROUND + index % SandboxData.JOBS;
    }

    /** Production has a second one, on its last day. */
    int appointments() {
        return kind == Kind.PRODUCTION ? 2 : 1;
    }

    long lastAppointment() {
        return kind == Kind.PRODUCTION
                ? index / SandboxData.JOBS * Appointment.IN_ROUND + SandboxData.JOBS + deal.rank
                : firstAppointment();
    }

    long drawn() {
        return drawn;
    }
}
