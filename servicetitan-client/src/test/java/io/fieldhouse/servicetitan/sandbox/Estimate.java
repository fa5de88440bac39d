package io.fieldhouse.servicetitan.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An estimate: in a round, the first ones of its ten deals, then second ones of the deals of rank 0 to 4. */
final class Estimate {
    final World world;
    final long index;
    final Deal deal;
    private final boolean second;
    private final long drawn;
    private @Nullable List<Item> items;

    Estimate(World world, long index) {
        this.world = world;
        this.index = index;
        this.drawn = world.draw(5, index);
        long round = index / SandboxData.ESTIMATES;
        int place = (int) (index % SandboxData.ESTIMATES);
        this.second = place >= SandboxData.DEALS;
        this.deal =
                second ? world.dealOf(round, place - SandboxData.DEALS) : world.deal(round * SandboxData.DEALS + place);
    }

    long id() {
        return Entity.ESTIMATES.id(index);
    }

    long job() {
        return deal.visitJob();
    }

    List<Item> items() {
        List<Item> known = items;
        if (known == null) {
            known = deal.soldForLittle() && !second
                    ? Item.single(3, 52_00 + 4L * Chance.upTo(1_100, drawn, 1))
                    : Item.drawn(drawn, deal.region == Reference.COMMERCIAL);
            items = known;
        }
        return known;
    }

    long subtotal() {
        return Item.sum(items());
    }

    boolean sold() {
        return soldByItself() || world.changes().has(Effect.ESTIMATE_SOLD, index);
    }

    /** Without any change: the first ones of the deals that are sold, and the second one of rank 0. */
    boolean soldByItself() {
        return second ? deal.rank == 0 : deal.sold();
    }

    String status() {
        if (sold()) {
            return "Sold";
        }
        boolean dismissed = second ? deal.rank % 2 == 1 : deal.rank >= 7;
        return deal.canceled() || (dismissed && deal.visited()) ? "Dismissed" : "Open";
    }

    int statusValue() {
        return switch (status()) {
            case "Sold" -> 1;
            case "Dismissed" -> 2;
            default -> 0;
        };
    }

    long soldOn() {
        if (soldByItself()) {
            return deal.soldOn() + (second ? 40 * Ticks.SECOND : 0);
        }
        int change = world.changes().number(Effect.ESTIMATE_SOLD, index);
        return change == 0 ? Ticks.NONE : world.changedAt(change);
    }

    /** On the spot, or while the visit is still to come. */
    long created() {
        return (deal.visited() ? deal.visitEnd() : deal.created() + Ticks.HOUR) + (second ? 5 : 2) * Ticks.SECOND;
    }

    /** One of thirty that were not sold was deleted. */
    boolean active() {
        boolean kept = sold() || Chance.upTo(30, drawn, 9) != 0;
        return kept && !world.changes().has(Effect.ESTIMATE_DELETED, index);
    }

    long modified() {
        return world.modified(Entity.ESTIMATES, index, Math.max(created() + Ticks.MINUTE, soldOn()));
    }

    String name() {
        return second ? "Option B" : "Option A";
    }

    /** The id of one of its items. */
    long itemId(Item item) {
        return 500_000_000L + index * 4 + item.number();
    }
}
