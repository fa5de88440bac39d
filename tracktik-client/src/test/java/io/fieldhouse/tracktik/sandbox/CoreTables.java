package io.fieldhouse.tracktik.sandbox;

import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Regions, the sites and the people. */
final class CoreTables {
    private final World world;

    CoreTables(World world) {
        this.world = world;
    }

    List<Table<?>> all() {
        return List.of(regions(), clients(), accounts(), employees());
    }

    private static Table<Region> regions() {
        List<Region> tree = Region.tree();
        return new Table<>("regions", tree.size(), index -> tree.get((int) index))
                .idsBy(CoreTables::regionIndex)
                .activeWhen(region -> region.status().equals("ACTIVE"))
                .regionBy(Region::id)
                .number("id", Region::id)
                .text("customId", Region::customId)
                .text("name", Region::name)
                .text("company", region -> "Invented Security")
                .text("firstName", region -> "")
                .text("lastName", region -> "")
                .text("primaryPhone", region -> "+1 555 0100")
                .text("email", region -> "region" + region.id() + "@example.com")
                .relation("parentRegion", "regions", Region::parent)
                .text("status", Region::status)
                .reference("taxLocation", region -> null)
                .text("logo", region -> "https://tenant.example.com/logo.png")
                .onDemand()
                .text("timeZone", Region::zone)
                .text("prefix", region -> "")
                .text("resourceType", region -> "regions")
                .text("uri", region -> "/rest/v1/regions/" + region.id())
                .object("address", region -> null)
                .time("createdOn", Field.Type.TIMESTAMP, region -> Since.BEGINNING)
                .time("updatedOn", Field.Type.TIMESTAMP, region -> Since.BEGINNING);
    }

    private static long regionIndex(String id) {
        Region region = Values.digits(id) ? Region.byId(Long.parseLong(id)) : null;
        return region == null ? -1 : Region.tree().indexOf(region);
    }

    private Table<Site> clients() {
        return new Table<Site>("clients", world.sites(), index -> world.site((int) index))
                .idsFrom(Site.FIRST_ID)
                .activeWhen(Site::active)
                .regionBy(site -> site.region().id())
                .number("id", Site::id)
                .text("company", Site::name)
                .text("customId", Site::customId)
                .text("firstName", site -> "")
                .text("lastName", site -> "")
                .text("formattedName", Site::name)
                .text("jobTitle", site -> "")
                .text("primaryPhone", site -> "+1 555 0123")
                .text("secondaryPhone", site -> "")
                .text("type", Site::type)
                .relation("region", "regions", site -> site.region().id())
                .text("status", Site::status)
                .text("email", site -> "site" + site.index + "@example.com")
                .relation("parentClient", "clients", site -> null)
                .date("closedDate", Site::closedDate)
                .empty("salesRepresentative", "accountRepresentative", "taxLocation", "privacyPolicy")
                .empty("taskSiteSetting")
                .text("avatar", site -> "https://tenant.example.com/avatar/" + site.id())
                .onDemand()
                .text("name", Site::name)
                .text("timeZone", Site::zoneName)
                .object("address", CoreTables::address)
                .empty("externalIdObject", "faxNumber", "website")
                .set("tags", Site::tags)
                .time("createdOn", Field.Type.TIMESTAMP, site -> Since.BEGINNING)
                .time(
                        "updatedOn",
                        Field.Type.TIMESTAMP,
                        site -> Since.of(world, world.change().renames(site)))
                .list("positions", "positions", this::positions);
    }

    private List<Long> positions(Site site) {
        int each = world.data().positionsPerSite();
        return LongStream.range(0, each)
                .map(post -> Position.FIRST_ID + (long) site.index * each + post)
                .boxed()
                .toList();
    }

