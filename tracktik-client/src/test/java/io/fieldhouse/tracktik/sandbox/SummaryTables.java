package io.fieldhouse.tracktik.sandbox;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What shifts cost and earn: in one row each, split by pay week, and as a ledger. */
final class SummaryTables {
    private static final long DAY = 86_400;
    private static final long WEEK = 8 * DAY;

    private static final long FIRST_BILLABLE_ITEM = 40_000_000;

    private final World world;

    SummaryTables(World world) {
        this.world = world;
    }

    List<Table<?>> all() {
        return List.of(summaries(), periodSummaries(), transactions(), billableItems());
    }

    /** A shift, or the part of it that falls into one pay week. */
    private record Part(Shift shift, int number, Money money, Money planned, long minutes) {
        long epochDay() {
            return (number == 0 ? shift.start() : shift.end()).localDate().toEpochDay();
        }
    }

    private Table<Part> summaries() {
        Table<Part> table = new Table<Part>("shift-summaries", world.shifts(), index -> {
                    Shift shift = world.shift(index);
                    return shift.exists()
                            ? new Part(shift, 0, shift.money(), shift.plannedMoney(), shift.minutes())
                            : null;
                })
                .idsFrom(Shift.FIRST_ID)
                .perShift(1)
                .holes(world.change().happened())
                .number("id", part -> part.shift.id());
        return withMoney(table);
    }

    private Table<Part> periodSummaries() {
        Table<Part> table = new Table<Part>(
                        "shift-period-summaries",
                        world.shifts() * 2,
                        index -> part(world.shift(index / 2), (int) (index % 2)))
                .idsFrom(20_000_000)
                .perShift(2)
                .number("id", part -> 20_000_000 + part.shift.index * 2 + part.number);
        return withMoney(table);
    }

    private static @Nullable Part part(Shift shift, int number) {
        long startDay = shift.start().localDate().toEpochDay();
        long endOfWeek = World.weekOf(startDay).toEpochDay() + 7;
        long minutesBefore = Moment.of(endOfWeek * DAY, shift.site().zone()).epochSecond();
        minutesBefore = (minutesBefore - shift.start().epochSecond()) / 60;
        boolean crosses = minutesBefore < shift.minutes();
        if (!shift.exists() || (number == 1 && !crosses)) {
            return null;
        }
        if (!crosses) {
            return new Part(shift, 0, shift.money(), shift.plannedMoney(), shift.minutes());
        }
        int quarters = (int) minutesBefore / 15;
        return number == 0
                ? new Part(
                        shift,
                        0,
                        shift.money().first(quarters),
                        shift.plannedMoney().first(quarters),
                        minutesBefore)
                : new Part(
                        shift,
                        1,
                        shift.money().rest(quarters),
                        shift.plannedMoney().rest(quarters),
                        shift.minutes() - minutesBefore);
    }

    private static Table<Part> withMoney(Table<Part> table) {
        table.regionBy(part -> part.shift.region())
                .chronological("periodDate", WEEK)
                .relation("shift", "shifts", part -> part.shift.id())
                .relation("account", "accounts", part -> part.shift.position.account())
                .relation("employee", "employees", part -> part.shift.employee())
                .relation("region", "regions", part -> part.shift.region())
                .relation("contract", "contracts", part -> part.shift.position.contract())
                .relation("position", "positions", part -> part.shift.position.id())
                .date("periodDate", part -> World.weekOf(part.epochDay()))
                .number("durationPlanned", part -> Values.hoursOfMinutes(part.minutes))
                .number("durationActual", part -> Values.hoursOfMinutes(part.minutes))
                .text("timeZone", part -> part.shift.site().region().zone());
        family(table, "", Part::money);
        family(table, "Planned", Part::planned);
        family(table, "Actual", Part::money);
        return table;
    }

    private static void family(Table<Part> table, String suffix, Function<Part, Money> of) {
        cents(table, "marginTotal" + suffix, of, money -> money.billTotal() - money.payTotal());
        cents(table, "directLabor" + suffix, of, Money::payTotal);
        cents(table, "payTotal" + suffix, of, Money::payTotal);
        cents(table, "payBaseRate" + suffix, of, Money::payRate);
        table.text("payBaseRateLevel" + suffix, part -> "POSITION_RATE");
        cents(table, "payEffectiveRate" + suffix, of, money -> effective(money.payTotal(), money.quarters()));
        cents(table, "payOvertimeImpact" + suffix, of, Money::payOvertimeImpact);
        cents(table, "payHolidayImpact" + suffix, of, Money::payHolidayImpact);
        cents(table, "payPremiumImpact" + suffix, of, Money::payPremiumImpact);
        hours(table, "payHours" + suffix, of, Money::quarters);
        hours(table, "payRegularHours" + suffix, of, Money::regular);
        hours(table, "payOvertimeHours" + suffix, of, Money::overtime);
        hours(table, "payHolidayHours" + suffix, of, Money::holiday);
        hours(table, "payPremiumHours" + suffix, of, Money::premiumQuarters);
        cents(table, "billTotal" + suffix, of, Money::billTotal);
        cents(table, "billBaseRate" + suffix, of, Money::billRate);
        cents(table, "billEffectiveRate" + suffix, of, money -> {
            return effective(money.billTotal(), money.billed(money.quarters()));
        });
        cents(table, "billOvertimeImpact" + suffix, of, Money::billOvertimeImpact);
        cents(table, "billHolidayImpact" + suffix, of, Money::billHolidayImpact);
        cents(table, "billPremiumImpact" + suffix, of, Money::billPremiumImpact);
        cents(table, "billDiscountImpact" + suffix, of, Money::billDiscountImpact);
        hours(table, "billHours" + suffix, of, money -> money.billed(money.quarters()));
        hours(table, "billOvertimeHours" + suffix, of, money -> money.billed(money.overtime()));
        hours(table, "billHolidayHours" + suffix, of, money -> money.billed(money.holiday()));
        hours(table, "billPremiumHours" + suffix, of, money -> money.billed(money.premiumQuarters()));
        hours(table, "billDiscountHours" + suffix, of, Money::discountQuarters);
    }

