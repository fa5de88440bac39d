package io.fieldhouse.servicetitan.sandbox;

import io.fieldhouse.servicetitan.sandbox.Table.Hiding;
import java.util.List;

/** Customers, where they live, and how they asked. */
final class CustomerTables {
    private static final int LEADS = 6;

    private final World world;

    CustomerTables(World world) {
        this.world = world;
    }

    List<Table<?>> all() {
        return List.of(customers(), locations(), leads(), bookings());
    }

    private long created(long customer) {
        return world.deal(Deal.firstOf(customer)).created() - Ticks.MINUTE;
    }

    private long modified(long customer) {
        return world.modified(Entity.CUSTOMERS, customer, created(customer) + customer % 5 * Ticks.HOUR / 8);
    }

    private Table<Long> customers() {
        return new Table<Long>(Entity.CUSTOMERS, world.customers(), index -> index)
                .feed()
                .ids(Entity.CUSTOMERS::id)
                .hiding(Hiding.ACTIVE, customer -> customer % 50 != 17)
                .sortedById()
                .sort("ModifiedOn", this::modified)
                .sort("CreatedOn", this::created)
                .filter("name", Filter.text(customer -> Names.customer(world, customer)))
                .sendingActive()
                .text("name", customer -> Names.customer(world, customer))
                .text("type", customer -> Names.isCompany(customer) ? "Commercial" : "Residential")
                .cell(
                        "address",
                        (out, customer) -> Addresses.write(
                                out, world.draw(26, customer), world.deal(Deal.firstOf(customer)).region))
                .emptyLists("customFields")
                .money("balance", customer -> 0)
                .flag("taxExempt", customer -> customer % 40 == 7)
                .cell("tagTypeIds", (out, customer) -> out.beginArray().endArray())
                .flag("doNotMail", customer -> false)
                .flag("doNotService", customer -> customer % 200 == 9)
                .times(this::created, this::modified)
                .number("createdById", customer -> Entity.EMPLOYEES.id(customer % Reference.EMPLOYEES))
                .empty("mergedToId", "paymentTermId", "creditLimit", "externalData");
    }

    private Table<Long> locations() {
        return new Table<Long>(Entity.LOCATIONS, Place.count(world.customers()), index -> index)
                .feed()
                .ids(Entity.LOCATIONS::id)
                .hiding(Hiding.ACTIVE, place -> place % 60 != 19)
                .sortedById()
                .sort("ModifiedOn", place -> created(Place.customer(place)))
                .sort("CreatedOn", place -> created(Place.customer(place)))
                .filter("customerId", Filter.number(place -> Entity.CUSTOMERS.id(Place.customer(place))))
                .number("customerId", place -> Entity.CUSTOMERS.id(Place.customer(place)))
                .sendingActive()
                .text("name", place -> Names.customer(world, Place.customer(place)))
                .cell(
                        "address",
                        (out, place) -> Addresses.write(
                                out, world.draw(27, place), world.deal(Deal.firstOf(Place.customer(place))).region))
                .emptyLists("customFields")
                .times(place -> created(Place.customer(place)), place -> created(Place.customer(place)))
                .number("createdById", place -> Entity.EMPLOYEES.id(place % Reference.EMPLOYEES))
                .empty("mergedToId", "zoneId", "taxZoneId", "taxExempt")
                .emptyLists("tagTypeIds", "externalData");
    }

    /** Of each round, the first six deals. One that vanished is there no more, and nothing tells of it. */
    private Table<Deal> leads() {
        return new Table<Deal>(
                        Entity.LEADS,
                        world.rows(LEADS),
                        index -> world.changes().has(Effect.LEAD_VANISHED, index)
                                ? null
                                : world.deal(index / LEADS * SandboxData.DEALS + index % LEADS))
                .feed()
                .holes()
                .ids(CustomerTables::lead)
                .sortedById()
                .sort("ModifiedOn", CustomerTables::leadModified)
                .sort("CreatedOn", CustomerTables::leadCreated)
                .filter("status", Filter.words(CustomerTables::leadStatus, "Open", "Dismissed", "Converted"))
                .text("status", CustomerTables::leadStatus)
                .text("priority", deal -> "Normal")
                .number("customerId", deal -> Entity.CUSTOMERS.id(deal.customer()))
                .number("locationId", deal -> Entity.LOCATIONS.id(deal.location()))
                .number("businessUnitId", deal -> Entity.BUSINESS_UNITS.id(Reference.salesUnit(deal.region)))
                .number("jobTypeId", deal -> Entity.JOB_TYPES.id(deal.estimateType()))
                .number("campaignId", deal -> Entity.CAMPAIGNS.id(deal.campaign()))
                .text("summary", deal -> "Wants a quote")
                .empty("followUpDate", "callReasonId", "callId", "manualCallId", "dismissingReasonId")
                .number("bookingId", deal -> Bookings.ofJob(world.job(deal.visitJob())))
                .number("createdById", deal -> Entity.EMPLOYEES.id(deal.index % Reference.EMPLOYEES))
                .times(CustomerTables::leadCreated, CustomerTables::leadModified)
                .activeInFeed();
    }

    private static long lead(Deal deal) {
        return Entity.LEADS.id(deal.round() * LEADS + deal.index % SandboxData.DEALS);
    }

    private static String leadStatus(Deal deal) {
        return deal.visited() ? "Converted" : deal.canceled() ? "Dismissed" : "Open";
    }

    private static long leadCreated(Deal deal) {
        return deal.created() - 30 * Ticks.SECOND;
    }

    private static long leadModified(Deal deal) {
        return deal.visited() ? deal.visitEnd() : deal.created() + Ticks.SECOND;
    }

    private Table<Long> bookings() {
        return new Table<Long>(Entity.BOOKINGS, world.rows(Bookings.IN_ROUND), index -> index)
                .feed()
                .ids(Entity.BOOKINGS::id)
                .hiding(Hiding.NEVER, booking -> booking % 70 != 23)
                .sortedById()
                .sort("ModifiedOn", booking -> booked(booking).created())
                .sort("CreatedOn", booking -> booked(booking).created() - Ticks.MINUTE)
                .text("source", booking -> "Website")
                .text("name", booking -> Names.customer(world, booked(booking).customer()))
                .cell(
                        "address",
                        (out, booking) -> Addresses.write(
                                out, world.draw(26, booked(booking).customer()), booked(booking).region))
                .text("customerType", booking -> "Residential")
                .time("start", booking -> booked(booking).visitStart())
                .text("summary", booking -> "Online booking")
                .number(
                        "campaignId",
                        booking -> Entity.CAMPAIGNS.id(booked(booking).campaign()))
                .number(
                        "businessUnitId",
                        booking -> Entity.BUSINESS_UNITS.id(Reference.salesUnit(booked(booking).region)))
                .flag("isFirstTimeClient", booking -> booked(booking).index % 4 != 3)
                .text("status", booking -> "Converted")
                .number("jobId", booking -> Entity.JOBS.id(booked(booking).visitJob()))
                .text("priority", booking -> "Normal")
                .times(
                        booking -> booked(booking).created() - Ticks.MINUTE,
                        booking -> booked(booking).created())
                .activeInFeed();
    }

    private Deal booked(long booking) {
        return world.deal(Bookings.deal(booking));
    }
}
