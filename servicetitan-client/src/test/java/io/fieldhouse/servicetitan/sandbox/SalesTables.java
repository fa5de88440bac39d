package io.fieldhouse.servicetitan.sandbox;

import io.fieldhouse.servicetitan.sandbox.Table.Hiding;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Estimates with their items, campaigns and what these cost. */
final class SalesTables {
    private final World world;

    SalesTables(World world) {
        this.world = world;
    }

    List<Table<?>> all() {
        return List.of(estimates(), campaigns(), campaignCosts());
    }

    private Table<Estimate> estimates() {
        return new Table<>(Entity.ESTIMATES, world.rows(SandboxData.ESTIMATES), world::estimate)
                .feed()
                .ids(Estimate::id)
                .hiding(Hiding.ACTIVE, Estimate::active)
                .sortedById()
                .sort("ModifiedOn", Estimate::modified)
                .sort("CreatedOn", Estimate::created)
                .filter("jobId", Filter.number(estimate -> Entity.JOBS.id(estimate.job())))
                .filter("jobNumber", Filter.text(SalesTables::jobNumber))
                .filter("locationId", Filter.number(estimate -> Entity.LOCATIONS.id(estimate.deal.location())))
                .filter("soldById", Filter.number(SalesTables::soldBy))
                .filter("status", Filter.words(Estimate::status, "Open", "Sold", "Dismissed"))
                .filter("soldAfter", Filter.after(Estimate::soldOn))
                .filter("soldBefore", Filter.before(Estimate::soldOn))
                .filter("totalGreater", Filter.above(Estimate::subtotal))
                .number("jobId", estimate -> Entity.JOBS.id(estimate.job()))
                .empty("projectId")
                .number("locationId", estimate -> Entity.LOCATIONS.id(estimate.deal.location()))
                .number("customerId", estimate -> Entity.CUSTOMERS.id(estimate.deal.customer()))
                .text("name", Estimate::name)
                .text("jobNumber", SalesTables::jobNumber)
                .cell("status", (out, estimate) -> {
                    out.begin();
                    out.name("value").value(estimate.statusValue());
                    out.name("name").value(estimate.status());
                    out.end();
                })
                .text("reviewStatus", estimate -> "None")
                .text("summary", estimate -> "Two coats; \"low odor\"")
                .times(Estimate::created, Estimate::modified)
                .time("soldOn", Estimate::soldOn)
                .number("soldBy", SalesTables::soldBy)
                .sendingActive()
                .cell("items", SalesTables::items)
                .emptyLists("externalLinks")
                .money("subtotal", Estimate::subtotal)
                .money("tax", estimate -> 0)
                .number("businessUnitId", estimate -> Entity.BUSINESS_UNITS.id(businessUnit(estimate)))
                .text("businessUnitName", estimate -> SettingsTables.businessUnit(world, businessUnit(estimate)))
                .flag("isRecommended", estimate -> estimate.name().endsWith("A"))
                .flag("isChangeOrder", estimate -> false)
                .empty("proposalTagName", "budgetCodeId");
    }

    private static String jobNumber(Estimate estimate) {
        return String.valueOf(Entity.JOBS.id(estimate.job()));
    }

    static int businessUnit(Estimate estimate) {
        return Reference.salesUnit(estimate.deal.region);
    }

    private static long soldBy(Estimate estimate) {
        return estimate.sold() ? Entity.TECHNICIANS.id(estimate.deal.estimator()) : Ticks.NONE;
    }

    private static void items(JsonBytes out, Estimate estimate) {
        out.beginArray();
        for (Item item : estimate.items()) {
            out.begin();
            out.name("id").value(estimate.itemId(item));
            out.name("sku").begin();
            out.name("id").value(1_000L + item.service());
            out.name("name").value(item.code());
            out.name("displayName").value(item.name());
            out.name("type").value("Service");
            out.name("soldHours").raw(item.quarters() + ".25");
            out.name("generalLedgerAccountId").value(40);
            out.name("generalLedgerAccountName").value("Painting Income");
            out.name("modifiedOn").instant(World.BEGINNING);
            out.end();
            out.name("skuAccount").value("Painting Income");
            out.name("description").value(item.name());
            out.name("qty").raw(item.quantity());
            out.name("unitRate").mixedMoney(item.price());
            out.name("total").mixedMoney(item.total());
            out.name("unitCost").mixedMoney(item.cost());
            out.name("totalCost").mixedMoney(item.totalCost());
            out.name("itemGroupName").nullValue();
            out.name("itemGroupRootId").nullValue();
            out.name("createdOn").instant(estimate.created());
            out.name("modifiedOn").instant(estimate.modified());
            out.name("chargeable").value(true);
            out.name("invoiceItemId").nullValue();
            out.end();
        }
        out.endArray();
    }

    private boolean runs(int campaign) {
        return campaign != 10 && !world.changes().has(Effect.CAMPAIGN_DEACTIVATED, campaign);
    }

    /** Not exported: a feed of campaigns does not exist. */
    private Table<Integer> campaigns() {
        return new Table<Integer>(Entity.CAMPAIGNS, Reference.CAMPAIGNS.size(), index -> (int) index)
                .ids(Entity.CAMPAIGNS::id)
                .hiding(Hiding.ACTIVE, this::runs)
                .sortedById()
                .filter("name", Filter.text(Reference.CAMPAIGNS::get))
                .text("name", Reference.CAMPAIGNS::get)
                .sendingActive()
                .cell("category", (out, campaign) -> {
                    out.begin();
                    out.name("id").value(20 + campaign % 3);
                    out.name("name").value(List.of("Digital", "Print", "Other").get(campaign % 3));
                    out.name("active").value(true);
                    out.end();
                })
                .text("source", campaign -> campaign % 2 == 0 ? "Direct" : null)
                .empty("medium", "otherSource", "otherMedium")
                .text("businessUnit", campaign -> campaign == 7 ? "Andy's Painting-Sales" : null)
                .flag("isDefaultCampaign", campaign -> campaign == 11)
                .emptyLists("campaignPhoneNumbers")
                .times(
                        campaign -> World.BEGINNING,
                        campaign -> world.modified(Entity.CAMPAIGNS, campaign, World.BEGINNING + campaign * Ticks.DAY));
    }

    /** One row for each campaign and month. */
    private Table<Long> campaignCosts() {
        LocalDate first = world.data().firstDay();
        YearMonth start = YearMonth.from(first);
        long months =
                ChronoUnit.MONTHS.between(start, YearMonth.from(world.data().lastDay())) + 1;
        int campaigns = Reference.CAMPAIGNS.size();
        return new Table<Long>(Entity.CAMPAIGN_COSTS, months * campaigns, index -> index)
                .ids(Entity.CAMPAIGN_COSTS::id)
                .sortedById()
                .sort("Date", cost -> cost / campaigns)
                .filter("campaignId", Filter.number(cost -> Entity.CAMPAIGNS.id(cost % campaigns)))
                .filter(
                        "year",
                        Filter.number(cost -> start.plusMonths(cost / campaigns).getYear()))
                .filter(
                        "month",
                        Filter.number(cost -> start.plusMonths(cost / campaigns).getMonthValue()))
                .number("campaignId", cost -> Entity.CAMPAIGNS.id(cost % campaigns))
                .number("year", cost -> start.plusMonths(cost / campaigns).getYear())
                .number("month", cost -> start.plusMonths(cost / campaigns).getMonthValue())
                .money("dailyCost", cost -> Chance.upTo(50_000, world.draw(25, cost), 1));
    }
}
