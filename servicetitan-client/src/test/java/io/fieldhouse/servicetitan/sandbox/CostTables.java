package io.fieldhouse.servicetitan.sandbox;

import io.fieldhouse.servicetitan.sandbox.Table.Hiding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where costs are told of: payroll, inventory, and who is sent where. */
final class CostTables {
    private static final int WORKERS = 2;
    private static final int PAID_JOBS = SandboxData.JOBS - SandboxData.DEALS;
    private static final int PAY_ITEMS = PAID_JOBS * WORKERS;
    private static final int ADJUSTMENTS = 2;
    private static final int SPLITS = World.SOLD * WORKERS;
    private static final int ORDERS = World.SOLD + 1;

    private final World world;

    CostTables(World world) {
        this.world = world;
    }

    List<Table<?>> all() {
        return List.of(grossPayItems(), adjustments(), splits(), purchaseOrders(), returns(), assignments());
    }

    private Costs costs(long round, int place) {
        return new Costs(world.job(round * SandboxData.JOBS + place));
    }

    /** One of the two who work on a job. */
    private record Share(long index, Costs costs, int part) {
        Job job() {
            return costs.job;
        }

        long technician() {
            return Entity.TECHNICIANS.id(job().deal.painter(part));
        }
    }

    private Table<Share> grossPayItems() {
        return new Table<Share>(Entity.GROSS_PAY_ITEMS, world.rows(PAY_ITEMS), this::paid)
                .feed()
                .holes()
                .ids(CostTables::payId)
                .filter("employeeId", Filter.number(Share::technician))
                .filter("dateOnOrAfter", Filter.since(CostTables::workDay))
                .filter("dateOnOrBefore", Filter.before(share -> workDay(share) - Ticks.DAY))
                .number("payrollId", share -> 5_000 + Ticks.day(share.job().start()) / 14)
                .number("employeeId", Share::technician)
                .text("employeeType", share -> "Technician")
                .text(
                        "businessUnitName",
                        share -> SettingsTables.businessUnit(world, share.job().businessUnit()))
                .number("jobId", share -> share.job().id())
                .text("jobNumber", share -> share.job().number())
                .text("jobTypeName", share -> share.job().typeName())
                .number("invoiceId", share -> Entity.INVOICES.id(share.job().invoice()))
                .time("date", CostTables::workDay)
                .text("grossPayItemType", share -> share.part == 0 ? "TimesheetTime" : "PieceRate")
                .money("amount", share -> share.costs.labor(share.part))
                .cell("amountAdjustment", (out, share) -> out.raw("0.0000000000000000000"))
                .cell("paidDurationHours", (out, share) -> out.raw("8.0000000000000000000"))
                .text("paidTimeType", share -> "Regular")
                .text("activity", share -> "Working")
                .times(CostTables::payCreated, CostTables::payCreated)
                .activeInFeed();
    }

    private @Nullable Share paid(long index) {
        long within = index % PAY_ITEMS;
        Costs costs = costs(index / PAY_ITEMS, SandboxData.DEALS + (int) within / WORKERS);
        return costs.job.started() ? new Share(index, costs, (int) within % WORKERS) : null;
    }

    /** The vendor has no id for some of them. */
    private static long payId(Share share) {
        return share.part == 1 && share.index % 7 == 0 ? Ticks.NONE : Entity.GROSS_PAY_ITEMS.id(share.index);
    }

    private static long workDay(Share share) {
        return Ticks.day(share.job().start()) * Ticks.DAY;
    }

    private static long payCreated(Share share) {
        return Ticks.local(Ticks.day(share.job().start()), 21 * Ticks.HOUR) + share.part * Ticks.SECOND;
    }

