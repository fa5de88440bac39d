package io.fieldhouse.etl.load;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Units column by column, as statements on many of them name the columns. */
final class UnitColumns {
    private UnitColumns() {}

    static Map<String, List<@Nullable Object>> of(List<Unit> units) {
        Map<String, List<@Nullable Object>> columns = new HashMap<>();
        columns.put("feeds", column(units, Unit::feed));
        columns.put("scopes", column(units, unit -> unit.scope().json()));
        columns.put(
                "from_days",
                column(
                        units,
                        unit -> unit.window() == null ? null : unit.window().from()));
        columns.put(
                "to_days",
                column(
                        units,
                        unit -> unit.window() == null ? null : unit.window().to()));
        columns.put("settled", column(units, Unit::settledAt));
        columns.put("titles", column(units, unit -> unit.title().toString()));
        return columns;
    }

    private static List<@Nullable Object> column(List<Unit> units, Function<Unit, @Nullable Object> value) {
        return Arrays.asList(units.stream().map(value).toArray());
    }
}
