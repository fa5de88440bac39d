package io.fieldhouse.etl.tracktik;

import static io.fieldhouse.warehouse.jooq.tracktik.Tables.DIM_BILLING_CODES;
import static io.fieldhouse.warehouse.jooq.tracktik.Tables.DIM_CLIENTS;
import static io.fieldhouse.warehouse.jooq.tracktik.Tables.DIM_EMPLOYEES;
import static io.fieldhouse.warehouse.jooq.tracktik.Tables.DIM_PAY_CODES;
import static io.fieldhouse.warehouse.jooq.tracktik.Tables.DIM_POSITIONS;
import static io.fieldhouse.warehouse.jooq.tracktik.Tables.DIM_REGIONS;

import io.fieldhouse.etl.dimension.Dimension;
import io.fieldhouse.etl.feed.Feed;
import io.fieldhouse.tracktik.TrackTik;
import io.fieldhouse.tracktik.api.Paged;
import io.fieldhouse.tracktik.api.Query;
import io.fieldhouse.tracktik.billing.BillItem;
import io.fieldhouse.tracktik.entities.Account;
import io.fieldhouse.tracktik.entities.Client;
import io.fieldhouse.tracktik.entities.Employee;
import io.fieldhouse.tracktik.entities.Position;
import io.fieldhouse.tracktik.entities.Region;
import io.fieldhouse.tracktik.payroll.PayrollCode;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A dimension, the feed that fills it, and how TrackTik is asked for all of it.
 *
 * @param collection what TrackTik has for a question
 * @param everything the question for all there is, past and present
 * @param elsewhere where members are that are not among these, such as accounts that are no clients
 */
record DimensionSource<T>(
        Feed<T> feed,
        Dimension dimension,
        BiFunction<TrackTik, Query, Paged<T>> collection,
        Query everything,
        List<DimensionSource<?>> elsewhere) {
    private DimensionSource(
            Feed<T> feed, Dimension dimension, BiFunction<TrackTik, Query, Paged<T>> collection, Query everything) {
        this(feed, dimension, collection, everything, List.of());
    }

    static final DimensionSource<Region> REGIONS = new DimensionSource<>(
            TrackTikFeeds.REGIONS,
            Dimension.in(DIM_REGIONS),
            (tracktik, query) -> tracktik.entities().regions(query),
            all("timeZone", "updatedOn"));

    /** Asked by id only, for what is no client. */
    static final DimensionSource<Account> ACCOUNTS = new DimensionSource<>(
            TrackTikFeeds.ACCOUNTS,
            Dimension.in(DIM_CLIENTS),
            (tracktik, query) -> tracktik.entities().accounts(query),
            all("timeZone", "status", "updatedOn"));

    static final DimensionSource<Client> CLIENTS = new DimensionSource<>(
            TrackTikFeeds.CLIENTS,
            Dimension.in(DIM_CLIENTS),
            (tracktik, query) -> tracktik.entities().clients(query),
            all("name", "timeZone", "address", "updatedOn"),
            List.of(ACCOUNTS));

    static final DimensionSource<Position> POSITIONS = new DimensionSource<>(
            TrackTikFeeds.POSITIONS,
            Dimension.in(DIM_POSITIONS),
            (tracktik, query) -> tracktik.entities().positions(query),
            all("updatedOn"));

    static final DimensionSource<PayrollCode> PAY_CODES = new DimensionSource<>(
            TrackTikFeeds.PAY_CODES,
            Dimension.in(DIM_PAY_CODES),
            (tracktik, query) -> tracktik.payroll().payrollCodes(query),
            Query.all().includeInactive());

    static final DimensionSource<BillItem> BILLING_CODES = new DimensionSource<>(
            TrackTikFeeds.BILLING_CODES,
            Dimension.in(DIM_BILLING_CODES),
            (tracktik, query) -> tracktik.billing().billItems(query),
            Query.all().includeInactive());

    static DimensionSource<Employee> employees(boolean withContactDetails) {
        return new DimensionSource<>(
                TrackTikFeeds.employees(withContactDetails),
                Dimension.in(DIM_EMPLOYEES),
                (tracktik, query) -> tracktik.entities().employees(query),
                all("updatedOn"));
    }

    /** All of them, in an order in which what is pointed to comes first. */
    static List<DimensionSource<?>> all(boolean withContactDetails) {
        return List.of(REGIONS, CLIENTS, POSITIONS, employees(withContactDetails), PAY_CODES, BILLING_CODES);
    }

    private static Query all(String... onDemand) {
        return Query.all().includeInactive().include(onDemand);
    }
}
