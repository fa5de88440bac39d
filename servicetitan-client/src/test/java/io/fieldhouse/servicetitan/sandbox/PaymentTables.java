package io.fieldhouse.servicetitan.sandbox;

import io.fieldhouse.servicetitan.sandbox.Payment.Split;
import io.fieldhouse.servicetitan.sandbox.Table.Hiding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Payments with their splits, their types, and the feed of invoice items. */
final class PaymentTables {
    private static final int ITEM_SLOTS = SandboxData.INVOICES * InvoiceItem.IN_INVOICE;

    private final World world;

    PaymentTables(World world) {
        this.world = world;
    }

    List<Table<?>> all() {
        return List.of(payments(), paymentTypes(), invoiceItems());
    }

    private Table<Payment> payments() {
        return new Table<>(Entity.PAYMENTS, world.rows(SandboxData.PAYMENTS), world::payment)
                .feed()
                .ids(Payment::id)
                .hiding(Hiding.ACTIVE_STATE, Payment::active)
                .sortedById()
                .sort("ModifiedOn", Payment::modified)
                .sort("CreatedOn", Payment::created)
                .filter("paidOnAfter", Filter.since(payment -> payment.day() * Ticks.DAY))
                .filter("paidOnBefore", Filter.before(payment -> payment.day() * Ticks.DAY))
                .filter("businessUnitIds", Filter.numbers(row -> Entity.BUSINESS_UNITS.id(row.businessUnit())))
                .filter("appliedToInvoiceIds", Filter.anyOf(PaymentTables::invoices))
                .filter("statuses", Filter.words(payment -> "Posted", "Pending", "Posted", "Exported"))
                .filter(
                        "transactionType",
                        Filter.words(PaymentTables::transaction, "Payment", "JournalEntry", "Refund"))
                .text("syncStatus", payment -> "Posted")
                .text("referenceNumber", payment -> String.valueOf(payment.id()))
                .time("date", payment -> payment.day() * Ticks.DAY)
                .text("type", payment -> Reference.PAYMENT_TYPES.get(payment.type()))
                .text("typeId", payment -> String.valueOf(Entity.PAYMENT_TYPES.id(payment.type())))
                .quotedMoney("total", Payment::total)
                .quotedMoney("unappliedAmount", Payment::unapplied)
                .text("memo", PaymentTables::memo)
                .cell(
                        "customer",
                        (out, payment) -> SettingsTables.named(
                                out,
                                Entity.CUSTOMERS.id(payment.deal().customer()),
                                Names.customer(world, payment.deal().customer())))
                .empty("batch", "deposit", "checkNumber", "authCode")
                .cell(
                        "businessUnit",
                        (out, payment) -> SettingsTables.named(
                                out,
                                Entity.BUSINESS_UNITS.id(payment.businessUnit()),
                                SettingsTables.businessUnit(world, payment.businessUnit())))
                .cell("generalLedgerAccount", (out, payment) -> {
                    out.begin();
                    out.name("id").value(12);
                    out.name("name").value("Undeposited Funds");
                    out.name("number").value("1200");
                    out.name("type").value("Asset");
                    out.name("detailType").value("Current Asset");
                    out.end();
                })
                .number("refundedPaymentId", Payment::refundOf)
                .times(Payment::created, Payment::modified)
                .sendingActive()
                .cell("appliedTo", PaymentTables::splits)
                .emptyLists("customFields");
    }

    private static List<Long> invoices(Payment payment) {
        return payment.splits().stream()
                .map(split -> payment.invoice(split.invoice()).id())
                .toList();
    }

    private static String transaction(Payment payment) {
        return payment.refundOf() == Ticks.NONE ? "Payment" : "Refund";
    }

    private static @Nullable String memo(Payment payment) {
        return payment.splits().isEmpty() ? "Deposit" : null;
    }

    private static void splits(JsonBytes out, Payment payment) {
        out.beginArray();
        for (Split split : payment.splits()) {
            out.begin();
            out.name("appliedId").value(payment.splitId(split));
            out.name("appliedTo").value(payment.invoice(split.invoice()).id());
            out.name("appliedAmount").quotedMoney(split.cents());
            out.name("appliedOn").instant(payment.created());
            out.name("appliedBy").value("Office");
            out.name("appliedToReferenceNumber").value(AccountingTables.number(payment.invoice(split.invoice())));
            out.end();
        }
        out.endArray();
    }

    /** Not exported. */
    private static Table<Integer> paymentTypes() {
        int size = Reference.PAYMENT_TYPES.size();
        return new Table<Integer>(Entity.PAYMENT_TYPES, size, index -> (int) index)
                .ids(Entity.PAYMENT_TYPES::id)
                .hiding(Hiding.ACTIVE, type -> type < size - 1)
                .text("name", Reference.PAYMENT_TYPES::get)
                .sendingActive()
                .times(type -> World.BEGINNING, type -> World.BEGINNING);
    }

    private Table<InvoiceItem> invoiceItems() {
        return new Table<InvoiceItem>(
                        Entity.INVOICE_ITEMS, world.rows(ITEM_SLOTS), index -> InvoiceItem.at(world, index))
                .feed()
                .feedOnly()
                .holes()
                .ids(InvoiceItem::id)
                .number("invoiceId", row -> row.invoice().id())
                .cell("description", (out, row) -> AccountingTables.itemFields(out, row.invoice(), row.item()))
                .modifiedBy(row -> world.modified(
                        Entity.INVOICE_ITEMS,
                        Entity.INVOICE_ITEMS.index(row.id()),
                        row.invoice().modified()))
                .hiding(Hiding.NEVER, row -> row.invoice().active())
                .activeInFeed();
    }
}
