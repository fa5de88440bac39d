package io.fieldhouse.servicetitan.sandbox;

/** What a job costs: pay, bonuses, what was bought, and what went back. Visits to estimate cost nothing. */
final class Costs {
    private static final int BONUS_RANK = 1;
    private static final int WARRANTY_RANK = 4;

    final Job job;
    private final long drawn;
    private final long subtotal;

    Costs(Job job) {
        this.job = job;
        this.drawn = job.world.draw(8, job.index);
        this.subtotal = job.kind == Job.Kind.VISIT
                ? 0
                : job.world.invoice(job.invoice()).subtotalBeforeChange();
    }

    /** What one of the two who work on it is paid: three fifths, or the rest. */
    long labor(int part) {
        if (!job.started() || job.kind == Job.Kind.VISIT) {
            return 0;
        }
        long whole = switch (job.kind) {
            case PRODUCTION -> subtotal * (25 + Chance.upTo(15, drawn, 1)) / 100;
            case WARRANTY -> 80_00 + Chance.upTo(320_00, drawn, 1);
            default -> 40_00 + Chance.upTo(80_00, drawn, 1);
        };
        long due = job.completed() ? whole : whole / 2;
        return part == 0 ? due * 6 / 10 : due - due * 6 / 10;
    }

    boolean hasAdjustment() {
        boolean either =
                job.kind == Job.Kind.WARRANTY || (job.kind == Job.Kind.PRODUCTION && job.deal.rank == BONUS_RANK);
        return either && job.completed();
    }

    long adjustment() {
        if (!hasAdjustment()) {
            return 0;
        }
        return job.kind == Job.Kind.WARRANTY
                ? Chance.upTo(60_00, drawn, 2) - 20_00
                : 50_00 + Chance.upTo(100_00, drawn, 2);
    }

    boolean hasPurchase() {
        return job.started() && (job.kind == Job.Kind.PRODUCTION || job.kind == Job.Kind.WARRANTY);
    }

    boolean purchaseCanceled() {
        return Chance.upTo(12, drawn, 3) == 0;
    }

    /** With tax and shipping, whether it was canceled or not. */
    long ordered() {
        return job.kind == Job.Kind.WARRANTY
                ? 20_00 + Chance.upTo(130_00, drawn, 4)
                : subtotal * (10 + Chance.upTo(15, drawn, 4)) / 100;
    }

    long purchases() {
        return hasPurchase() && !purchaseCanceled() ? ordered() : 0;
    }

    boolean hasReturn() {
        return job.kind == Job.Kind.PRODUCTION
                && job.deal.rank == 0
                && job.completed()
                && purchases() > 0
                && Chance.upTo(2, drawn, 5) == 0;
    }

    boolean returnCanceled() {
        return Chance.upTo(10, drawn, 6) == 0;
    }

    long returnable() {
        return ordered() / 10;
    }

    /** Never positive. */
    long returns() {
        return hasReturn() && !returnCanceled() ? -returnable() : 0;
    }

    long labor() {
        return labor(0) + labor(1);
    }

    long total() {
        return labor() + adjustment() + purchases() + returns();
    }

    /** The job of a round that has the adjustment with that number. */
    static int adjustedPlace(int number) {
        return SandboxData.DEALS + (number == 0 ? BONUS_RANK : WARRANTY_RANK);
    }
}
