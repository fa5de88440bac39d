package io.fieldhouse.servicetitan.sandbox;

import java.util.List;
import java.util.stream.Stream;

/** Every entity of a world. */
final class Catalog {
    private Catalog() {}

    static List<Table<?>> of(World world) {
        return Stream.of(
                        new JobTables(world).all(),
                        new SettingsTables(world).all(),
                        new SalesTables(world).all(),
                        new AccountingTables(world).all(),
                        new PaymentTables(world).all(),
                        new CustomerTables(world).all(),
                        new CostTables(world).all(),
                        new PlainTables().all())
                .flatMap(List::stream)
                .toList();
    }
}
