package io.fieldhouse.etl.tracktik.catalog;

import static io.fieldhouse.warehouse.jooq.tracktik.Tables.DIM_BILLING_CODES;
import static io.fieldhouse.warehouse.jooq.tracktik.Tables.DIM_CLIENTS;
import static io.fieldhouse.warehouse.jooq.tracktik.Tables.DIM_EMPLOYEES;
import static io.fieldhouse.warehouse.jooq.tracktik.Tables.DIM_PAY_CODES;
import static io.fieldhouse.warehouse.jooq.tracktik.Tables.DIM_POSITIONS;
import static io.fieldhouse.warehouse.jooq.tracktik.Tables.DIM_REGIONS;

import io.fieldhouse.client.Paged;
import io.fieldhouse.etl.dimension.Dimension;
import io.fieldhouse.etl.dimension.DimensionSource;
import io.fieldhouse.etl.feed.Feed;
import io.fieldhouse.tracktik.TrackTik;
import io.fieldhouse.tracktik.api.Query;
import io.fieldhouse.tracktik.billing.BillItem;
import io.fieldhouse.tracktik.entities.Account;
import io.fieldhouse.tracktik.entities.Client;
import io.fieldhouse.tracktik.entities.Employee;
import io.fieldhouse.tracktik.entities.Position;
import io.fieldhouse.tracktik.entities.Region;
import io.fieldhouse.tracktik.payroll.PayrollCode;
import java.util.List;
import java.util.function.Function;
import org.jooq.Table;

/**
 * TrackTik's dimensions, and how it is asked for all of each: past and present.
 *
 * @param accounts asked by id only: they are sites that are not clients
 */
public record TrackTikDimensions(
        DimensionSource<Region> regions,
        DimensionSource<Account> accounts,
        DimensionSource<Client> clients,
        DimensionSource<Position> positions,
        DimensionSource<Employee> employees,
        DimensionSource<PayrollCode> payCodes,
        DimensionSource<BillItem> billingCodes) {
    /** Those of a TrackTik. */
    public static TrackTikDimensions of(TrackTik tracktik, boolean withContactDetails) {
        DimensionSource<Account> accounts = source(
                TrackTikFeeds.ACCOUNTS,
                DIM_CLIENTS,
                tracktik.entities()::accounts,
                all("timeZone", "status", "updatedOn"));
        return new TrackTikDimensions(
                source(TrackTikFeeds.REGIONS, DIM_REGIONS, tracktik.entities()::regions, all("timeZone", "updatedOn")),
                accounts,
                source(
                                TrackTikFeeds.CLIENTS,
                                DIM_CLIENTS,
                                tracktik.entities()::clients,
                                all("name", "timeZone", "address", "updatedOn"))
                        .orElsewhere(accounts),
                source(TrackTikFeeds.POSITIONS, DIM_POSITIONS, tracktik.entities()::positions, all("updatedOn")),
                source(
                        TrackTikFeeds.employees(withContactDetails),
                        DIM_EMPLOYEES,
                        tracktik.entities()::employees,
                        all("updatedOn")),
                source(TrackTikFeeds.PAY_CODES, DIM_PAY_CODES, tracktik.payroll()::payrollCodes, all()),
                source(TrackTikFeeds.BILLING_CODES, DIM_BILLING_CODES, tracktik.billing()::billItems, all()));
    }

    /** The feeds of those that are refreshed, in an order in which what is pointed to comes first. */
    public static List<Feed<?>> refreshed() {
        return List.of(
                TrackTikFeeds.REGIONS,
                TrackTikFeeds.CLIENTS,
                TrackTikFeeds.POSITIONS,
                TrackTikFeeds.employees(false),
                TrackTikFeeds.PAY_CODES,
                TrackTikFeeds.BILLING_CODES);
    }

    /** The one that a feed fills. */
    public DimensionSource<?> of(String feed) {
        return List.of(regions, clients, positions, employees, payCodes, billingCodes).stream()
                .filter(source -> source.feed().name().equals(feed))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No dimension is filled by " + feed));
    }

    private static <T> DimensionSource<T> source(
            Feed<T> feed, Table<?> table, Function<Query, Paged<T>> collection, Query everything) {
        return new DimensionSource<>(
                feed,
                Dimension.in(table),
                () -> new TrackTikAnswer<>(feed.name(), collection.apply(everything)),
                ids -> new TrackTikAnswer<>(feed.name(), collection.apply(everything.in("id", ids))),
                List.of());
    }

    private static Query all(String... onDemand) {
        return Query.all().include(onDemand);
    }
}