    private static Json address(Site site) {
        return out -> {
            out.beginObject();
            out.name("id").value(900_000 + site.index);
            out.name("addressLine1").value(site.street());
            out.name("addressLine2").value("");
            out.name("city").value(site.city());
            out.name("state").value(site.region().name());
            out.name("postalCode").value(site.postalCode());
            out.name("country").value("US");
            out.name("latitude").value(site.latitude());
            out.name("longitude").value(site.longitude());
            out.name("formattedAddress").value(site.street() + ", " + site.city() + " " + site.postalCode());
            out.endObject();
        };
    }

    /** Clients under their own ids, and before them the regions, which are accounts too. */
    private record Account(Region region, @Nullable Site site) {
        long id() {
            return site == null ? region.id() : site.id();
        }

        String name() {
            return site == null ? region.name() : site.name();
        }
    }

    private Table<Account> accounts() {
        int regions = Region.tree().size();
        return new Table<Account>("accounts", regions + world.sites(), index -> account((int) index, regions))
                .idsBy(id -> {
                    long region = regionIndex(id);
                    return region >= 0 || !Values.digits(id) || Long.parseLong(id) < Site.FIRST_ID
                            ? region
                            : Long.parseLong(id) - Site.FIRST_ID + regions;
                })
                .activeWhen(account -> status(account).equals("ACTIVE"))
                .regionBy(account -> account.region().id())
                .number("id", Account::id)
                .text("name", Account::name)
                .text("customId", account -> account.site == null ? account.region.customId() : account.site.customId())
                .text("type", account -> account.site == null ? "REGION" : "CLIENT")
                .text("subType", account -> account.site == null ? null : "SITE")
                .relation("region", "regions", account -> account.region.id())
                .relation("parentAccount", "accounts", account -> account.site == null ? account.region.parent() : null)
                .date("closedDate", account -> account.site == null ? null : account.site.closedDate())
                .empty("dispatchSla", "taxLocation", "avatar")
                .onDemand()
                .text("timeZone", account -> account.site == null ? account.region.zone() : account.site.zoneName())
                .text("status", CoreTables::status)
                .object("address", account -> account.site == null ? null : address(account.site))
                .set("tags", account -> account.site == null ? "" : account.site.tags())
                .empty("features")
                .time("createdOn", Field.Type.TIMESTAMP, account -> Since.BEGINNING)
                .time("updatedOn", Field.Type.TIMESTAMP, account -> Since.BEGINNING);
    }

    private Account account(int index, int regions) {
        if (index < regions) {
            return new Account(Region.tree().get(index), null);
        }
        Site site = world.site(index - regions);
        return new Account(site.region(), site);
    }

    private static String status(Account account) {
        return account.site == null ? account.region.status() : account.site.status();
    }

    private Table<Employee> employees() {
        return new Table<Employee>("employees", world.employees(), index -> world.employee((int) index))
                .idsFrom(Employee.FIRST_ID)
                .activeWhen(Employee::active)
                .regionBy(Employee::region)
                .text("jobTitle", Employee::jobTitle)
                .relation("region", "regions", Employee::region)
                .reference("employmentProfile", employee -> employee.id() + 100_000)
                .reference("address", employee -> employee.id() + 200_000)
                .number("id", Employee::id)
                .text("customId", Employee::customId)
                .text("firstName", Employee::firstName)
                .text("middleName", employee -> "")
                .text("lastName", Employee::lastName)
                .text("name", Employee::name)
                .text("primaryPhone", Employee::phone)
                .text("secondaryPhone", employee -> "")
                .text("email", Employee::email)
                .text("status", Employee::status)
                .text("avatar", employee -> "https://tenant.example.com/avatar/" + employee.id())
                .onDemand()
                .text("username", employee -> "guard" + employee.index)
                .text("language", employee -> "en_us")
                .text("age", employee -> "")
                .empty("gender", "birthday", "externalIdObject", "clockStatus")
                .set("tags", Employee::tags)
                .time("createdOn", Field.Type.TIMESTAMP, employee -> Since.BEGINNING)
                .time(
                        "updatedOn",
                        Field.Type.TIMESTAMP,
                        employee -> Since.of(world, world.change().retires(employee)));
    }
}