    private Table<Share> adjustments() {
        return new Table<Share>(Entity.PAYROLL_ADJUSTMENTS, world.rows(ADJUSTMENTS), this::adjusted)
                .feed()
                .holes()
                .ids(share -> Entity.PAYROLL_ADJUSTMENTS.id(share.index))
                .hiding(Hiding.ACTIVE, share -> true)
                .sortedById()
                .sort("ModifiedOn", share -> share.job().completedOn())
                .sort("CreatedOn", share -> share.job().completedOn())
                .filter("employeeIds", Filter.numbers(Share::technician))
                .filter("postedOnOrAfter", Filter.since(share -> share.job().completedOn()))
                .filter("postedOnOrBefore", Filter.before(share -> share.job().completedOn() - 1))
                .text("employeeType", share -> "Technician")
                .number("employeeId", Share::technician)
                .time("postedOn", share -> share.job().completedOn())
                .money("amount", share -> share.costs.adjustment())
                .text("memo", share -> share.costs.adjustment() < 0 ? "Correction" : "Bonus")
                .number("activityCodeId", share -> 77)
                .number("invoiceId", share -> Entity.INVOICES.id(share.job().invoice()))
                .empty("hours", "rate", "quantity")
                .times(
                        share -> share.job().completedOn() + Ticks.MINUTE,
                        share -> share.job().completedOn() + Ticks.MINUTE)
                .activeInFeed();
    }

    private @Nullable Share adjusted(long index) {
        Costs costs = costs(index / ADJUSTMENTS, Costs.adjustedPlace((int) (index % ADJUSTMENTS)));
        return costs.hasAdjustment() ? new Share(index, costs, 0) : null;
    }

    private Table<Share> splits() {
        return new Table<Share>(
                        Entity.JOB_SPLITS,
                        world.rows(SPLITS),
                        index -> new Share(
                                index,
                                costs(index / SPLITS, SandboxData.DEALS + (int) (index % SPLITS) / WORKERS),
                                (int) (index % WORKERS)))
                .feed()
                .ids(share -> Entity.JOB_SPLITS.id(share.index))
                .hiding(Hiding.ACTIVE, share -> share.index % 90 != 31)
                .sortedById()
                .sort("ModifiedOn", share -> share.job().created())
                .sort("CreatedOn", share -> share.job().created())
                .filter("jobIds", Filter.numbers(share -> share.job().id()))
                .number("jobId", share -> share.job().id())
                .number("technicianId", Share::technician)
                .money("split", share -> share.part == 0 ? 60_00 : 40_00)
                .times(
                        share -> share.job().created() + 2 * Ticks.SECOND,
                        share -> share.job().created() + 2 * Ticks.SECOND)
                .activeInFeed();
    }

    private Table<Share> purchaseOrders() {
        return new Table<Share>(Entity.PURCHASE_ORDERS, world.rows(ORDERS), this::ordered)
                .feed()
                .holes()
                .ids(share -> Entity.PURCHASE_ORDERS.id(share.index))
                .sortedById()
                .sort("ModifiedOn", CostTables::orderedOn)
                .sort("CreatedOn", CostTables::orderedOn)
                .filter("jobId", Filter.number(share -> share.job().id()))
                .filter("status", Filter.words(CostTables::orderStatus, "Pending", "Sent", "Received", "Canceled"))
                .text("number", share -> "PO-" + share.index)
                .number("invoiceId", share -> Entity.INVOICES.id(share.job().invoice()))
                .number("jobId", share -> share.job().id())
                .number("projectId", share -> Ticks.NONE)
                .text("status", CostTables::orderStatus)
                .number("typeId", share -> 3)
                .number("vendorId", share -> 40 + share.index % 5)
                .number("technicianId", Share::technician)
                .number(
                        "businessUnitId",
                        share -> Entity.BUSINESS_UNITS.id(share.job().businessUnit()))
                .time("date", CostTables::orderedOn)
                .time("requiredOn", share -> share.job().start())
                .money("total", share -> share.costs.ordered())
                .money("tax", share -> 0)
                .money("shipping", CostTables::shipping)
                .cell("items", CostTables::orderItems)
                .times(CostTables::orderedOn, CostTables::orderedOn)
                .activeInFeed();
    }

    private @Nullable Share ordered(long index) {
        Costs costs = costs(index / ORDERS, SandboxData.DEALS + (int) (index % ORDERS));
        return costs.hasPurchase() ? new Share(index, costs, 0) : null;
    }

