package io.fieldhouse.tracktik.sandbox;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A client of the vendor's, which is also an account with the same id. */
final class Site {
    static final long FIRST_ID = 1_000;
    static final long FIRST_CONTRACT = 80_000;

    final int index;
    final int leaf;
    private final World world;
    private final long drawn;

    Site(World world, int index) {
        this.world = world;
        this.index = index;
        this.leaf = index / world.data().sitesPerRegion();
        this.drawn = Chance.draw(world.data().seed(), 1, index);
    }

    long id() {
        return FIRST_ID + index;
    }

    long contract() {
        return FIRST_CONTRACT + index;
    }

    Region region() {
        return Region.leaf(leaf);
    }

    ZoneId zone() {
        return Region.zone(leaf);
    }

    /** Some sites have none: their regions' holds. */
    @Nullable String zoneName() {
        return index % 23 == 11 ? null : region().zone();
    }

    String name() {
        String name = Names.place(drawn) + " – " + region().name() + " "
                + (index % world.data().sitesPerRegion() + 1);
        return world.change().renames(this) ? name + " (formerly), Building 2" : name;
    }

    /** The building code, which some lack. */
    @Nullable String customId() {
        return index % 9 == 4 ? null : region().customId() + "-B" + (100 + index);
    }

    String status() {
        int kind = Chance.upTo(20, drawn, 2);
        return kind == 0 ? "CLOSED" : kind == 1 ? "INACTIVE" : "ACTIVE";
    }

    boolean active() {
        return status().equals("ACTIVE");
    }

    @Nullable LocalDate closedDate() {
        return status().equals("CLOSED") ? world.data().lastDay().minusDays(3) : null;
    }

    String type() {
        return index % 5 == 0 ? "CLIENT" : "SERVICE_LOCATION";
    }

    String tags() {
        return Names.siteTags(drawn);
    }

    String street() {
        return Names.street(drawn);
    }

    String city() {
        return region().name() + " City";
    }

    String postalCode() {
        return String.valueOf(10_000 + Chance.upTo(89_999, drawn, 6));
    }

    double latitude() {
        return (20_000_000 + Chance.upTo(28_000_000, drawn, 3)) / 1e6;
    }

    double longitude() {
        return -(70_000_000 + Chance.upTo(85_000_000, drawn, 7)) / 1e6;
    }
}
