package io.fieldhouse.tracktik.sandbox;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A shift and all that follows from it, worked out from its index when asked for. */
final class Shift {
    static final long FIRST_ID = 1_000_000;
    private static final int[] DURATIONS = {480, 480, 480, 480, 480, 480, 720, 720, 600, 240, 510, 480};

    /** How past shifts went, as often as each is here. */
    private static final List<Outcome> WORKED = Stream.of(
                    Collections.nCopies(68, Outcome.ON_TIME),
                    Collections.nCopies(10, Outcome.LATE),
                    Collections.nCopies(6, Outcome.LEFT_EARLY),
                    Collections.nCopies(4, Outcome.STAYED_LONG),
                    Collections.nCopies(2, Outcome.FORGOT),
                    Collections.nCopies(5, Outcome.TWO_SESSIONS),
                    Collections.nCopies(3, Outcome.MISSED),
                    Collections.nCopies(2, Outcome.TIME_OFF))
            .flatMap(List::stream)
            .toList();

    final World world;
    final long index;
    final int slot;
    final Position position;
    final long drawn;
    private @Nullable Moment start;
    private @Nullable Moment end;
    private @Nullable Outcome outcome;
    private @Nullable Money money;

    Shift(World world, long index) {
        this.world = world;
        this.index = index;
        this.slot = world.slot(index);
        this.position = world.positionOf(index);
        this.drawn = Chance.draw(world.data().seed(), 4, index);
    }

    long id() {
        return FIRST_ID + index;
    }

    boolean exists() {
        return id() != world.change().shiftVanished();
    }

    private boolean touched() {
        SandboxChange change = world.change();
        return id() == change.shiftMoved() || id() == change.shiftCancelled() || id() == change.shiftRerated();
    }

    Site site() {
        return position.site;
    }

    Moment start() {
        if (start == null) {
            long local = world.localStart(index);
            if (id() == world.change().shiftMoved()) {
                local = (world.epochDay(index) + 1) * 86_400 + 900;
            }
            start = Moment.of(local, site().zone());
        }
        return start;
    }

    LocalDate day() {
        return start().localDate();
    }

    private int wallMinutes() {
        return DURATIONS[Chance.upTo(DURATIONS.length, drawn, 1)];
    }

    /** By the wall clock: a night on which the clocks change has an hour more or less. */
    Moment end() {
        if (end == null) {
            end = Moment.of(start().localSecond() + wallMinutes() * 60L, site().zone());
        }
        return end;
    }

    long minutes() {
        return (end().epochSecond() - start().epochSecond()) / 60;
    }

    int breakMinutes() {
        return wallMinutes() >= 480 && Chance.upTo(2, drawn, 2) == 0 ? 30 : 0;
    }

    int plannedQuarters() {
        return (int) (minutes() - breakMinutes()) / 15;
    }

    Outcome outcome() {
        if (outcome == null) {
            outcome = decide();
        }
        return outcome;
    }

    private Outcome decide() {
        if (id() == world.change().shiftCancelled() || Chance.upTo(40, drawn, 3) == 0) {
            return Outcome.CANCELLED;
        }
        if (vacant()) {
            return Outcome.VACANT;
        }
        long noon = world.today() * 86_400 + 43_200;
        if (world.localStart(index) > noon) {
            return Outcome.PLANNED;
        }
        if (world.localStart(index) + wallMinutes() * 60L > noon) {
            return Outcome.UNDER_WAY;
        }
        return WORKED.get(Chance.upTo(WORKED.size(), drawn, 4));
    }

    boolean vacant() {
        return Chance.upTo(33, drawn, 5) == 0;
    }

    boolean cancelled() {
        return outcome() == Outcome.CANCELLED;
    }

    /** Most work at home; some float to another region below the same parent. */
    @Nullable Integer employeeIndex() {
        if (vacant()) {
            return null;
        }
        int leaf = slot % Region.LEAF_COUNT;
        if (Chance.upTo(25, drawn, 6) == 0) {
            leaf = leaf < Region.KAISER_LEAVES
                    ? (leaf + 1) % Region.KAISER_LEAVES
                    : Region.KAISER_LEAVES
                            + (leaf + 1 - Region.KAISER_LEAVES) % (Region.LEAF_COUNT - Region.KAISER_LEAVES);
        }
        int perLeaf = world.guardsPerLeaf();
        long turn = slot / Region.LEAF_COUNT + world.epochDay(index) * 3;
        return leaf * perLeaf + (int) Math.floorMod(turn, (long) perLeaf);
    }

    @Nullable Long employee() {
        Integer who = employeeIndex();
        return who == null ? null : Employee.FIRST_ID + who;
    }

    /** The site's; where the position is on none, the employee's. */
    @Nullable Long region() {
        if (position.region() != null) {
            return position.region();
        }
        Integer who = employeeIndex();
        return who == null ? null : world.employee(who).region();
    }

    /** Approved by somebody; the last days' are not all, yet. */
    boolean approved() {
        return outcome().paid() && (world.epochDay(index) < world.today() - 6 || Chance.upTo(3, drawn, 7) != 0);
    }

    Money money() {
        if (money == null) {
            money = money(actualQuarters(), position.billable() && outcome() != Outcome.TIME_OFF);
        }
        return money;
    }

    Money plannedMoney() {
        return money(cancelled() ? 0 : plannedQuarters(), position.billable());
    }

    private int actualQuarters() {
        int planned = plannedQuarters();
        return switch (outcome()) {
            case ON_TIME, TIME_OFF -> planned;
            case LATE -> planned - (WorkSession.lateMinutes(this) + 14) / 15;
            case LEFT_EARLY -> planned - (WorkSession.earlyMinutes(this) + 14) / 15;
            case STAYED_LONG -> planned + 1;
            case TWO_SESSIONS -> planned - (breakMinutes() == 0 ? 2 : 0);
            default -> 0;
        };
    }

    private Money money(int quarters, boolean billed) {
        int holiday = world.isHoliday(day()) ? quarters : 0;
        int overtime = holiday > 0 ? 0 : Math.max(0, quarters - 40);
        if (holiday == 0 && Chance.upTo(29, drawn, 8) == 0) {
            overtime = Math.min(quarters, Math.max(overtime, 8));
        }
        boolean rerated = id() == world.change().shiftRerated();
        boolean night = start().localSecond() % 86_400 >= 21 * 3600;
        return new Money(
                quarters - holiday - overtime,
                overtime,
                holiday,
                night,
                position.payRate() + (rerated ? 80 : 0),
                position.billRate() + (rerated ? 120 : 0),
                billed,
                position.index % 31 == 5);
    }

    Moment createdOn() {
        return Moment.at(start().epochSecond() - 21 * 86_400L, site().zone());
    }

    Moment modifiedOn() {
        long later = touched() ? 20 * 86_400L : 3_600L * (9 + Chance.upTo(60, drawn, 6));
        return Moment.at(
                outcome() == Outcome.PLANNED ? createdOn().epochSecond() : end().epochSecond() + later, site().zone());
    }
}
