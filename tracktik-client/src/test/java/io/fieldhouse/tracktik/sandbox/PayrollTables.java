package io.fieldhouse.tracktik.sandbox;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pay schedules, a pay run for each week and region, and what each run pays. */
final class PayrollTables {
    private static final int LABELS = 4;
    private static final long FIRST_RUN = 30_000;
    private static final long FIRST_ITEM = 50_000_000;

    private final World world;
    private final long firstWeek;

    PayrollTables(World world) {
        this.world = world;
        this.firstWeek = World.weekOf(world.data().firstDay().toEpochDay()).toEpochDay();
    }

    List<Table<?>> all() {
        return List.of(schedules(), runs(), items());
    }

    private record Schedule(long id, String name, String frequency) {}

    private static Table<Schedule> schedules() {
        List<Schedule> all = List.of(
                new Schedule(81, "Weekly, Friday to Thursday", "WEEKLY"), new Schedule(82, "Office", "BI WEEKLY"));
        return new Table<Schedule>("payroll-schedules", all.size(), index -> all.get((int) index))
                .idsFrom(81)
                .number("id", Schedule::id)
                .text("name", Schedule::name)
                .text("customId", schedule -> "PS-" + schedule.id())
                .text("frequency", Schedule::frequency)
                .text("periodStartTime", schedule -> "00:00")
                .date("periodStartDate", schedule -> LocalDate.of(2025, 5, 30))
                .flag("isGlobal", schedule -> true)
                .relation("region", "regions", schedule -> null)
                .text("status", schedule -> "ACTIVE")
                .text("overlappingStrategy", schedule -> "CUT_HOURS")
                .text("holidayOverlappingStrategy", schedule -> "USE_START_TIME")
                .text("multiplePayCodesStrategy", schedule -> "HIGHEST_RATE")
                .flag("isOvertimeWeighted", schedule -> false);
    }

    private record Run(long index, LocalDate friday, Region region) {
        long id() {
            return FIRST_RUN + index;
        }

        LocalDate thursday() {
            return friday.plusDays(6);
        }
    }

    private Table<Run> runs() {
        long weeks = (world.data().lastDay().toEpochDay() - firstWeek) / 7 + 1;
        return new Table<Run>("payroll-payruns", weeks * Region.LEAF_COUNT, this::run)
                .idsFrom(FIRST_RUN)
                .regionBy(run -> run.region().id())
                .number("id", Run::id)
                .relation("payrollSchedule", "payroll-schedules", run -> 81L)
                .date("occurrenceDate", Run::thursday)
                .relation("region", "regions", run -> run.region().id())
                .text("status", run -> processed(run) ? "PROCESSED" : "UNPROCESSED")
                .flag("isProcessed", this::processed)
                .reference("approvedBy", run -> null)
                .time("approvedOn", Field.Type.UTC_TIME, run -> processed(run) ? Moment.midnight(run.thursday()) : null)
                .onDemand()
                .date("occurrenceStartDate", Run::friday)
                .date("occurrenceEndDate", Run::thursday)
                .time("createdOn", Field.Type.TIMESTAMP, run -> Moment.midnight(run.friday()))
                .time("updatedOn", Field.Type.TIMESTAMP, run -> Moment.midnight(run.thursday()));
    }

    private Run run(long index) {
        LocalDate friday = LocalDate.ofEpochDay(firstWeek + index / Region.LEAF_COUNT * 7);
        return new Run(index, friday, Region.leaf((int) (index % Region.LEAF_COUNT)));
    }

    private boolean processed(Run run) {
        return run.thursday().toEpochDay() < world.today() - 2;
    }

    private long runOf(Shift shift) {
        long week = World.weekOf(shift.day().toEpochDay()).toEpochDay();
        return FIRST_RUN + (week - firstWeek) / 7 * Region.LEAF_COUNT + shift.site().leaf;
    }

    /** Whatever is paid for a shift under one label. */
    private record Item(Shift shift, int number, String label, int quarters, long rate) {
        long total() {
            return quarters * rate / 4;
        }
    }

    private static @Nullable Item item(Shift shift, int number) {
        Money money = shift.money();
        Item item = switch (number) {
            case 0 -> new Item(shift, 0, "REG", money.regular(), money.payRate());
            case 1 -> new Item(shift, 1, "OT", money.overtime(), money.payRate() * 3 / 2);
            case 2 -> new Item(shift, 2, "HOL", money.holiday(), money.payRate() * 3 / 2);
            default -> new Item(shift, 3, "NIGHT", money.premiumQuarters(), 80);
        };
        return shift.exists() && item.quarters > 0 ? item : null;
    }

    private Table<Item> items() {
        return new Table<Item>(
                        "payroll-payrun-items",
                        world.shifts() * LABELS,
                        index -> item(world.shift(index / LABELS), (int) (index % LABELS)))
                .idsFrom(FIRST_ITEM)
                .perShift(LABELS)
                .regionBy(item -> item.shift.region())
                .number("id", item -> FIRST_ITEM + item.shift.index * LABELS + item.number)
                .relation("payrun", "payroll-payruns", item -> runOf(item.shift))
                .relation("employee", "employees", item -> item.shift.employee())
                .reference("department", item -> null)
                .relation("shift", "shifts", item -> item.shift.id())
                .relation("account", "accounts", item -> item.shift.position.account())
                .text("customPayCode", item -> "")
                .text("payrollCodeLabel", Item::label)
                .number("quantity", item -> Values.hours(item.quarters))
                .number("rate", item -> Values.hundredths(item.rate))
                .number("total", item -> Values.hundredths(item.total()))
                .number("baseRate", item -> Values.hundredths(item.shift.money().payRate()))
                .text("payRateLevel", item -> "POSITION_RATE")
                .text("originType", item -> "SHIFT")
                .text("originTypeItemId", item -> String.valueOf(item.shift.id()))
                .text("label", Item::label)
                .text("notes", item -> "")
                .text("locked", item -> item.shift.approved() ? "true" : "")
                .time("shiftFragmentDateStart", Field.Type.LOCAL_TIME, item -> item.shift.start())
                .time("shiftFragmentDateEnd", Field.Type.LOCAL_TIME, item -> item.shift.end())
                .text("employeeType", item -> "EMPLOYEE")
                .empty("expenseDate", "companyCode", "qualifier", "labeledCode")
                .text("timeZone", item -> item.shift.site().region().zone());
    }
}
