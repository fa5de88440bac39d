package io.fieldhouse.servicetitan.sandbox;

/** An enquiry and what becomes of it: who asks, when somebody comes to estimate, and whether it is sold. */
final class Deal {
    final World world;
    final long index;
    final int rank;
    final long drawn;
    final long day;
    final int region;

    Deal(World world, long index, int rank) {
        this.world = world;
        this.index = index;
        this.rank = rank;
        this.drawn = world.draw(1, index);
        this.day = world.day(index);
        this.region = region(world, index);
    }

    /** Whoever asks twice lives in one place. */
    private static int region(World world, long index) {
        return Reference.region(Chance.upTo(100, world.draw(2, index % 4 == 3 ? index - 1 : index), 1));
    }

    /** Every fourth enquiry comes from whoever made the one before. */
    static long customer(long deal) {
        return deal - (deal + 1) / 4;
    }

    /** The first enquiry of a customer. */
    static long firstOf(long customer) {
        return customer + customer / 3;
    }

    long round() {
        return index / SandboxData.DEALS;
    }

    long customer() {
        return customer(index);
    }

    long location() {
        return Place.ofDeal(this);
    }

    long today() {
        return world.today(round());
    }

    /** The end of the last day of which the round knows. */
    long now() {
        return Ticks.local(today() + 1, -1);
    }

    /** So many days later at most, and not later than today. */
    long later(long from, int days, int salt) {
        long left = Math.max(0, Math.min(days, today() - from));
        return from + Chance.upTo((int) left + 1, drawn, salt);
    }

    long created() {
        return Ticks.local(day, 7 * Ticks.HOUR + Chance.upTo(12 * 3600, drawn, 3) * Ticks.SECOND) + fraction(1);
    }

    long fraction(int salt) {
        return Chance.upTo((int) Ticks.SECOND, drawn, 1 + salt);
    }

    boolean sold() {
        return rank < World.SOLD;
    }

    /** Of the job that the estimate is made on. */
    boolean canceled() {
        return (rank == 9 && Chance.upTo(2, drawn, 2) == 0) || (rank == 8 && Chance.upTo(8, drawn, 2) == 0);
    }

    private long visitDay() {
        return sold() ? later(day, 7, 4) : day + Chance.upTo(8, drawn, 4);
    }

    long visitStart() {
        long visit = visitDay();
        return visit == day
                ? (created() / Ticks.HOUR + 1) * Ticks.HOUR
                : Ticks.local(visit, 8 * Ticks.HOUR + 30L * Chance.upTo(17, drawn, 5) * Ticks.MINUTE);
    }

    long visitEnd() {
        return visitStart() + (45 + Chance.upTo(75, drawn, 6)) * Ticks.MINUTE;
    }

    boolean visited() {
        return !canceled() && visitEnd() <= now();
    }

    /** When the first estimate was sold, if it was. */
    long soldOn() {
        long visit = visitDay();
        int patience = Chance.upTo(15, drawn, 7) == 0 ? 120 : 14;
        long soldDay = Chance.upTo(5, drawn, 1) < 3 ? visit : later(visit, patience, 2);
        return soldDay == visit
                ? visitEnd() + 30 * Ticks.MINUTE + fraction(2)
                : Ticks.local(soldDay, 8 * Ticks.HOUR + Chance.upTo(11 * 3600, drawn, 3) * Ticks.SECOND) + fraction(2);
    }

    /** Sold for less than counts as a sale. */
    boolean soldForLittle() {
        return rank == 3 && Chance.upTo(8, drawn, 5) == 0;
    }

    int estimateType() {
        return Reference.estimateType(region, drawn);
    }

    /** A technician, by index. */
    int estimator() {
        return region * Reference.TEAM + Chance.upTo(Reference.ESTIMATORS, drawn, 8);
    }

    /** One of the region's painters, by index. */
    int painter(int salt) {
        int painters = Reference.TEAM - Reference.ESTIMATORS;
        return region * Reference.TEAM + Reference.ESTIMATORS + (Chance.upTo(painters, drawn, 9) + salt) % painters;
    }

    int campaign() {
        return Chance.upTo(Reference.CAMPAIGNS.size(), drawn, 4);
    }

    /** The index of the job on which an estimate is made. */
    long visitJob() {
        return round() * SandboxData.JOBS + index % SandboxData.DEALS;
    }

    /** The index of the job of that rank that follows: production, warranty or another service. */
    long furtherJob() {
        return round() * SandboxData.JOBS + SandboxData.DEALS + rank;
    }

    Estimate firstEstimate() {
        return world.estimate(round() * SandboxData.ESTIMATES + index % SandboxData.DEALS);
    }

    Estimate secondEstimate() {
        return world.estimate(round() * SandboxData.ESTIMATES + SandboxData.DEALS + rank);
    }

    /** What the sold estimates come to, in hundredths, in the round's own story. */
    long soldFor() {
        return firstEstimate().subtotal() + (rank == 0 ? secondEstimate().subtotal() : 0);
    }
}
