package io.fieldhouse.tracktik.sandbox;

import org.jspecify.annotations.Nullable;

/** A post on a site; a few are on none as far as the API tells. */
final class Position {
    static final long FIRST_ID = 200_000;

    final int index;
    final Site site;
    private final long drawn;

    Position(World world, int index) {
        this.index = index;
        this.site = new Site(world, index / world.data().positionsPerSite());
        this.drawn = Chance.draw(world.data().seed(), 2, index);
    }

    long id() {
        return FIRST_ID + index;
    }

    String name() {
        return Names.post(drawn) + " " + (index % 7 + 1);
    }

    boolean hasAccount() {
        return index % 101 != 50;
    }

    @Nullable Long account() {
        return hasAccount() ? site.id() : null;
    }

    @Nullable Long region() {
        return hasAccount() ? site.region().id() : null;
    }

    /** Positions without a contract are not billable. */
    @Nullable Long contract() {
        return billable() && hasAccount() ? site.contract() : null;
    }

    boolean billable() {
        return index % 19 != 7;
    }

    boolean active() {
        return index % 17 != 3;
    }

    long payCode() {
        return BackOfficeTables.FIRST_PAY_CODE + Chance.upTo(3, drawn, 5);
    }

    /** In cents, in steps of 40 so that quarter hours at one and a half times are whole cents. */
    long payRate() {
        return 1_800 + 40L * Chance.upTo(30, drawn, 3);
    }

    long billRate() {
        return payRate() * 3 / 2 / 40 * 40;
    }
}
