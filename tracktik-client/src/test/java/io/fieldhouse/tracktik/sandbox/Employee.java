package io.fieldhouse.tracktik.sandbox;

import org.jspecify.annotations.Nullable;

/** Somebody invented, with a home region; the last two are no guards at all. */
final class Employee {
    static final long FIRST_ID = 500_000;
    static final int NOT_GUARDS = 2;

    final int index;
    private final World world;
    private final long drawn;

    Employee(World world, int index) {
        this.world = world;
        this.index = index;
        this.drawn = Chance.draw(world.data().seed(), 3, index);
    }

    long id() {
        return FIRST_ID + index;
    }

    private boolean guard() {
        return index < world.guards();
    }

    long region() {
        return guard() ? Region.leaf(index / world.guardsPerLeaf()).id() : Region.KAISER;
    }

    String firstName() {
        return guard() ? Names.first(drawn) : index == world.guards() ? "API" : "TrackTik";
    }

    String lastName() {
        return guard() ? Names.last(drawn) : index == world.guards() ? "Service" : "Support";
    }

    String name() {
        return firstName() + " " + lastName();
    }

    String jobTitle() {
        return guard() ? (index % 8 == 0 ? "Site Supervisor" : "Security Officer") : "";
    }

    /** It may equal the id, as with the vendor. */
    String customId() {
        return index % 3 == 0 ? String.valueOf(id()) : "E" + (10_000 + index);
    }

    String email() {
        return "guard" + index + "@example.com";
    }

    @Nullable String phone() {
        return index % 6 == 5 ? "" : "+1 555 01" + (10 + index % 90);
    }

    String tags() {
        return guard() ? Names.guardTags(drawn) : "";
    }

    String status() {
        if (world.change().retires(this)) {
            return "TERMINATED";
        }
        int kind = guard() ? Chance.upTo(50, drawn, 6) : 49;
        return kind < 3 ? "INACTIVE" : kind < 5 ? "TERMINATED" : kind == 5 ? "BANNED" : "ACTIVE";
    }

    boolean active() {
        return status().equals("ACTIVE");
    }
}
