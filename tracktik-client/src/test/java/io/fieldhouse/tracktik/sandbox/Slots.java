package io.fieldhouse.tracktik.sandbox;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a table by shift can match, by the slots that their shifts have: a site has the same ones every day.
 *
 * @param ofDay the slots of any day
 * @param perDay how many there are
 * @param perShift how many rows a shift has room for
 */
record Slots(BitSet ofDay, int perDay, int perShift) {
    /** Null where no condition names positions or accounts: in a table by shift, these are the shift's own. */
    static @Nullable Slots of(Table<?> table, World world, List<Condition> conditions) {
        if (table.perShift() == 0) {
            return null;
        }
        BitSet all = null;
        for (Condition condition : conditions) {
            BitSet named = sites(table, world, condition);
            if (all == null) {
                all = named;
            } else if (named != null) {
                all.and(named);
            }
        }
        return all == null ? null : new Slots(world.slotsOn(all), world.data().shiftsPerDay(), table.perShift());
    }

    private static @Nullable BitSet sites(Table<?> table, World world, Condition condition) {
        Field<?> field = table.field(condition.attribute());
        String target = field == null ? null : field.target();
        boolean positions = "positions".equals(target);
        if (!condition.namesValues() || !(positions || "accounts".equals(target))) {
            return null;
        }
        BitSet sites = new BitSet();
        for (long id : condition.ids()) {
            long site = positions
                    ? Math.floorDiv(id - Position.FIRST_ID, world.data().positionsPerSite())
                    : id - Site.FIRST_ID;
            if (site >= 0 && site < world.sites()) {
                sites.set((int) site);
            }
        }
        return sites;
    }

    /** The first row from that one on that can match; beyond all rows where there is none. */
    long next(long row) {
        long shift = row / perShift;
        int slot = (int) (shift % perDay);
        int next = ofDay.nextSetBit(slot);
        if (next == slot) {
            return row;
        }
        long day = shift - slot;
        if (next < 0) {
            day += perDay;
            next = ofDay.nextSetBit(0);
        }
        return next < 0 ? Long.MAX_VALUE : (day + next) * perShift;
    }
}
