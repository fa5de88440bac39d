package io.fieldhouse.servicetitan.sandbox;

import io.fieldhouse.servicetitan.sandbox.Table.Hiding;
import java.util.List;

/** Business units, people and tags. None of these lists but the last can be sorted. */
final class SettingsTables {
    private final World world;

    SettingsTables(World world) {
        this.world = world;
    }

    List<Table<?>> all() {
        return List.of(businessUnits(), technicians(), employees(), tagTypes());
    }

    /** What a business unit is called since the latest change. */
    static String businessUnit(World world, int index) {
        int renamed = world.changes().number(Effect.BUSINESS_UNIT_RENAMED, index);
        String name = Reference.BUSINESS_UNITS.get(index);
        return renamed == 0 ? name : name + " " + (renamed + 1);
    }

    private Table<Integer> businessUnits() {
        int size = Reference.BUSINESS_UNITS.size();
        return new Table<Integer>(Entity.BUSINESS_UNITS, size, index -> (int) index)
                .feed()
                .ids(Entity.BUSINESS_UNITS::id)
                .hiding(Hiding.ACTIVE, unit -> unit / 2 != Reference.RETIRED)
                .filter("name", Filter.text(unit -> businessUnit(world, unit)))
                .sendingActive()
                .text("name", unit -> businessUnit(world, unit))
                .text("officialName", unit -> unit % 3 == 0 ? null : businessUnit(world, unit) + ", Inc.")
                .empty("email")
                .text("currency", unit -> "USD")
                .text("phoneNumber", unit -> "+1 555 01" + (10 + unit))
                .empty("invoiceHeader", "invoiceMessage", "acknowledgementParagraph")
                .cell("address", (out, unit) -> Addresses.write(out, world.draw(21, unit), unit / 2))
                .empty("materialSku")
                .text("quickbooksClass", unit -> Reference.sells(unit) ? "Sales" : "Production")
                .text("accountCode", unit -> String.valueOf(4_000 + unit * 10))
                .empty("franchiseId", "conceptCode", "corporateContractNumber")
                .cell("trade", (out, unit) -> named(out, 1, "Painting"))
                .cell("division", (out, unit) -> named(out, 10 + unit / 2, "Division " + (unit / 2 + 1)))
                .empty("defaultTaxRate")
                .cell("tenant", (out, unit) -> named(out, 1, "Sandbox Painting Co."))
                .emptyLists("tagTypeIds", "externalData")
                .times(
                        unit -> World.BEGINNING,
                        unit -> world.modified(Entity.BUSINESS_UNITS, unit, World.BEGINNING + unit * Ticks.DAY));
    }

    static void named(JsonBytes out, long id, String name) {
        out.begin();
        out.name("id").value(id);
        out.name("name").value(name);
        out.end();
    }

    static String technician(World world, int index) {
        long drawn = world.draw(22, index);
        return Names.first(drawn) + " " + Names.last(drawn);
    }

    /** The last painter of the retired region left; others leave by a change. */
    private boolean works(int technician) {
        return technician / Reference.TEAM != Reference.RETIRED
                && !world.changes().has(Effect.TECHNICIAN_DEACTIVATED, technician);
    }

    private Table<Integer> technicians() {
        return new Table<Integer>(Entity.TECHNICIANS, Reference.TECHNICIANS, index -> (int) index)
                .feed()
                .ids(Entity.TECHNICIANS::id)
                .hiding(Hiding.ACTIVE, this::works)
                .number("userId", technician -> 8_000L + technician)
                .text("name", technician -> technician(world, technician))
                .number("roleId", technician -> 1)
                .number("businessUnitId", technician -> Entity.BUSINESS_UNITS.id(businessUnitOf(technician)))
                .money("dailyGoal", technician -> technician * 1_000L)
                .sendingActive()
                .text("email", technician -> "tech" + technician + "@example.com")
                .text("phoneNumber", technician -> "+1 555 02" + (10 + technician))
                .empty("loginName", "home", "accountCode")
                .money("burdenRate", technician -> 12_50 + technician * 5L)
                .money("hourlyRate", technician -> 24_00 + technician * 25L)
                .money("commissionRate", technician -> technician % 7 < Reference.ESTIMATORS ? 5 : 0)
                .text("team", technician -> "Team " + technician / Reference.TEAM)
                .text("status", technician -> works(technician) ? "Activated" : "Deactivated")
                .times(
                        technician -> World.BEGINNING,
                        technician -> world.modified(
                                Entity.TECHNICIANS, technician, World.BEGINNING + technician * Ticks.DAY));
    }

    private static int businessUnitOf(int technician) {
        int region = technician / Reference.TEAM;
        return technician % Reference.TEAM < Reference.ESTIMATORS
                ? Reference.salesUnit(region)
                : Reference.productionUnit(region);
    }

    private Table<Integer> employees() {
        return new Table<Integer>(Entity.EMPLOYEES, Reference.EMPLOYEES, index -> (int) index)
                .feed()
                .ids(Entity.EMPLOYEES::id)
                .hiding(Hiding.ACTIVE, employee -> employee != 4)
                .number("userId", employee -> 8_500L + employee)
                .text(
                        "name",
                        employee -> Names.first(world.draw(23, employee)) + " " + Names.last(world.draw(23, employee)))
                .text("role", employee -> employee == 0 ? "Admin" : "Dispatch")
                .number("businessUnitId", employee -> Entity.BUSINESS_UNITS.id(employee % 4))
                .text("email", employee -> "office" + employee + "@example.com")
                .text("phoneNumber", employee -> "+1 555 0300")
                .sendingActive()
                .times(employee -> World.BEGINNING, employee -> World.BEGINNING + employee * Ticks.DAY);
    }

    private Table<Integer> tagTypes() {
        int size = Reference.TAG_TYPES.size();
        return new Table<Integer>(Entity.TAG_TYPES, size, index -> (int) index)
                .feed()
                .ids(Entity.TAG_TYPES::id)
                .sortedById()
                .hiding(Hiding.ACTIVE, tag -> tag < size - 1)
                .text("name", Reference.TAG_TYPES::get)
                .text("color", tag -> "#0" + tag + "88ff")
                .text("code", tag -> "T" + tag)
                .text("importance", tag -> "Low")
                .flag("isConversionOpportunity", tag -> false)
                .sendingActive()
                .times(tag -> World.BEGINNING, tag -> World.BEGINNING + tag * Ticks.DAY);
    }
}
