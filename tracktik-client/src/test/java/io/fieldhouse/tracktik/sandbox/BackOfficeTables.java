package io.fieldhouse.tracktik.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Codes, contracts, invoices and holidays. */
final class BackOfficeTables {
    static final long FIRST_PAY_CODE = 30;

    private final World world;

    BackOfficeTables(World world) {
        this.world = world;
    }

    List<Table<?>> all() {
        return List.of(payCodes(), billItems(), contracts(), invoices(), invoiceLines(), holidays());
    }

    /** A pay code, or a billing code. */
    private record Code(
            long id, String name, String code, @Nullable Long region, boolean active) {}

    private static Table<Code> codes(String name, List<Code> codes) {
        return new Table<Code>(name, codes.size(), index -> codes.get((int) index))
                .idsFrom(codes.get(0).id())
                .activeWhen(Code::active)
                .regionBy(Code::region)
                .number("id", Code::id)
                .text("name", Code::name)
                .text("status", code -> code.active() ? "ACTIVE" : "INACTIVE")
                .flag("isGlobal", code -> code.region() == null)
                .relation("region", "regions", Code::region);
    }

    private static Table<Code> payCodes() {
        return codes(
                        "payroll-codes",
                        List.of(
                                new Code(FIRST_PAY_CODE, "Regular", "REG", null, true),
                                new Code(FIRST_PAY_CODE + 1, "Overtime", "OT", null, true),
                                new Code(FIRST_PAY_CODE + 2, "Holiday", "HOL", null, true),
                                new Code(FIRST_PAY_CODE + 3, "Night premium", "NIGHT", 273L, true),
                                new Code(FIRST_PAY_CODE + 4, "Double (old)", "DBL", null, false)))
                .text("code", Code::code)
                .text("type", code -> code.code().equals("NIGHT") ? "ADDITION" : "NORMAL")
                .flag("availableInSubRegions", code -> true)
                .number("multiplier", code -> code.code().equals("REG") ? 1 : Values.hundredths(150))
                .number("extraCharge", code -> code.code().equals("NIGHT") ? Values.hundredths(80) : null)
                .flag("payable", code -> true)
                .flag("billable", code -> true)
                .flag("impactsOvertime", code -> code.code().equals("REG"))
                .flag("isAdhoc", code -> false)
                .flag("isDeductable", code -> false)
                .flag("isLabel", code -> true);
    }

    private static Table<Code> billItems() {
        return codes(
                        "bill-items",
                        List.of(
                                new Code(70, "Guard hours", "4000", null, true),
                                new Code(71, "Guard hours, overtime", "4010", null, true),
                                new Code(72, "Patrol – Hawaii", "4020-HI", 273L, true),
                                new Code(73, "Equipment (old)", "4900", null, false)))
                .text("customId", Code::code);
    }

    private Table<Site> contracts() {
        return new Table<Site>("contracts", world.sites(), index -> world.site((int) index))
                .idsFrom(Site.FIRST_CONTRACT)
                .regionBy(site -> site.region().id())
                .number("id", Site::contract)
                .text("customId", site -> "C-" + site.index)
                .text("name", site -> "Contract " + site.name())
                .relation("account", "accounts", Site::id)
                .text("billingFrequency", site -> "BI_WEEKLY")
                .text("billingFrequencyType", site -> "ON_END")
                .date("billingStartDate", site -> Since.BEGINNING.localDate())
                .text("paymentTerms", site -> "DAYS_30")
                .date("serviceStartDate", site -> Since.BEGINNING.localDate())
                .date("serviceEndDate", Site::closedDate)
                .empty("externalId", "proposalNumber")
                .text("contractedHours", site -> "")
                .onDemand()
                .time("createdOn", Field.Type.TIMESTAMP, site -> Since.BEGINNING)
                .time(
                        "updatedOn",
                        Field.Type.TIMESTAMP,
                        site -> Since.of(world, world.change().renames(site)));
    }

    private Table<Invoice> invoices() {
        long first = World.cycleOf(world.data().firstDay().toEpochDay()).toEpochDay();
        long cycles = (world.data().lastDay().toEpochDay() - first) / 14 + 1;
        return new Table<Invoice>(
                        "invoices",
                        cycles * world.sites(),
                        index -> new Invoice(
                                world,
                                index,
                                world.site((int) (index % world.sites())),
                                first + index / world.sites() * 14))
                .idsFrom(Invoice.FIRST_ID)
                .regionBy(invoice -> invoice.site().region().id())
                .scope("IS_ADHOC", invoice -> false)
                .scope("NOT_ADHOC", invoice -> true)
                .number("id", Invoice::id)
                .relation("client", "clients", invoice -> invoice.site().id())
                .text("status", invoice -> invoice.approved() ? "APPROVED" : "DRAFT")
                .text("documentNumber", invoice -> "INV-" + invoice.id())
                .text("poNumber", invoice -> "")
                .text("externalInvoiceId", invoice -> null)
                .date("invoiceDate", invoice -> invoice.lastDay().plusDays(1))
                .date("dueDate", invoice -> invoice.lastDay().plusDays(31))
                .date("servicePeriodStartDate", Invoice::firstDay)
                .date("servicePeriodEndDate", Invoice::lastDay)
                .relation("contract", "contracts", invoice -> invoice.site().contract())
                .reference("taxClass", invoice -> null)
                .number("subTotal", invoice -> Values.hundredths(invoice.total()))
                .number("taxTotal", invoice -> 0)
                .number("total", invoice -> Values.hundredths(invoice.total()))
                .flag("distributed", Invoice::approved)
                .text("aging", invoice -> invoice.approved() ? "0" : "")
                .reference("invoiceBatchId", invoice -> null)
                .onDemand()
                .relation("billTo", "clients", invoice -> invoice.site().id())
                .text("memo", invoice -> "")
                .number("balance", invoice -> Values.hundredths(invoice.total()))
                .time("createdOn", Field.Type.TIMESTAMP, invoice -> Moment.midnight(invoice.lastDay()))
                .time("updatedOn", Field.Type.TIMESTAMP, invoice -> Moment.midnight(invoice.lastDay()))
                .list("lines", "invoice-lines", Invoice::lines);
    }

    private Table<Shift> invoiceLines() {
        return new Table<Shift>("invoice-lines", world.shifts(), world::shift)
                .withoutPath()
                .idsFrom(Invoice.FIRST_LINE)
                .number("id", Invoice::line)
                .number("quantity", shift -> {
                    Money money = shift.money();
                    return Values.hours(money.billed(money.quarters()));
                })
                .number("unitPrice", shift -> Values.hundredths(shift.money().billRate()))
                .number("lineSubTotal", shift -> Values.hundredths(shift.money().billTotal()))
                .number("taxTotal", shift -> 0)
                .relation("serviceLocation", "clients", shift -> shift.site().id())
                .date("serviceDate", Shift::day)
                .relation("billItem", "bill-items", SummaryTables::billingCode)
                .text("memo", shift -> "");
    }

    private Table<Holiday> holidays() {
        return new Table<Holiday>(
                        "holidays", Holiday.all().size(), index -> Holiday.all().get((int) index))
                .idsFrom(Holiday.all().get(0).id())
                .number("id", Holiday::id)
                .text("label", Holiday::label)
                .text("code", Holiday::code)
                .relation("region", "regions", holiday -> null)
                .onDemand()
                .date("nextOccurrence", holiday -> {
                    var today = world.data().today();
                    var next = holiday.in(today.getYear());
                    return next.isBefore(today) ? holiday.in(today.getYear() + 1) : next;
                });
    }
}
