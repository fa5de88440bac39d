package io.fieldhouse.tracktik.sandbox;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A region of the tree; those with an ordinal hold the sites, the employees and so the shifts. */
record Region(
        long id, String customId, String name, @Nullable Long parent, String status, String zone, int ordinal) {
    static final long KAISER = 17;

    /** Made once: a region's time zone is asked for in every row. */
    private static final List<Region> TREE = List.of(
            branch(KAISER, "Kaiser", "KAISER", null),
            leaf(271, "Kaiser-NCA", "N California", KAISER, "America/Los_Angeles", 0),
            leaf(272, "Kaiser-SCA", "S California", KAISER, "America/Los_Angeles", 1),
            leaf(273, "Kaiser-HI", "Hawaii", KAISER, "Pacific/Honolulu", 2),
            leaf(274, "Kaiser-WA", "Washington", KAISER, "America/Los_Angeles", 3),
            leaf(275, "Kaiser-CO", "Colorado", KAISER, "America/Denver", 4),
            leaf(276, "Kaiser-GA", "Georgia", KAISER, "America/New_York", 5),
            leaf(277, "Kaiser-MidAtlantic", "MidAtlantic", KAISER, "America/New_York", 6),
            leaf(278, "1029", "Northwest", KAISER, "America/Los_Angeles", 7),
            branch(40, "KSW", "Kaiser Steel Works", null),
            leaf(41, "Kaiser-Steel-E", "Kaiser Steel East", 40L, "America/New_York", 8),
            leaf(42, "KSW-WA", "Washington", 40L, "America/Los_Angeles", 9),
            branch(50, "ACME", "Acme Health", null),
            branch(51, "ACME-W", "Acme West", 50L),
            leaf(52, "10290", "Acme Coast", 51L, "America/Los_Angeles", 10),
            leaf(53, "ACME-E", "Acme East", 50L, "America/New_York", 11),
            new Region(54, "ACME-M", "Acme Midlands", 50L, "CLOSED", "America/Chicago", 12));

    private static final List<Region> LEAVES =
            TREE.stream().filter(region -> region.ordinal >= 0).toList();
    private static final List<ZoneId> ZONES =
            LEAVES.stream().map(region -> ZoneId.of(region.zone)).toList();

    /** The first so many regions with an ordinal are KAISER's. */
    static final int KAISER_LEAVES = 8;

    static final int LEAF_COUNT = 13;

    private static Region leaf(long id, String customId, String name, @Nullable Long parent, String zone, int ordinal) {
        return new Region(id, customId, name, parent, "ACTIVE", zone, ordinal);
    }

    private static Region branch(long id, String customId, String name, @Nullable Long parent) {
        return new Region(id, customId, name, parent, "ACTIVE", "America/New_York", -1);
    }

    static List<Region> tree() {
        return TREE;
    }

    static Region leaf(int ordinal) {
        return LEAVES.get(ordinal);
    }

    static ZoneId zone(int ordinal) {
        return ZONES.get(ordinal);
    }

    static @Nullable Region byId(long id) {
        for (Region region : TREE) {
            if (region.id == id) {
                return region;
            }
        }
        return null;
    }

    /** Whether this is that region, or anywhere below it. */
    boolean isWithin(long ancestor) {
        if (id == ancestor) {
            return true;
        }
        Region above = parent == null ? null : byId(parent);
        return above != null && above.isWithin(ancestor);
    }
}