    private static long effective(long total, int quarters) {
        return quarters == 0 ? 0 : Math.round(total * 4.0 / quarters);
    }

    private static void cents(Table<Part> table, String field, Function<Part, Money> of, ToLongFunction<Money> amount) {
        table.number(field, part -> Values.hundredths(amount.applyAsLong(of.apply(part))));
    }

    private static void hours(Table<Part> table, String field, Function<Part, Money> of, ToIntFunction<Money> some) {
        table.number(field, part -> Values.hours(some.applyAsInt(of.apply(part))));
    }

    private Table<LedgerLine> transactions() {
        int room = LedgerLine.PER_SHIFT;
        return new Table<LedgerLine>(
                        "pay-and-bill-transactions",
                        world.shifts() * room,
                        index -> LedgerLine.of(world.shift(index / room), (int) (index % room)))
                .idsBy(LedgerLine::index)
                .perShift(room)
                .chronological("serviceDate", DAY)
                .chronological("servicedOn", DAY)
                .requiring("id", "serviceDate")
                .regionBy(line -> line.shift().region())
                .text("id", LedgerLine::id)
                .text("type", line -> line.kind().type())
                .text("subType", line -> line.kind().subType())
                .text("quantityType", line -> "HOURS")
                .text("source", line -> "SHIFT")
                .relation(
                        "serviceAccount",
                        "accounts",
                        line -> line.shift().position.account())
                .relation("region", "regions", line -> line.shift().region())
                .relation("contract", "contracts", line -> line.shift().position.contract())
                .relation("shift", "shifts", line -> line.shift().id())
                .number("rate", line -> Values.hundredths(line.rate()))
                .number("quantity", line -> Values.hours(line.quarters()))
                .number("total", line -> Values.hundredths(line.total()))
                .number("effectiveTotal", line -> Values.hundredths(line.total()))
                .time("servicedOn", Field.Type.UTC_TIME, line -> line.shift().start())
                .date("serviceDate", line -> line.shift().day())
                .reference("invoice", line -> null)
                .reference("payrollPayrun", line -> null)
                .reference("billableItem", line -> null)
                .reference("payrunItem", line -> null);
    }

    /** What bills anything has one. */
    private Table<Shift> billableItems() {
        return new Table<Shift>("billable-items", world.shifts(), index -> {
                    Shift shift = world.shift(index);
                    return shift.exists() && shift.money().billTotal() > 0 ? shift : null;
                })
                .idsFrom(FIRST_BILLABLE_ITEM)
                .perShift(1)
                .holes(true)
                .chronological("serviceDate", DAY)
                .chronological("servicedOn", DAY)
                .regionBy(Shift::region)
                .number("id", shift -> FIRST_BILLABLE_ITEM + shift.index)
                .text("type", shift -> "REVENUE")
                .object("serviceModel", shift -> out -> {
                    out.beginObject();
                    out.name("type").value("shifts");
                    out.name("object").value(shift.id());
                    out.endObject();
                })
                .number(
                        "quantity",
                        shift -> Values.hours(shift.money().billed(shift.money().quarters())))
                .number("rate", shift -> Values.hundredths(shift.money().billRate()))
                .number("price", shift -> Values.hundredths(shift.money().billTotal()))
                .relation("contract", "contracts", shift -> shift.position.contract())
                .reference("invoice", shift -> null)
                .relation("clientAccount", "accounts", shift -> shift.position.account())
                .relation("region", "regions", Shift::region)
                .relation("billItem", "bill-items", SummaryTables::billingCode)
                .date("serviceDate", Shift::day)
                .time("servicedOn", Field.Type.UTC_TIME, Shift::start)
                .text("memo", shift -> "");
    }

    static long billingCode(Shift shift) {
        return shift.money().overtime() > 0 ? 71L : 70L;
    }
}
