package io.fieldhouse.servicetitan.sandbox;

import io.fieldhouse.servicetitan.sandbox.Table.Hiding;
import java.util.List;

/** Invoices with their items. Money is sent as texts. */
final class AccountingTables {
    private final World world;

    AccountingTables(World world) {
        this.world = world;
    }

    List<Table<?>> all() {
        return List.of(invoices());
    }

    private Table<Invoice> invoices() {
        return new Table<>(Entity.INVOICES, world.rows(SandboxData.INVOICES), world::invoice)
                .feed()
                .ids(Invoice::id)
                .hiding(Hiding.ACTIVE_STATE, Invoice::active)
                .sortedById()
                .sort("ModifiedOn", Invoice::modified)
                .sort("CreatedOn", Invoice::created)
                .sort("InvoiceDate", Invoice::day)
                .filter("businessUnitId", Filter.number(invoice -> Entity.BUSINESS_UNITS.id(invoice.businessUnit())))
                .filter("customerId", Filter.number(row -> Entity.CUSTOMERS.id(row.job.deal.customer())))
                .filter("jobId", Filter.number(AccountingTables::jobId))
                .filter("jobNumber", Filter.text(invoice -> String.valueOf(jobId(invoice))))
                .filter("number", Filter.text(AccountingTables::number))
                .filter("adjustmentToId", Filter.number(Invoice::adjustmentTo))
                .filter("invoicedOnOrAfter", Filter.since(invoice -> invoice.day() * Ticks.DAY))
                .filter("invoicedOnBefore", Filter.before(invoice -> invoice.day() * Ticks.DAY))
                .filter("dueDateOnOrAfter", Filter.since(invoice -> dueDay(invoice) * Ticks.DAY))
                .filter("dueDateBefore", Filter.before(invoice -> dueDay(invoice) * Ticks.DAY))
                .filter("statuses", Filter.words(AccountingTables::status, "Pending", "Posted", "Exported"))
                .filter(
                        "reviewStatuses",
                        Filter.words(row -> "NotReviewed", "NotReviewed", "Reviewed", "NeedsAttention", "OnHold"))
                .filter(
                        "invoiceConfigurations",
                        Filter.words(
                                row -> row.kind.configuration(),
                                "JobInvoice",
                                "ProjectInvoice",
                                "CounterSales",
                                "MembershipInvoice",
                                "InterestChargeInvoice",
                                "ARImportInvoice"))
                .filter("balanceFilter.Balance", Filter.above(Invoice::balance))
                .filter("balanceFilter.Comparer", Filter.words(row -> "GreaterThan", "GreaterThan"))
                .text("syncStatus", AccountingTables::status)
                .text("summary", invoice -> null)
                .text("referenceNumber", AccountingTables::number)
                .time("invoiceDate", invoice -> invoice.day() * Ticks.DAY)
                .time("dueDate", invoice -> dueDay(invoice) * Ticks.DAY)
                .quotedMoney("subTotal", Invoice::subtotal)
                .quotedMoney("salesTax", Invoice::tax)
                .quotedMoney("total", Invoice::total)
                .quotedMoney("balance", Invoice::balance)
                .quotedMoney("discountTotal", invoice -> 0)
                .empty("salesTaxCode")
                .cell("invoiceType", (out, invoice) -> SettingsTables.named(out, 5, "Standard"))
                .cell(
                        "customer",
                        (out, invoice) -> SettingsTables.named(
                                out,
                                Entity.CUSTOMERS.id(invoice.job.deal.customer()),
                                Names.customer(world, invoice.job.deal.customer())))
                .cell(
                        "location",
                        (out, invoice) -> SettingsTables.named(
                                out,
                                Entity.LOCATIONS.id(invoice.job.deal.location()),
                                Names.customer(world, invoice.job.deal.customer())))
                .cell(
                        "businessUnit",
                        (out, invoice) -> SettingsTables.named(
                                out,
                                Entity.BUSINESS_UNITS.id(invoice.businessUnit()),
                                SettingsTables.businessUnit(world, invoice.businessUnit())))
                .cell("job", AccountingTables::job)
                .empty("projectId", "batch")
                .text("sentStatus", invoice -> invoice.index % 3 == 0 ? "Sent" : "NotSent")
                .text("reviewStatus", invoice -> "NotReviewed")
                .number("adjustmentToId", Invoice::adjustmentTo)
                .empty("depositedOn")
                .time("paidOn", AccountingTables::paidOn)
                .text("termName", invoice -> "Net 30")
                .times(Invoice::created, Invoice::modified)
                .sendingActive()
                .cell("items", AccountingTables::items)
                .text("invoiceConfiguration", invoice -> invoice.kind.configuration())
                .text("commissionEligibilityDate", invoice -> null)
                .cell("royalty", (out, invoice) -> out.nullValue())
                .cell(
                        "employeeInfo",
                        (out, invoice) -> SettingsTables.named(
                                out, Entity.EMPLOYEES.id(invoice.index % Reference.EMPLOYEES), "Office"))
                .empty("membershipId");
    }