    private static String orderStatus(Share share) {
        return share.costs.purchaseCanceled() ? "Canceled" : share.job().completed() ? "Received" : "Sent";
    }

    private static long shipping(Share share) {
        return share.costs.ordered() > 100_00 ? 15_00 : 0;
    }

    private static long orderedOn(Share share) {
        return Math.max(share.job().created() + 20 * Ticks.MINUTE, share.job().start() - Ticks.DAY);
    }

    private static void orderItems(JsonBytes out, Share share) {
        long cost = share.costs.ordered() - shipping(share);
        out.beginArray().begin();
        out.name("id").value(971_000_000L + share.index);
        out.name("skuId").value(2_000);
        out.name("skuName").value("Paint, 5 gal");
        out.name("quantity").raw("1.0000000000000000000");
        out.name("cost").mixedMoney(cost);
        out.name("total").mixedMoney(cost);
        out.name("status").value(orderStatus(share));
        out.name("chargeable").value(false);
        out.end().endArray();
    }

    private Table<Share> returns() {
        return new Table<Share>(Entity.RETURNS, world.rows(1), this::returned)
                .feed()
                .holes()
                .ids(share -> Entity.RETURNS.id(share.index))
                .hiding(Hiding.ACTIVE, share -> true)
                .sortedById()
                .sort("ModifiedOn", CostTables::returnedOn)
                .sort("CreatedOn", CostTables::returnedOn)
                .filter("jobId", Filter.number(share -> share.job().id()))
                .sendingActive()
                .text("number", share -> "R-" + share.index)
                .text("referenceNumber", share -> null)
                .text("status", share -> share.costs.returnCanceled() ? "Canceled" : "Returned")
                .number("vendorId", share -> 40 + share.index % 5)
                .number("purchaseOrderId", share -> Entity.PURCHASE_ORDERS.id(share.index * ORDERS))
                .number("jobId", share -> share.job().id())
                .number(
                        "businessUnitId",
                        share -> Entity.BUSINESS_UNITS.id(share.job().businessUnit()))
                .money("returnAmount", share -> share.costs.returnable())
                .money("taxAmount", share -> 0)
                .money("shippingAmount", share -> 0)
                .time("returnDate", CostTables::returnedOn)
                .emptyLists("items")
                .times(CostTables::returnedOn, CostTables::returnedOn);
    }

    private @Nullable Share returned(long round) {
        Costs costs = costs(round, SandboxData.DEALS);
        return costs.hasReturn() ? new Share(round, costs, 0) : null;
    }

    private static long returnedOn(Share share) {
        return share.job().completedOn() + 2 * Ticks.HOUR;
    }

    private Table<Appointment> assignments() {
        return new Table<Appointment>(
                        Entity.ASSIGNMENTS, world.rows(Appointment.IN_ROUND), index -> Appointment.at(world, index))
                .feed()
                .ids(row -> Entity.ASSIGNMENTS.id(row.index()))
                .hiding(Hiding.ACTIVE, Appointment::active)
                .sortedById()
                .sort("ModifiedOn", Appointment::modified)
                .sort("CreatedOn", Appointment::created)
                .filter("jobId", Filter.number(row -> row.job().id()))
                .filter("appointmentIds", Filter.numbers(Appointment::id))
                .number("technicianId", row -> Entity.TECHNICIANS.id(row.job().lead()))
                .text(
                        "technicianName",
                        row -> SettingsTables.technician(world, row.job().lead()))
                .number("assignedById", row -> Entity.EMPLOYEES.id(row.index() % Reference.EMPLOYEES))
                .time("assignedOn", Appointment::created)
                .text("status", row -> row.status().equals("Canceled") ? "Scheduled" : row.status())
                .flag("isPaused", row -> false)
                .number("jobId", row -> row.job().id())
                .number("appointmentId", Appointment::id)
                .times(Appointment::created, Appointment::modified)
                .sendingActive();
    }
}
