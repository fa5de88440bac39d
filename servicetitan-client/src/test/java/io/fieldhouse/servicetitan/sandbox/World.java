package io.fieldhouse.servicetitan.sandbox;

import java.time.LocalDate;

/** Everything there is, made when asked for: nothing is kept but what has changed. */
final class World {
    /** When what has no history of its own was made. */
    static final long BEGINNING = Ticks.local(LocalDate.of(2019, 6, 3).toEpochDay(), 9 * Ticks.HOUR);

    /** Jobs that nobody has planned yet are put on that day. */
    static final long PARKED = LocalDate.of(2030, 1, 1).toEpochDay();

    /** The ranks of deals, by what comes of them; 4 has a warranty job too, 5 one of another service. */
    static final int SOLD = 4;

    private static final int[] TURNS = {1, 3, 7, 9};
    private static final int[] TURNED_BACK = {1, 7, 3, 9};

    private final SandboxData data;
    private final Changes changes;
    private final long firstDay;
    private final long lastDay;

    World(SandboxData data, Changes changes) {
        this.data = data;
        this.changes = changes;
        this.firstDay = data.firstDay().toEpochDay();
        this.lastDay = data.lastDay().toEpochDay();
    }

    SandboxData data() {
        return data;
    }

    Changes changes() {
        return changes;
    }

    /** Every change adds one. */
    long rounds() {
        return data.rounds() + (long) changes.count();
    }

    /** How many rows an entity with so many in a round has in all, and had before any change. */
    long rows(int inRound) {
        return rounds() * inRound;
    }

    long rowsBefore(int inRound) {
        return (long) data.rounds() * inRound;
    }

    long draw(int what, long index) {
        return Chance.draw(data.seed(), what, index);
    }

    /** The last day of which a round knows. */
    long today(long round) {
        return round < data.rounds() ? lastDay : lastDay + round - data.rounds() + 1;
    }

    /** The day on which a deal begins. */
    long day(long deal) {
        long round = deal / SandboxData.DEALS;
        return round < data.rounds()
                ? firstDay + deal * data.days() / ((long) data.rounds() * SandboxData.DEALS)
                : today(round);
    }

    /** When a change happens, by its number: late on a day of its own. */
    long changedAt(int number) {
        return Ticks.local(lastDay + number, 23 * Ticks.HOUR + 30 * Ticks.MINUTE);
    }

    /** When a row was last modified, given what its own story says. */
    long modified(Entity entity, long index, long byItself) {
        int number = changes.touched(entity, index);
        return number == 0 ? byItself : Math.max(byItself, changedAt(number));
    }

    /** The rank of a deal in its round: each round has each rank once, in an order of its own. */
    int rank(long deal) {
        long order = draw(11, deal / SandboxData.DEALS);
        int place = (int) (deal % SandboxData.DEALS);
        return (TURNS[Chance.upTo(4, order, 1)] * place + Chance.upTo(10, order, 2)) % 10;
    }

    Deal dealOf(long round, int rank) {
        long order = draw(11, round);
        int back = TURNED_BACK[Chance.upTo(4, order, 1)];
        int place = Math.floorMod(back * (rank - Chance.upTo(10, order, 2)), 10);
        return new Deal(this, round * SandboxData.DEALS + place, rank);
    }

    Deal deal(long index) {
        return new Deal(this, index, rank(index));
    }

    Job job(long index) {
        return new Job(this, index);
    }

    Estimate estimate(long index) {
        return new Estimate(this, index);
    }

    Invoice invoice(long index) {
        return new Invoice(this, index);
    }

    Payment payment(long index) {
        return new Payment(this, index);
    }

    long customers() {
        return Deal.customer(rounds() * SandboxData.DEALS - 1) + 1;
    }
}