    static long jobId(Invoice invoice) {
        Job job = invoice.jobOrNull();
        return job == null ? Ticks.NONE : job.id();
    }

    static String number(Invoice invoice) {
        return String.valueOf(invoice.id());
    }

    private static long dueDay(Invoice invoice) {
        return invoice.day() + 30;
    }

    private static String status(Invoice invoice) {
        return invoice.job.completed() ? "Posted" : "Pending";
    }

    private static long paidOn(Invoice invoice) {
        long last = invoice.lastPaidDay();
        return last == Ticks.NONE || invoice.balance() > 0 ? Ticks.NONE : last * Ticks.DAY;
    }

    private static void job(JsonBytes out, Invoice invoice) {
        Job job = invoice.jobOrNull();
        if (job == null) {
            out.nullValue();
            return;
        }
        out.begin();
        out.name("id").value(job.id());
        out.name("number").value(job.number());
        out.name("type").value(job.typeName());
        out.end();
    }

    private static void items(JsonBytes out, Invoice invoice) {
        out.beginArray();
        List<Item> items = invoice.items();
        for (int i = 0; i < items.size(); i++) {
            out.begin();
            out.name("id").value(invoice.itemId(items.get(i)));
            out.name("description");
            itemFields(out, invoice, items.get(i));
            out.end();
        }
        out.endArray();
    }

    /** From the value of its description on. */
    static void itemFields(JsonBytes out, Invoice invoice, Item item) {
        out.value(item.name());
        out.name("quantity").value(item.quantity());
        out.name("cost").quotedMoney(item.cost());
        out.name("totalCost").quotedMoney(item.totalCost());
        out.name("inventoryLocation").nullValue();
        out.name("price").quotedMoney(item.price());
        out.name("type").value("Service");
        out.name("skuName").value(item.code());
        out.name("skuId").value(1_000L + item.service());
        out.name("displayName").value(item.name());
        out.name("soldHours").raw(item.quarters() / 4 + ".5000000000000000000");
        out.name("total").quotedMoney(item.total());
        out.name("inventory").value(false);
        out.name("taxable").value(true);
        out.name("generalLedgerAccount").begin();
        out.name("id").value(40);
        out.name("name").value("Painting Income");
        out.name("number").value("4000");
        out.name("type").value("Income");
        out.name("detailType").value("Income");
        out.end();
        out.name("costOfSaleAccount").nullValue();
        out.name("assetAccount").nullValue();
        out.name("memberPrice").value("0.00");
        out.name("technicianId").value(Entity.TECHNICIANS.id(invoice.job.lead()));
        out.name("isChargeable").value(true);
        out.name("serviceDate").instant(invoice.day() * Ticks.DAY);
        out.name("order").value(item.number());
        out.name("createdOn").instant(invoice.created());
        out.name("modifiedOn").instant(invoice.modified());
        out.name("addOn").value(false);
    }
}
